import type { Messenger } from '../../bot/messengerPort';
import type { Turn } from '../../bot/turn';
import type { Card } from '../../cards/render';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import type { Log } from '../../log';
import type { KeyRing } from '../../storage/keyRing';
import type { NameSeal } from '../../storage/nameSeal';
import type { ComplaintsRoles } from '../../storage/complaintsRoles';
import type { ComplaintsMembership, Directory } from '../../storage/roles';
import type { ReportCards } from './reporter/reportCards';
import type { Sealing } from '../../storage/sealing';
import type { Storage } from '../../storage/storage';

/** Somebody whom a card names. */
export interface Contact {
  readonly id: string;
  readonly label: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  /** When somebody answers, in words. */
  readonly hours?: string | undefined;
  readonly note?: string | undefined;
  /** True while it is an example. */
  readonly placeholder?: boolean | undefined;
}

/** The contacts that this feature names. */
export type ConcernContacts = Readonly<
  Record<
    | 'emergency'
    | 'safeguardingInHours'
    | 'safeguardingOutOfHours'
    | 'dutyManager'
    | 'complaintsTeam'
    | 'dataProtection'
    | 'anonymous'
    | 'hr'
    | 'union',
    Contact
  >
>;

/** What concerns need from the rest of the product. */
export interface ConcernsDeps {
  readonly storage: Storage;
  readonly directory: Directory;
  readonly roles: ComplaintsMembership;
  readonly complaints: ComplaintsRoles;
  readonly messenger: Messenger;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** `names` has keys of its own: who reports is sealed and found with them alone. `files` seals the keys of files. */
  readonly sealing: Sealing & { readonly names: NameSeal; readonly files: KeyRing };
  readonly contacts: ConcernContacts;
  /** Who is told that somebody asks HR to ring them. Nobody: they are given the telephone number instead. */
  readonly hrPeople: readonly string[];
  /** Entra object ids. */
  readonly administrators: readonly string[];
  /** The cards about reports that stand in chats. */
  readonly reportCards: ReportCards;
  /** Where the pages are served, without a slash at the end. */
  readonly baseUrl: string;
  /** The name of the command that a text is, such as `report`. */
  commandIn(text: string): Promise<string | undefined>;
  /** Answers when the typed text is clearly a question about the policy; false when it is something else. */
  answerQuestion(turn: Turn): Promise<boolean>;
  /** Whether a text tells something: it is no question about the policy, no command and no small talk. */
  tells(text: string): Promise<boolean>;
  /** `danger`: somebody may be hurt now. `distress`: the writer may not be safe with themselves. */
  urgencyIn(text: string): Promise<'danger' | 'distress' | false>;
  /** For a writer in distress: people who listen. */
  distressCard(): Card;
}

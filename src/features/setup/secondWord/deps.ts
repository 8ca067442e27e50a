import type { Messenger } from '../../../bot/messengerPort';
import type { Clock } from '../../../clock';
import type { Jobs } from '../../../jobs/jobs';
import type { OneAtATime } from '../../../jobs/oneAtATime';
import type { Log } from '../../../log';
import type { ComplaintsRoles } from '../../../storage/complaintsRoles';
import type { ComplaintsMembership, Directory } from '../../../storage/roles';
import type { SetupDirectory } from '../setupDirectory';
import type { SetupRequests } from './requests';

/** What a change that needs a second administrator works with. */
export interface SecondWordDeps {
  readonly requests: SetupRequests;
  readonly directory: Pick<Directory, 'team' | 'person' | 'concernsChannel'> & SetupDirectory;
  readonly roles: Pick<ComplaintsMembership, 'confirm' | 'couldHandle'>;
  readonly messenger: Pick<Messenger, 'channels' | 'post' | 'send' | 'openChat'>;
  readonly complaints: Pick<ComplaintsRoles, 'lead' | 'setLead'>;
  readonly jobs: Pick<Jobs, 'schedule'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Of two changes that were approved at the same time the second finds what the first made of it. */
  readonly changing: OneAtATime;
  /** Entra object ids. */
  readonly administrators: readonly string[];
  /** Concerns go to another channel now: open ones follow. */
  readonly concernsMoved: () => Promise<void>;
  /** Has the channel told of who leads and who handles: called before a decision is written, and after it. */
  readonly tellDecisions: (written: boolean) => Promise<void>;
}

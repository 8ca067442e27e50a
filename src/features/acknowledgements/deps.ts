import type { Messenger } from '../../bot/messengerPort';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import type { Log } from '../../log';
import type { Directory, Roles } from '../../storage/roles';
import type { Signing } from '../../storage/signing';
import type { Storage } from '../../storage/storage';
import type { CheckQuestion } from './check/questions';
import type { PolicyToConfirm } from './policyToConfirm';

/** What acknowledgements need from the rest of the product; app.ts passes it in. */
export interface AcknowledgementsDeps {
  readonly storage: Storage;
  readonly directory: Directory;
  readonly roles: Roles;
  readonly messenger: Messenger;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly policy: PolicyToConfirm;
  /** Entra object ids: who is asked to approve a request to everybody, and about a new version. */
  readonly administrators: readonly string[];
  /** `baseUrl`: where files are fetched, without a slash at the end. */
  readonly evidenceFiles: { readonly baseUrl: string; readonly signing: Signing };
  /** The bank that each person's questions are drawn from. */
  readonly checkQuestions: readonly CheckQuestion[];
  /** The name of the command that a typed text is, or undefined. */
  readonly commandIn: (text: string) => Promise<string | undefined>;
}

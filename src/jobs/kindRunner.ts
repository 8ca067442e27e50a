import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Stored } from '../storage/table';
import type { DueRow, DueWork } from './dueWork';
import type { DueJob, JobResult } from './jobs';
import { Looking } from './looking';

/** Pieces of one kind that are worked on beside each other. */
const AT_ONCE = 8;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 600_000;

/** What all kinds share. */
export interface KindSetting {
  readonly dueWork: DueWork;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether this instance may work now. */
  readonly mayWork: () => boolean;
  /** Told how each talk with storage went, with the error when it failed. */
  readonly storageAnswered: (error?: unknown) => void;
}

/** Does the work of one kind. What happens here touches no other kind. */
export class KindRunner {
  private readonly running = new Map<string, Promise<void>>();
  private readonly looking: Looking;

  constructor(
    private readonly kind: string,
    private readonly work: (job: DueJob) => Promise<JobResult>,
    private readonly setting: KindSetting,
  ) {
    this.looking = new Looking(() => this.beginWhatIsDue(), setting.mayWork);
  }

  /** Looks for due work now, or once more when it is looking already. */
  nudge(): void {
    this.looking.again();
  }

  /** Resolves when what is under way is finished; new work may have begun by then. */
  async settled(): Promise<void> {
    await this.looking.settled();
    await Promise.all(this.running.values());
  }

  get busy(): boolean {
    return this.looking.busy || this.running.size > 0;
  }

  private async beginWhatIsDue(): Promise<void> {
    try {
      const rows = await this.setting.dueWork.due(this.kind, this.setting.clock.now());
      this.setting.storageAnswered();
      for (const row of rows) this.begin(row);
    } catch (error) {
      this.setting.storageAnswered(error);
    }
  }

  private begin(row: Stored<DueRow>): void {
    if (this.running.has(row.row) || this.running.size >= AT_ONCE) return;
    const ended = (recorded: boolean): void => {
      this.running.delete(row.row);
      if (recorded) this.nudge();
    };
    this.running.set(row.row, this.perform(row).then(ended));
  }

  /** @returns false when storage is away: the row is as it was, and the next poll finds it. Never rejects. */
  private async perform(row: Stored<DueRow>): Promise<boolean> {
    try {
      const claimed = await this.setting.dueWork.claim(row);
      if (claimed) await this.record(claimed, await this.attempt(row));
      return true;
    } catch (error) {
      this.setting.storageAnswered(error);
      return false;
    }
  }

  private async attempt({ row: key, value }: Stored<DueRow>): Promise<JobResult | 'failed'> {
    const { payload, attempts } = value;
    try {
      return await this.work({ key, payload, attempts, mayGoOn: this.setting.mayWork });
    } catch (error) {
      this.setting.log.error('job.failed', error, { kind: this.kind, attempts });
      return 'failed';
    }
  }

  private async record(row: Stored<DueRow>, result: JobResult | 'failed'): Promise<void> {
    const { dueWork, clock } = this.setting;
    if (result === 'done') return dueWork.done(row);
    if (result !== 'failed') return dueWork.again(row, result.againAt, 0);
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (row.value.attempts - 1), LONGEST_DELAY_MS);
    return dueWork.again(row, new Date(clock.now().getTime() + delay), row.value.attempts);
  }
}

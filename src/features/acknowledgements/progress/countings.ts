import type { Clock } from '../../../clock';
import type { Jobs } from '../../../jobs/jobs';

export const COUNTING = 'acknowledgements.counting';
/** A status card changes at most this often (design, "The gate"), and a part is counted at most this often. */
export const EVERY_MS = 5_000;
/** Instances' clocks may differ by this: work of a moment is not trusted to count what happens just before it. */
const CLOCKS_DIFFER_MS = 1_000;
/** Parts that are remembered; those of long ago only cost a write that could be spared. */
const MOST_REMEMBERED = 1_000;

/** Counting that was put down for a moment. */
interface Planned {
  readonly at: number;
  readonly put: Promise<void>;
}

/**
 * Has parts counted after their rows changed: at once after the first change, then once for all that follow within
 * five seconds. However many confirm at once, storage is written to once for all of them, and a stream of presses
 * cannot put the counting off for ever.
 */
export class Countings {
  private readonly planned = new Map<string, Planned>();

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** To be called after the row was written. */
  async soon(campaignId: string, partId: string): Promise<void> {
    const key = `${campaignId}:${partId}`;
    const now = this.clock.now().getTime();
    const planned = this.planned.get(key);
    const isAhead = planned !== undefined && now < planned.at - CLOCKS_DIFFER_MS;
    return isAhead
      ? planned.put
      : this.plan(key, planned && now < planned.at + EVERY_MS ? now + EVERY_MS : now);
  }

  private async plan(key: string, at: number): Promise<void> {
    const [campaignId = '', partId = ''] = key.split(':');
    const row = `${key}:${Math.floor(at / EVERY_MS)}`;
    const put = this.jobs.schedule(COUNTING, row, new Date(at), { campaignId, partId });
    if (this.planned.size >= MOST_REMEMBERED) this.planned.clear();
    this.planned.set(key, { at, put });
    try {
      await put;
    } catch (error) {
      this.planned.delete(key);
      throw error;
    }
  }
}

import { GateClosed } from './gateRequest';
import type { GateRequest } from './gateRequest';
import type { GateTime } from './gateTime';
import { machineTime } from './gateTime';
import { Lanes } from './lanes';
import { isFromTeams, refusalOf } from './outcomes';
import { LatestUpdates } from './latestUpdates';
import { delayBeforeRetry, holdAfter, WAITING_PATIENCE_MS } from './retryPolicy';
import { DEFAULT_BULK_PER_SECOND, REQUESTS_PER_SECOND } from './teamsLimits';

export interface GateOptions {
  /** Real time; never the product's clock. */
  readonly time: GateTime;
  /** All requests of this process. */
  readonly requestsPerSecond: number;
  /** What bulk may use of them. */
  readonly bulkPerSecond: number;
}

/** The one way out to Teams: every outgoing request of the process passes it, and nothing else tries again. */
export class Gate {
  private readonly time: GateTime;
  private readonly lanes: Lanes;
  private readonly latest: LatestUpdates;
  private readonly pauses = new Set<() => void>();
  private closed = false;
  private answering = true;

  constructor(options: Partial<GateOptions> = {}) {
    const { time = machineTime, requestsPerSecond: all = REQUESTS_PER_SECOND } = options;
    const { bulkPerSecond: bulk = DEFAULT_BULK_PER_SECOND } = options;
    this.time = time;
    this.latest = new LatestUpdates(time);
    this.lanes = new Lanes(time, { all, bulk: Math.min(all, bulk) });
  }

  /**
   * Runs the request when its turn comes, and again where Teams allows it; at once when nothing stands against it.
   * @throws what the work threw last, GateBusy or GateClosed.
   */
  async run<T>(request: GateRequest, work: () => Promise<T>): Promise<T> {
    const began = this.time.now();
    const giveUpAt = request.urgency === 'waiting' ? began + WAITING_PATIENCE_MS : undefined;
    for (let tries = 1; ; tries++) {
      if (this.closed) throw new GateClosed();
      const turn = this.lanes.enter(request, giveUpAt);
      const counted = turn instanceof Promise ? await turn : turn;
      try {
        const result = await work();
        this.lanes.ended(counted, 'taken');
        this.answering = true;
        return result;
      } catch (error) {
        this.lanes.ended(counted, 'refused');
        await this.pauseAfter(error, request, tries, began);
      }
    }
  }

  /**
   * For a message of which only the newest state counts, such as a status card: at most one update in the interval.
   * @param work brings the newest state to Teams through the messenger.
   * @returns its result, or undefined when a newer update took its place.
   */
  updateLatest<T>(key: string, minIntervalMs: number, work: () => Promise<T>): Promise<T | undefined> {
    if (this.closed) return Promise.reject(new GateClosed());
    return this.latest.run(key, minIntervalMs, work);
  }

  /** Rejects what waits with GateClosed; what is under way goes on. */
  close(): void {
    this.closed = true;
    this.lanes.close();
    this.latest.close(new GateClosed());
    for (const stop of this.pauses) stop();
  }

  /** Conversations that are remembered; bounded, because quiet ones are dropped. */
  get remembered(): number {
    return this.lanes.size;
  }

  /** Whether Teams answered the last time that something was asked of it. */
  health(): 'ok' | 'failing' {
    return this.answering ? 'ok' : 'failing';
  }

  /** Waits before the next try. @throws the error itself when there is none. */
  private async pauseAfter(
    error: unknown,
    request: GateRequest,
    tries: number,
    began: number,
  ): Promise<void> {
    const holdMs = holdAfter(error);
    if (holdMs !== undefined) this.lanes.hold(request.conversation, holdMs);
    else if (isFromTeams(error)) this.answering = refusalOf(error).outcome !== 'unavailable';
    const effort = { urgency: request.urgency, tries, elapsedMs: this.time.now() - began };
    const delay = delayBeforeRetry(error, effort, () => this.time.random());
    if (delay === undefined || this.closed) throw error;
    await this.pause(delay);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(new GateClosed());
      };
      const cancel = this.time.setTimer(() => {
        this.pauses.delete(stop);
        resolve();
      }, ms);
      this.pauses.add(stop);
    });
  }
}

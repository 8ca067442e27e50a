import type { SeenRequest } from './api';
import type { EventBus } from './events';

/** How many requests are kept to be read. */
const KEPT = 1000;

/** Called with each request's number as it arrives and before anything is done; what it returns is waited for. */
export type OnRequest = (n: number, request: SeenRequest) => void | Promise<void>;

/** Everything that the bot asked of the Connector. */
export class RequestLog {
  /** the newest, oldest first */
  readonly seen: SeenRequest[] = [];
  onRequest?: OnRequest;
  private count = 0;
  private open = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly now: () => number,
  ) {}

  /** How many requests there were since the start. */
  get total(): number {
    return this.count;
  }

  /** How many are being worked on. */
  get underWay(): number {
    return this.open;
  }

  async arrived(request: Omit<SeenRequest, 'n' | 'at'>): Promise<SeenRequest> {
    this.count += 1;
    this.open += 1;
    const entry = { n: this.count, at: new Date(this.now()).toISOString(), ...request };
    this.seen.push(entry);
    if (this.seen.length > KEPT) this.seen.shift();
    await this.onRequest?.(entry.n, entry);
    return entry;
  }

  /** `status` 0: the connection was cut. */
  answered(entry: SeenRequest, status: number, code?: string): void {
    this.open -= 1;
    entry.status = status;
    if (code) entry.code = code;
    // Bodies can be large; who wants one asks for it.
    this.bus.emit({ type: 'request', request: { ...entry, body: undefined } });
  }
}

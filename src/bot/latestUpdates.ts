import type { GateTime } from './gateTime';

interface Update {
  readonly work: () => Promise<unknown>;
  readonly minIntervalMs: number;
  readonly settle: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Message {
  startedAt: number;
  running: boolean;
  pending?: Update;
  cancelTimer?: () => void;
}

/** Updates of messages of which only the newest counts: at most one in an interval, and the last is never lost. */
export class LatestUpdates {
  private readonly messages = new Map<string, Message>();

  constructor(private readonly time: GateTime) {}

  /** @returns what the work gave, or undefined when a newer update of the same message took its place. */
  run<T>(key: string, minIntervalMs: number, work: () => Promise<T>): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve, reject) => {
      const update: Update = {
        work,
        minIntervalMs,
        settle: (result) => resolve(result as T | undefined),
        reject,
      };
      const message = this.messages.get(key) ?? { startedAt: -Infinity, running: false };
      this.messages.set(key, message);
      message.pending?.settle(undefined);
      message.pending = update;
      if (!message.running) this.plan(key, message, minIntervalMs);
    });
  }

  /** Drops what is pending with the error. */
  close(error: Error): void {
    for (const { pending, cancelTimer } of this.messages.values()) {
      cancelTimer?.();
      pending?.reject(error);
    }
    this.messages.clear();
  }

  /** Starts what is pending when the interval is over; with nothing pending by then, forgets the message. */
  private plan(key: string, message: Message, minIntervalMs: number): void {
    message.cancelTimer?.();
    const rest = message.startedAt + minIntervalMs - this.time.now();
    if (rest <= 0) return this.next(key, message);
    message.cancelTimer = this.time.setTimer(() => this.next(key, message), rest);
  }

  private next(key: string, message: Message): void {
    const update = message.pending;
    if (!update) {
      this.messages.delete(key);
      return;
    }
    delete message.pending;
    message.startedAt = this.time.now();
    message.running = true;
    const over = (): void => {
      message.running = false;
      if (this.messages.get(key) === message) this.plan(key, message, update.minIntervalMs);
    };
    void run(update).finally(over);
  }
}

/** Never rejects: whoever asked for the update is told. */
async function run({ work, settle, reject }: Update): Promise<void> {
  try {
    settle(await work());
  } catch (error) {
    reject(error);
  }
}

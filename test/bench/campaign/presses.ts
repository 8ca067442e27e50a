import { Agent } from 'node:http';
import { IDLE_MS } from '../asking';
import { postJson } from '../../../src/localTeams/botHttp';
import type { Asker, Press } from '../people';
import { dialogOf, pressOf } from '../people';
import type { ConnectorSink } from '../sink';

/** Presses buttons as Teams would bring it to the bot. */
export class Presser {
  private readonly agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

  constructor(
    private readonly sink: ConnectorSink,
    private readonly endpoint: string,
  ) {}

  /** @returns the answer's body as text */
  press(who: Asker, data: Press): Promise<string> {
    return this.post(pressOf(who, data, this.sink.serviceUrl));
  }

  /** @returns the answer's body as text */
  open(who: Asker, data: Press): Promise<string> {
    return this.post(dialogOf(who, data, this.sink.serviceUrl));
  }

  close(): void {
    this.agent.destroy();
  }

  private async post(activity: string): Promise<string> {
    const { status, body } = await postJson(
      this.endpoint,
      activity,
      `Bearer ${this.sink.sharedToken()}`,
      this.agent,
    );
    if (status !== 200) throw new Error(`A press was answered ${status}.`);
    return JSON.stringify(body);
  }
}

/** Does all of it, so many at once. */
export async function atOnce<T>(
  width: number,
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

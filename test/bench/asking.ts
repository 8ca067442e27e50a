import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { postJson } from '../../src/localTeams/botHttp';
import type { Asker } from './people';
import { messageOf, nothingAskedBy } from './people';
import type { ConnectorSink } from './sink';

/** A line that is idle is left before the bot closes it, after 5 s: a request that goes out in that moment is lost. */
export const IDLE_MS = 4_000;

/** One turn as the client saw it. */
export interface Asked {
  /** From the POST until its HTTP answer. */
  readonly ms: number;
  /** Taken, and the reply was there by then. */
  readonly ok: boolean;
  /** How many messages came back. */
  readonly replies: number;
  /** The first of them cites a clause. */
  readonly cited: boolean;
}

/** Asks as Teams would, and looks at what came back. Signing and looking lie outside the time that is taken. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

  constructor(private readonly sink: ConnectorSink) {}

  async ask(endpoint: string, asker: Asker, text: string): Promise<Asked> {
    const body = messageOf(asker, text, this.sink.serviceUrl);
    const authorization = `Bearer ${this.sink.token()}`;
    this.sink.forget(asker.chat);
    const began = performance.now();
    const { status } = await postJson(endpoint, body, authorization, this.agent);
    const ms = performance.now() - began;
    const replies = this.sink.sentTo(asker.chat);
    const cited = replies[0]?.includes('"citation"') ?? false;
    return {
      ms,
      ok: (status === 200 || status === 202) && replies.length > 0,
      replies: replies.length,
      cited,
    };
  }

  /** A turn that asks nothing. @returns milliseconds until its HTTP answer */
  async tell(endpoint: string, asker: Asker): Promise<number> {
    const body = nothingAskedBy(asker, this.sink.serviceUrl);
    const authorization = `Bearer ${this.sink.token()}`;
    const began = performance.now();
    const { status } = await postJson(endpoint, body, authorization, this.agent);
    if (status >= 300) throw new Error(`A turn that asks nothing was answered ${status}.`);
    return performance.now() - began;
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Turns are asked by everybody in turn, each time another question. */
export class Rota {
  private next = 0;

  constructor(
    private readonly askers: readonly Asker[],
    private readonly texts: readonly string[],
  ) {}

  turn(): readonly [asker: Asker, text: string] {
    const at = this.next++;
    const [asker, text] = [this.askers[at % this.askers.length], this.texts[at % this.texts.length]];
    if (!asker || text === undefined) throw new Error('There is nobody to ask, or nothing.');
    return [asker, text];
  }
}

/** Asks `count` times, `width` at once. */
export async function askMany(
  client: Client,
  endpoint: string,
  rota: Rota,
  { count, width }: { readonly count: number; readonly width: number },
): Promise<{ readonly asked: readonly Asked[]; readonly tookMs: number }> {
  const asked: Asked[] = [];
  let left = count;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (left-- > 0) asked.push(await client.ask(endpoint, ...rota.turn()));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return { asked, tookMs: performance.now() - began };
}

/** Waits until `ms` have passed since `began`. */
export async function pace(began: number, ms: number): Promise<void> {
  await sleep(Math.max(0, began + ms - performance.now()));
}

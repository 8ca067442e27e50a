import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Storage behind a line that can lose an answer after the effect has happened. */
export interface LossyStorage {
  readonly connectionString: string;
  /** The answer to the next write is lost; the storage client asks again by itself. */
  loseNextAnswer(): void;
  /** From now on nobody answers. */
  cut(): void;
  /** From now on requests are taken, and nothing is ever said to them. */
  hang(): void;
  /** From now on every request is refused with this status, as with a key that was changed. */
  refuse(status: number): void;
  mend(): void;
  /** From now on each write comes to storage so many milliseconds later. */
  slow(ms: number): void;
  /** How many answers were lost. */
  readonly lost: number;
  close(): Promise<void>;
}

/** A line to real Azurite: everything passes, but for the answers that are to be lost. */
export async function lossyStorage(connectionString: string): Promise<LossyStorage> {
  const target = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
  const state = { toLose: 0, lost: 0, cut: false, hangs: false, slowMs: 0, status: 0 };
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    if (state.hangs) return;
    if (state.cut) return void outgoing.destroy();
    if (state.status) return void Object.assign(outgoing, { statusCode: state.status }).end();
    const onward = request(
      { host: target.hostname, port: target.port, method, path: url, headers },
      (answer) => {
        if (method !== 'GET' && state.toLose > 0) {
          state.toLose--;
          state.lost++;
          answer.resume().on('end', () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    // Storage that goes away in the middle is, to whoever asked, a line that breaks.
    onward.on('error', () => outgoing.destroy());
    setTimeout(() => incoming.pipe(onward), method === 'GET' ? 0 : state.slowMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: connectionString.replace(target.origin, `http://127.0.0.1:${port}`),
    loseNextAnswer: () => void state.toLose++,
    cut: () => void (state.cut = true),
    hang: () => void (state.hangs = true),
    refuse: (status) => void (state.status = status),
    mend: () => void ((state.cut = state.hangs = false), (state.status = 0)),
    slow: (ms) => void (state.slowMs = ms),
    get lost() {
      return state.lost;
    },
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

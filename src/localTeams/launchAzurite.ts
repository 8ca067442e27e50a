import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Azurite's own published account for development; it opens nothing outside this machine. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
/** Platform notes: Azurite is up in 1.4 to 4.3 s; a busy machine gets ten times that. */
const START_LIMIT_MS = 45_000;

/** A running Azurite. */
export interface Azurite {
  readonly connectionString: string;
  readonly pid: number;
  /** Ends it with SIGTERM, which loses nothing, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts Azurite on free loopback ports, in a process group of its own: Ctrl-C reaches the launcher and not
 * Azurite, which is ended last and when the launcher is gone.
 * @param folder where its data lies; without one it keeps everything in memory.
 * @throws Error when it is not up within 45 s.
 */
export async function startAzurite(folder?: string): Promise<Azurite> {
  const where = folder ? ['--location', folder] : ['--inMemoryPersistence'];
  const ports = ['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'];
  const child = spawn(
    process.execPath,
    [
      join(__dirname, 'launchAzuriteKeeper.cjs'),
      ...where,
      ...ports,
      '--disableTelemetry',
      '--skipApiVersionCheck',
      '--silent',
    ],
    { detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const [blob, table] = await listening(child);
  const secret = `AccountName=${ACCOUNT};AccountKey=${KEY}`;
  const endpoints = `BlobEndpoint=${blob}/${ACCOUNT};TableEndpoint=${table}/${ACCOUNT}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;${secret};${endpoints};`,
    pid: child.pid ?? 0,
    stop: () => stop(child),
  };
}

async function listening(child: ChildProcess): Promise<[blob: string, table: string]> {
  const addresses = new Map<string, string>();
  const said: string[] = [];
  const timer = setTimeout(() => child.kill('SIGTERM'), START_LIMIT_MS);
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const found = /Azurite (\w+) service is successfully listening at (\S+)/.exec(line);
    if (found) addresses.set(found[1] ?? '', found[2] ?? '');
    const [blob, table] = [addresses.get('Blob'), addresses.get('Table')];
    if (!blob || !table) continue;
    clearTimeout(timer);
    child.stdout?.resume();
    return [blob, table];
  }
  clearTimeout(timer);
  throw new Error(`Azurite did not start. ${said.join('').slice(0, 500)}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}

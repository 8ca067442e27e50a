import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { table } from './figures';
import { EndedEarly, runFaults } from './runFaults';

const RESULTS = 'fault-results.json';
const count = z.coerce.number().int();
const argumentsSchema = z.object({
  kills: count.min(1).max(90).default(40),
  pairs: count.min(0).max(1_000).default(100),
  seed: count.optional(),
});
/** A run that hangs ends by itself: so long for each kill, and for the rest. */
const PER_KILL_MS = 30_000;
const REST_MS = 10 * 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run faults [-- --kills N --pairs N --seed N]`: kills the bot in the middle of each job, and says what was lost. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string' }, pairs: { type: 'string' }, seed: { type: 'string' } },
  });
  const { kills, pairs, seed = Date.now() % 1_000_000 } = argumentsSchema.parse(values);
  const ended = new AbortController();
  const limit = setTimeout(() => ended.abort(), 3 * kills * PER_KILL_MS + REST_MS);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ended.abort());
  const results = await runFaults({ kills, pairs, seed, progress: say, signal: ended.signal });
  clearTimeout(limit);
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
  say(`\n${table(results.jobs, results.twoProcesses)}\n`);
  say(`seed ${results.seed}, ${results.seconds} s, written to ${RESULTS}`);
  for (const line of results.missed) say(`MISSED  ${line}`);
  process.exitCode = results.missed.length > 0 ? 1 : 0;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    const early = error instanceof EndedEarly;
    const words = error instanceof Error && !early ? error.stack : String((error as Error).message);
    process.stderr.write(`${words}\n`);
    process.exit(early ? 130 : 1);
  },
);

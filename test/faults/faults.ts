import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { campaignInWords, table } from './figures';
import { EndedEarly, JOBS, runFaults } from './runFaults';

const RESULTS = 'fault-results.json';
const count = z.coerce.number().int();
const argumentsSchema = z.object({
  kills: count.min(0).max(200).default(40),
  only: z.enum(JOBS).optional(),
  pairs: count.min(0).max(1_000).default(100),
  seed: count.optional(),
  people: count.min(10).max(10_000).default(2_000),
  campaignKills: count.min(0).max(200).default(50),
});
/** A run that hangs ends by itself: so long for each kill, and for the rest. */
const PER_KILL_MS = 30_000;
const REST_MS = 10 * 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run faults [-- --kills N --only JOB --pairs N --people N --campaignKills N --seed N]`: kills the bot in the middle of each
 * job and while a request is sent to many, and says what was lost. No kills of one kind: it is left out.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{
        kills: { type: 'string' },
        only: { type: 'string' },
        pairs: { type: 'string' },
        seed: { type: 'string' },
      },
      ...{ people: { type: 'string' }, campaignKills: { type: 'string' } },
    },
  });
  const read = argumentsSchema.parse(values);
  const { kills, only, pairs, people, campaignKills, seed = Date.now() % 1_000_000 } = read;
  const ended = new AbortController();
  const limit = setTimeout(() => ended.abort(), (3 * kills + campaignKills) * PER_KILL_MS + REST_MS);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ended.abort());
  const campaign = { people, kills: campaignKills };
  const results = await runFaults({
    kills,
    only,
    pairs,
    seed,
    campaign,
    progress: say,
    signal: ended.signal,
  });
  clearTimeout(limit);
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
  say(`\n${table(results.jobs, results.twoProcesses)}\n`);
  if (results.campaign) say(`${campaignInWords(results.campaign)}\n`);
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

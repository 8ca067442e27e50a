import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Extent } from './extent';
import { FULL, LARGE, QUICK } from './extent';
import { keeps, tableOf } from './rows';
import { PARTS, runBench } from './runBench';

/**
 * `npm run bench [-- --quick | --large] [--only PART]`: prints the figures, writes bench-results.json, and exits 1 when
 * a limit is missed.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string', default: 'bench-results.json' },
    },
  });
  if (values.only !== undefined && !PARTS.includes(values.only))
    throw new Error(`--only takes one of: ${PARTS.join(', ')}.`);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const began = performance.now();
  const machine = { processors: availableParallelism(), loadAtStart: loadavg()[0] ?? 0 };
  say(
    `${machine.processors} processors, load average ${machine.loadAtStart.toFixed(1)}: quiet is below 0.5.`,
  );
  const rows = await runBench(extentOf(values), say, values.only);
  const missed = rows.filter((row) => !keeps(row));
  const results = {
    at: new Date().toISOString(),
    node: process.version,
    ...machine,
    quick: values.quick,
    large: values.large,
    only: values.only,
    rows: rows.map((row) => ({ ...row, ok: keeps(row) })),
  };
  writeFileSync(values.out, `${JSON.stringify(results, undefined, 2)}\n`);
  say(
    `\n${tableOf(rows)}\n\nTook ${Math.round((performance.now() - began) / 1_000)} s; ${values.out} has the figures.`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

function extentOf({ quick, large }: { readonly quick: boolean; readonly large: boolean }): Extent {
  if (quick) return QUICK;
  return large ? LARGE : FULL;
}

// What was started is ended on the way out, also when somebody presses Ctrl-C.
process.once('SIGINT', () => process.exit(130));

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});

import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { FULL, QUICK } from './extent';
import { keeps, tableOf } from './rows';
import { runBench } from './runBench';

/** `npm run bench`: prints the figures, writes bench-results.json, and exits 1 when a limit is missed. */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, out: { type: 'string', default: 'bench-results.json' } },
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const began = performance.now();
  const machine = { processors: availableParallelism(), loadAtStart: loadavg()[0] ?? 0 };
  say(
    `${machine.processors} processors, load average ${machine.loadAtStart.toFixed(1)}: quiet is below 0.5.`,
  );
  const rows = await runBench(values.quick ? QUICK : FULL, say);
  const missed = rows.filter((row) => !keeps(row));
  const results = {
    at: new Date().toISOString(),
    node: process.version,
    ...machine,
    quick: values.quick ?? false,
    rows: rows.map((row) => ({ ...row, ok: keeps(row) })),
  };
  writeFileSync(values.out, `${JSON.stringify(results, undefined, 2)}\n`);
  say(
    `\n${tableOf(rows)}\n\nTook ${Math.round((performance.now() - began) / 1_000)} s; ${values.out} has the figures.`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

// What was started is ended on the way out, also when somebody presses Ctrl-C.
process.once('SIGINT', () => process.exit(130));

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOP } from './meteredProcess';

/** A busy machine is slow; that is what the quick run must bear. */
const LONGEST_MS = 600_000;

const ROWS = [
  'npm run local is usable, first start',
  'npm run local is usable, second start',
  'the bot listens, its process alone',
  'the bot listens, npm start with its build',
  'processor time until the bot listens',
  'the engine loads',
  'the engine alone, median',
  'the engine alone, 99th percentile',
  'echo turn, median',
  'echo turn, 99th percentile',
  'answered question, median',
  'answered question, 99th percentile',
  'question longer than echo, medians',
  'processor time of an echo turn',
  'processor time of a question',
  'processor time, question to echo',
  'echo, 16 at once',
  'echo, 16 at once, median',
  'echo, 16 at once, 99th percentile',
  'question, 16 at once',
  'question, 16 at once, median',
  'question, 16 at once, 99th percentile',
  'bare turn beside 20 questions a second, 99th percentile',
  'question among 20 a second, 99th percentile',
  'memory of the bot, idle',
  'memory of the bot, after the run',
  'turns without a reply',
  'questions whose reply cites no clause',
  'requests to storage of a question',
  'conflicts in storage (409, 412)',
];
/** Rows that say whether the run was right and not how quick it was. */
const ALWAYS_NONE = ['turns without a reply', 'conflicts in storage (409, 412)'];

/** @returns what it printed; it ends with 1 where the machine was too busy for a limit, which is no matter here. */
function quickBench(out: string): Promise<string> {
  const args = [
    '--import',
    'tsx',
    join('test', 'bench', 'bench.ts'),
    '--quick',
    '--only',
    'turns',
    '--out',
    out,
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: TOP, timeout: LONGEST_MS }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error('It did not come to its end.', { cause: error }));
      else if (stderr) reject(new Error(stderr));
      else resolve(stdout);
    });
  });
}

/** The other parts take minutes even when they are quick, and are run by hand. */
describe('npm run bench', () => {
  it('prints every row about turns and writes it down, with no turn lost', async function () {
    this.timeout(LONGEST_MS);
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const out = join(folder, 'results.json');
    const printed = await quickBench(out);
    const { rows } = JSON.parse(readFileSync(out, 'utf8')) as { rows: { row: string; figure: number }[] };
    rmSync(folder, { recursive: true });
    assert.deepEqual(
      rows.map(({ row }) => row),
      ROWS,
    );
    for (const { row, figure } of rows) {
      assert.ok(printed.includes(`\n${row} `), row);
      assert.ok(Number.isFinite(figure), row);
      if (ALWAYS_NONE.includes(row)) assert.equal(figure, 0, row);
    }
  });
});

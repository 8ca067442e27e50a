import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../../../../../src/features/policies/evaluate';

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

describe('npm run evaluate', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(content: string, ...more: string[]): Promise<Ran> {
    const file = join(folder, 'items.jsonl');
    writeFileSync(file, content);
    return runWith(file, ...more);
  }

  async function runWith(...args: string[]): Promise<Ran> {
    let [printed, complained] = ['', ''];
    const code = await evaluate(args, {
      print: (text) => (printed += text),
      complain: (text) => (complained += text),
    });
    return { code, printed, complained };
  }

  const question = JSON.stringify({
    id: 'T1',
    text: 'Can I ignore a friend request?',
    kind: 'question',
    gold: ['P5.9'],
  });

  it('writes a line an item in the agreed format and prints the figures', async () => {
    const out = join(folder, 'out.jsonl');
    const { code, printed } = await run(`${question}\n`, '--out', out);
    assert.equal(code, 0);
    assert.match(printed, /first right +1\/1 +100\.0 %/);
    const line = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(line), [
      'id',
      'outcome',
      'report',
      'clauses',
      'verdict',
      'urgent',
      'command',
    ]);
    assert.equal(line['verdict'], 'yes');
    assert.equal(line['urgent'], false);
  });

  it('prints the lines before the figures when there is no file for them', async () => {
    const { code, printed } = await run(question);
    assert.equal(code, 0);
    assert.match(printed, /^\{"id":"T1".*\}\n\n1 items\n/);
  });

  it('takes items without labels, blank lines and Windows line ends', async () => {
    const { code, printed } = await run(
      '\uFEFF{"id":"T1","text":"hi"}\r\n\r\n{"id":"T2","text":"help","previous":["hi"]}\r\n',
    );
    assert.equal(code, 0);
    assert.match(printed, /"outcome":"command".*"command":"help"/);
    assert.match(printed, /No labels in the file/);
  });

  it('writes urgent as true for danger and distress alike', async () => {
    const { printed } = await run(
      '{"id":"T1","text":"I want to die"}\n{"id":"T2","text":"he is outside with a knife"}',
    );
    assert.equal(printed.match(/"urgent":true/g)?.length, 2);
  });

  it('refuses a file with bad lines, naming each, and writes nothing', async () => {
    const out = join(folder, 'out.jsonl');
    const lines = [
      question,
      '{nonsense',
      '[]',
      '{"id":"T2"}',
      '{"id":"T3","text":"x","kind":"riddle"}',
      question,
    ];
    const { code, printed, complained } = await run(lines.join('\n'), '--out', out);
    assert.equal(code, 1);
    assert.equal(printed, '');
    assert.match(complained, /line 2: not JSON/);
    assert.match(complained, /line 3: the item/);
    assert.match(complained, /line 4: text/);
    assert.match(complained, /line 5: kind/);
    assert.match(complained, /line 6: the id T1 is also that of line 1/);
    assert.throws(() => readFileSync(out), /ENOENT/);
  });

  it('names the first twenty bad lines and counts the rest', async () => {
    assert.match((await run('x\n'.repeat(25))).complained, /line 20: not JSON\n {2}and 5 more/);
  });

  it('refuses an empty file, a missing file and a place that it cannot write to', async () => {
    assert.equal((await run('\n')).code, 1);
    assert.match((await runWith(join(folder, 'none.jsonl'))).complained, /cannot be read/);
    assert.match((await run(question, '--out', join(folder, 'no', 'such'))).complained, /cannot be written/);
  });

  it('explains itself when used wrongly', async () => {
    for (const args of [
      ['--out', 'two'],
      ['one', 'two'],
      ['one', '--fast'],
    ]) {
      const { code, complained } = await runWith(...args);
      assert.equal(code, 2);
      assert.match(complained, /Usage: npm run evaluate .*FILE \[--out FILE\]/);
    }
  });
});

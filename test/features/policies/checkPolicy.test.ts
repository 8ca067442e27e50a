import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPolicy } from '../../../src/features/policies/checkPolicy';
import { bankTable, measureBank } from '../../../src/features/policies/engine/build/bankMeasure';
import { vectorLength, type SentenceEncoder } from '../../../src/features/policies/engine/sentenceEncoder';
import { contentFolder } from '../../../src/features/policies/policy';

/** Learning from one voice takes some seconds; a busy machine takes more. */
const LONGEST_MS = 180_000;
/** Words that no example holds. */
const NEW_QUESTION = 'Shall I flambeggle my zorp on Facebook?';

/** Quick, and no two texts have the same vector. */
const encoder: SentenceEncoder = {
  encode: (text) => {
    const vector = new Float32Array(vectorLength);
    for (const word of text.toLowerCase().split(/\W+/)) {
      const at = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % vectorLength, 7);
      vector[at] = 1;
    }
    const length = Math.hypot(...vector) || 1;
    return Promise.resolve(vector.map((value) => value / length));
  },
};

describe('npm run policy:check', function () {
  this.timeout(LONGEST_MS);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-check-'));
    cpSync(contentFolder, folder, { recursive: true });
    for (const file of readdirSync(join(folder, 'examples'))) {
      if (!['first.txt', 'policy-owner.txt', 'scouse-and-wales.txt'].includes(file))
        rmSync(join(folder, 'examples', file));
    }
    for (const file of readdirSync(join(folder, 'heldBack'))) rmSync(join(folder, 'heldBack', file));
    const item = { id: 'N1', text: NEW_QUESTION, kind: 'question', gold: ['P5.14'] };
    writeFileSync(join(folder, 'heldBack', 'new.jsonl'), `${JSON.stringify(item)}\n`);
    rmSync(join(folder, 'engine.json'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function check(): Promise<{ code: number; printed: string; complained: string }> {
    let [printed, complained] = ['', ''];
    const code = await checkPolicy(folder, encoder, {
      print: (text) => (printed += text),
      complain: (text) => (complained += text),
    });
    return { code, printed, complained };
  }

  it('makes the engine’s file, and after an edit of one clause lists every held-back message that is answered otherwise', async () => {
    const first = await check();
    assert.equal(first.code, 0, first.complained);
    assert.match(first.printed, /clause:P5\.14 +\d+/);
    appendFileSync(
      join(folder, 'examples', 'policy-owner.txt'),
      `# clause:P5.14\nno | ${NEW_QUESTION}\nno | May I flambeggle a zorp?\nno | Is it fine to flambeggle the zorp?\n`,
    );
    const second = await check();
    assert.equal(second.code, 0, second.complained);
    assert.match(second.printed, /first right +0\.0 % +100\.0 %/);
    assert.match(second.printed, /1 answers changed:\n- Shall I flambeggle/);
    assert.match(second.printed, /is: {2}answer P5\.14 no/);
  });

  it('changes nothing and says what to put right when a clause has no reviewed answer', async () => {
    const answers = join(folder, 'answers.json');
    writeFileSync(answers, readFileSync(answers, 'utf8').replace('"P5.16": {', '"P5.99": {'));
    const { code, complained } = await check();
    assert.equal(code, 1);
    assert.match(complained, /answers\.json has no answer for clause P5\.16/);
    assert.ok(!readdirSync(folder).includes('engine.json'));
  });

  it('refuses a clause with fewer examples than it needs', async () => {
    const file = join(folder, 'examples', 'first.txt');
    const [before = '', rest = ''] = readFileSync(file, 'utf8').split('# clause:P6\n');
    writeFileSync(
      file,
      `${before}# clause:P6\nno | Is a private group private?\n\n${rest.slice(rest.indexOf('# clause:R1'))}`,
    );
    const { code, complained } = await check();
    assert.equal(code, 1);
    assert.match(complained, /"# clause:P6" has \d+ examples in all voices\. Write at least 20/);
  });
});

describe('the measure of the examples', () => {
  const line = (text: string) => ({ text, label: 'clause:P6', verdict: undefined, voice: 'a', place: '' });

  it('counts the new words of the late examples and the share of the commonest beginning', () => {
    const lines = ['Can I post this', 'Can I post that', 'Can I share it', 'Zorps flambeggle'].map(line);
    const [measure] = measureBank(lines);
    assert.deepEqual(measure, { label: 'clause:P6', examples: 4, newStems: 2, largestFrame: 0.75 });
    assert.match(bankTable(measureBank(lines)), /clause:P6 +4 +2\.00 +75 %/);
  });

  it('measures clauses alone', () => {
    assert.deepEqual(measureBank([{ ...line('hello'), label: 'talk:greeting' }]), []);
  });
});

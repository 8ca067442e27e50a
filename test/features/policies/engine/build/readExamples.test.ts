import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExamples } from '../../../../../src/features/policies/engine/build/readExamples';

describe('the examples of a voice', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
    mkdirSync(join(folder, 'examples'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function read(...lines: string[]) {
    write('cook', ...lines);
    return readExamples(folder);
  }

  function write(voice: string, ...lines: string[]): void {
    writeFileSync(join(folder, 'examples', `${voice}.txt`), lines.join('\n'));
  }

  it('are read with their label, verdict, voice and place', () => {
    assert.deepEqual(read('# clause:P5.9', '', 'no | Must I accept it?'), {
      lines: [
        {
          text: 'Must I accept it?',
          label: 'clause:P5.9',
          verdict: 'no',
          voice: 'cook',
          place: 'examples/cook.txt, line 3',
        },
      ],
      followUps: [],
    });
  });

  it('have a verdict only where the writer gave one', () => {
    const { lines } = read(
      '# clause:P5.9',
      'May I?',
      'open | Why?',
      'yes | Can I?',
      'depends | If?',
      'advice | Should I?',
    );
    assert.deepEqual(
      lines.map(({ verdict }) => verdict),
      [undefined, null, 'yes', 'depends', 'advice'],
    );
  });

  it('keep a bar that is part of what somebody typed', () => {
    const { lines } = read(
      '# clause:P5.9',
      'no | this | or that?',
      'this | or that?',
      '# topic:hiring',
      'no | why',
    );
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['this | or that?', 'this | or that?', 'no | why'],
    );
  });

  it('belong to the heading above them', () => {
    const { lines } = read('# danger', 'help', '# talk:greeting', 'hello', 'hi');
    assert.deepEqual(
      lines.map(({ label }) => label),
      ['danger', 'talk:greeting', 'talk:greeting'],
    );
  });

  it('may stand in a file with Windows line ends and spaces around them', () => {
    const { lines } = read('# calm \r', '  tea is ready  \r', ' \r');
    assert.deepEqual(
      lines.map(({ text, label }) => [text, label]),
      [['tea is ready', 'calm']],
    );
  });

  it('follow up a question', () => {
    const { lines, followUps } = read('# followup', 'P5.8 | open | Can I add a client? | why not');
    assert.deepEqual(lines, []);
    const [{ before, text, label, verdict } = assert.fail('no follow-up')] = followUps;
    assert.deepEqual([before, text, label, verdict], ['Can I add a client?', 'why not', 'clause:P5.8', null]);
  });

  it('come voice after voice in the order of the alphabet, whatever else lies in the folder', () => {
    write('nurse', '# calm', 'second');
    write('cook', '# calm', 'first');
    writeFileSync(join(folder, 'examples', 'notes.md'), 'no heading');
    assert.deepEqual(
      readExamples(folder).lines.map(({ text, voice }) => [text, voice]),
      [
        ['first', 'cook'],
        ['second', 'nurse'],
      ],
    );
  });

  it('are refused without a heading, saying where', () => {
    assert.throws(() => read('', 'May I?'), /examples\/cook\.txt, line 2: there is no heading above it/);
  });

  for (const line of [
    'P5.8 | no | only one question',
    'P5.8 | maybe | Can I? | why',
    'Can I? | why',
    'why',
  ]) {
    it(`are refused as a follow-up in the wrong form: "${line}"`, () => {
      assert.throws(
        () => read('# followup', line),
        /examples\/cook\.txt, line 2: write it as "P5\.8 \| no \| the question before \| the follow-up"/,
      );
    });
  }

  it('are refused when their folder is missing', () => {
    rmSync(join(folder, 'examples'), { recursive: true });
    assert.throws(() => readExamples(folder), /The folder content\/examples is missing/);
  });
});

import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../../../src/features/policies/engine/build/build';
import { checkAnswers } from '../../../../../src/features/policies/engine/build/checkAnswers';
import type { AnsweringEngine } from '../../../../../src/features/policies/engine/outcome';
import { contentFolder, loadPolicy } from '../../../../../src/features/policies/policy';

describe('npm run policy:build refuses', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-content-'));
    cpSync(contentFolder, folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Replaces words in a content file; the words must be there. */
  function edit(file: string, from: string, to: string): void {
    const before = readFileSync(join(folder, file), 'utf8');
    assert.ok(before.includes(from), `${file} lacks ${from}`);
    writeFileSync(join(folder, file), before.replace(from, to));
  }

  async function assertRefused(...messages: RegExp[]): Promise<void> {
    const { problems } = await build(folder);
    for (const message of messages) assert.match(problems.join('\n'), message);
  }

  it('a clause that is not in the policy word for word', async () => {
    edit('clauses.json', 'Do not share confidential information.', 'Do not share secret information.');
    await assertRefused(/clauses\.json, P5\.16: this text is not in social-media-policy\.txt.*Copy it again/);
  });

  it('a clause without answers', async () => {
    edit('answers.json', '"P5.16": {', '"P5.99": {');
    await assertRefused(
      /answers\.json has no answer for clause P5\.16/,
      /answers\.json has answers for P5\.99.*no clause/,
    );
  });

  it('a clause whose answers are all for special ways of asking', async () => {
    edit(
      'answers.json',
      '"verdict": "no",\n        "text": "No. Do not share',
      '"verdict": "no",\n        "fits": ["can I share"],\n        "text": "No. Do not share',
    );
    edit(
      'answers.json',
      '"verdict": null,\n        "text": "Do not share conf',
      '"verdict": null,\n        "fits": ["what"],\n        "text": "Do not share conf',
    );
    await assertRefused(/answers\.json, P5\.16: every answer has "fits"/);
  });

  it('a heading that is too long, naming the clause', async () => {
    edit('answers.json', '"heading": "Confidential information"', `"heading": "${'long '.repeat(20)}"`);
    await assertRefused(/answers\.json is not as it should be/, /P5\.16.*heading/);
  });

  it('a verdict that there is not', async () => {
    edit('answers.json', '"verdict": "yes"', '"verdict": "maybe"');
    await assertRefused(/answers\.json is not as it should be/, /verdict/);
  });

  it('a file with a comma too many, saying where', async () => {
    edit('policy.json', '"id": "social-media",', '"id": "social-media",,');
    await assertRefused(/policy\.json cannot be read: .*comma/);
  });

  it('a key point or a section with an unknown clause', async () => {
    edit('policy.json', '["P5.11"]', '["P5.77"]');
    edit('policy.json', '"from": "P5.8"', '"from": "P9"');
    await assertRefused(
      /policy\.json, keyPoints: there is no clause P5\.77/,
      /policy\.json, sections: there is no clause P9/,
    );
  });

  it('sections that leave out the beginning', async () => {
    edit('policy.json', '"from": "A0"', '"from": "P2"');
    await assertRefused(/the first section must begin with clause A0/);
  });

  it('examples of an unknown clause, and a clause left without', async () => {
    renameSync(join(folder, 'examples/P6.txt'), join(folder, 'examples/P66.txt'));
    await assertRefused(
      /examples\/P66\.txt: there is no clause P66/,
      /examples\/P6\.txt has 0 example questions/,
    );
  });

  it('the same question in two places, whatever its case and marks, naming both', async () => {
    appendFileSync(join(folder, 'examples/P6.txt'), 'can i ignore a FRIEND request\n');
    await assertRefused(
      /examples\/P6\.txt, line \d+: "can i ignore a FRIEND request" is also in examples\/P5\.9\.txt, line 2/,
    );
  });

  it('an example without words', async () => {
    appendFileSync(join(folder, 'examples/P6.txt'), '?!\n');
    await assertRefused(/examples\/P6\.txt, line \d+: "\?!" has no words/);
  });

  it('a suggestion that nobody checked', async () => {
    edit('answers.json', '"Is cyberbullying taken seriously?"', '"What is the meaning of life?"');
    await assertRefused(
      /answers\.json, P5\.13: the suggestion "What is the meaning of life\?" is not an example question/,
    );
  });

  it('a pattern with a bracket missing', async () => {
    edit('danger.json', '"death threats?"', '"(death threats?"');
    edit('danger.json', '"water gun', '"(water gun');
    await assertRefused(
      /danger\.json, danger: the pattern "\(death threats\?" cannot be read/,
      /danger\.json, calm: the pattern "\(water gun/,
    );
  });

  it('a command that there is not', async () => {
    edit('commands.json', '"help": [', '"hlep": [');
    await assertRefused(/commands\.json is not as it should be/);
  });

  it('a file that is missing, by its name', async () => {
    rmSync(join(folder, 'words.json'));
    await assertRefused(/words\.json is missing/);
  });

  it('a suggestion that the engine does not answer', async () => {
    const policy = loadPolicy(folder);
    const mute: AnsweringEngine = {
      ask: () => Promise.resolve({ outcome: 'concern', report: true, urgent: false, clauses: [] }),
    };
    const problems = await checkAnswers(policy, mute);
    assert.equal(problems.length, policy.clauses.flatMap(({ suggestions }) => suggestions).length);
    assert.match(problems[0] ?? '', /answers\.json, A0: the bot does not answer the suggestion/);
  });
});

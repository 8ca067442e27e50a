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
import { build } from '../../../../../src/features/policies/engine/build/build';
import { checkAnswers } from '../../../../../src/features/policies/engine/build/checkAnswers';
import type { AnsweringEngine } from '../../../../../src/features/policies/engine/outcome';
import type { SentenceEncoder } from '../../../../../src/features/policies/engine/sentenceEncoder';
import { contentFolder, loadPolicy } from '../../../../../src/features/policies/policy';

/** What is wrong is said at once: nothing is read or learned before. */
const encoder: SentenceEncoder = { encode: () => Promise.reject(new Error('a sentence was encoded')) };

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

  /** Adds lines to the end of a voice. */
  function add(voice: string, ...lines: string[]): void {
    appendFileSync(join(folder, 'examples', `${voice}.txt`), `\n${lines.join('\n')}\n`);
  }

  /** Gives a heading another name in every voice. */
  function renameHeading(from: string, to: string): void {
    for (const file of readdirSync(join(folder, 'examples'))) {
      const path = join(folder, 'examples', file);
      const lines = readFileSync(path, 'utf8').split('\n');
      writeFileSync(path, lines.map((line) => (line === `# ${from}` ? `# ${to}` : line)).join('\n'));
    }
  }

  async function assertRefused(...messages: RegExp[]): Promise<void> {
    const { problems } = await build(folder, encoder);
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
    const plain: [verdict: string, text: string][] = [
      ['"no"', 'No. Do not share confidential'],
      ['"yes"', 'Yes. The policy says: do not share confidential'],
      ['null', 'Do not share confidential'],
    ];
    for (const [verdict, text] of plain) {
      const answer = (more: string): string => `"verdict": ${verdict},\n        ${more}"text": "${text}`;
      edit('answers.json', answer(''), answer('"fits": ["can I share"],\n        '));
    }
    await assertRefused(/answers\.json, P5\.16: every answer has "fits"/);
  });

  it('a clause without an answer that says neither yes nor no', async () => {
    const text = '"text": "Do not share confidential';
    edit('answers.json', `"verdict": null,\n        ${text}`, `"verdict": "depends",\n        ${text}`);
    await assertRefused(/answers\.json, P5\.16: no answer has the verdict null\. Write one/);
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

  it('a heading that there is not, saying where', async () => {
    add('night-carer', '# clause:P66', 'no | Can I paint the moon purple?');
    await assertRefused(/examples\/night-carer\.txt, line \d+: there is no "clause:P66"/);
  });

  it('a command that there is not', async () => {
    add('night-carer', '# command:dance', 'Dance the polka for me');
    await assertRefused(/examples\/night-carer\.txt, line \d+: there is no "command:dance"/);
  });

  it('a follow-up of a clause that there is not', async () => {
    add('night-carer', '# followup', 'P66 | no | Can I paint the moon? | and the sun?');
    await assertRefused(/examples\/night-carer\.txt, line \d+: there is no "clause:P66"/);
  });

  it('a clause, a topic and a sort of danger that are left without examples', async () => {
    for (const label of ['clause:P6', 'topic:hiring', 'distress']) renameHeading(label, 'calm');
    await assertRefused(
      /"# clause:P6" has 0 examples in all voices\. Write at least 20/,
      /"# topic:hiring" has 0 examples/,
      /"# distress" has 0 examples/,
    );
  });

  it('a line without a heading, saying where', async () => {
    writeFileSync(join(folder, 'examples', 'aaa.txt'), 'Can I paint the moon?\n');
    await assertRefused(/examples\/aaa\.txt, line 1: there is no heading above it/);
  });

  it('a follow-up in the wrong form, saying how it is written', async () => {
    add('night-carer', '# followup', 'P5.8 | no | and the sun?');
    await assertRefused(
      /examples\/night-carer\.txt, line \d+: write it as "P5\.8 \| no \| the question before/,
    );
  });

  it('the same line in two voices, whatever its case and marks, naming both', async () => {
    add('night-carer', '# clause:P6', 'yes | can i ignore a FRIEND request');
    await assertRefused(
      /night-carer\.txt, line \d+: "can i ignore a FRIEND request" is also in examples\/first\.txt, line \d+/,
    );
  });

  it('the same line under two headings of a voice', async () => {
    add('night-carer', '# calm', 'Paint the moon purple', '# danger', 'paint the moon purple!');
    await assertRefused(
      /night-carer\.txt, line \d+: "paint the moon purple!" is also in examples\/night-carer\.txt, line \d+/,
    );
  });

  it('an example without words', async () => {
    add('night-carer', '# clause:P6', 'no | ?!');
    await assertRefused(/examples\/night-carer\.txt, line \d+: "\?!" has no words/);
  });

  it('a folder without examples', async () => {
    rmSync(join(folder, 'examples'), { recursive: true });
    await assertRefused(/The folder content\/examples is missing/);
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

  it('a protected topic with few examples, and one that its words do not find', async () => {
    const file = join(folder, 'protectedTopics.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as {
      topics: { id: string; examples: string[] }[];
    };
    const [first, second] = content.topics;
    assert.ok(first && second);
    first.examples = first.examples.slice(0, 2);
    second.examples = [...second.examples, 'Can I paint the moon?'];
    writeFileSync(file, JSON.stringify(content));
    await assertRefused(
      new RegExp(`protectedTopics\\.json, ${first.id}: it has 2 examples\\. Write at least 5`),
      new RegExp(
        `protectedTopics\\.json, ${second.id}: the example "Can I paint the moon\\?" is not noticed`,
      ),
    );
  });

  it('a reason of an unknown clause, and one that the policy does not give word for word', async () => {
    const file = join(folder, 'reasons.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { quote: string }>;
    const [id, reason] = Object.entries(content)[0] ?? assert.fail('no reasons');
    content['P66'] = reason;
    content[id] = { ...reason, quote: 'The moon is made of cheese.' };
    writeFileSync(file, JSON.stringify(content));
    await assertRefused(
      /reasons\.json, P66: there is no clause P66/,
      new RegExp(`reasons\\.json, ${id}: the quote is not in clause \\S+ word for word`),
    );
  });

  it('a file that is missing, by its name', async () => {
    rmSync(join(folder, 'words.json'));
    await assertRefused(/words\.json is missing/);
  });

  it('a suggestion that the engine does not answer', async () => {
    const policy = loadPolicy(folder);
    const mute: AnsweringEngine = {
      ask: () =>
        Promise.resolve({
          outcome: 'concern',
          confession: false,
          protectedTopic: null,
          report: true,
          urgent: false,
          clauses: [],
        }),
    };
    const problems = await checkAnswers(policy, mute);
    assert.equal(problems.length, policy.clauses.flatMap(({ suggestions }) => suggestions).length);
    assert.match(problems[0] ?? '', /answers\.json, A0: the bot does not answer the suggestion/);
  });
});

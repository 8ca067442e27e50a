import assert from 'node:assert/strict';
import { fingerprint } from '../../../src/features/policies/engine/build/buildEngineData';
import { checkAnswers } from '../../../src/features/policies/engine/build/checkAnswers';
import { readBanks } from '../../../src/features/policies/engine/build/readBanks';
import { loadEngineData } from '../../../src/features/policies/engine/engineData';
import { contentFolder, loadPolicy } from '../../../src/features/policies/policy';
import { sections } from '../../../src/features/policies/sections';
import { realEngine } from '../../support/realEngine';

describe('the policy content', () => {
  const policy = loadPolicy();

  it('holds the text as approved', () => {
    // The SHA-256 of the approved document: it changes only with a new version.
    assert.equal(policy.version.hash, '471efa4db7c4b33f374a2b3fd41a4f0a8514d917b8bdd50a845c5e01efdd9c8a');
    assert.equal(policy.version.number, 1);
  });

  it('has 29 clauses, each word for word in the text', () => {
    assert.equal(policy.clauses.length, 29);
    for (const { id, text } of policy.clauses) assert.ok(policy.text.includes(text), id);
  });

  it('says plainly that the date of approval is not filled in', () => {
    assert.match(policy.version.approved, /^PLACEHOLDER/);
  });

  it('asks people to confirm the agreed statement', () => {
    assert.equal(
      policy.statement,
      'I have read this policy, I could ask questions, and I understand what it asks of me.',
    );
  });

  it('begins a yes answer with Yes and a no answer with No', () => {
    for (const { id, answers } of policy.clauses) {
      for (const { verdict, text } of answers) {
        if (verdict === 'yes') assert.match(text, /^Yes\b/, id);
        if (verdict === 'no') assert.match(text, /^No\b/, id);
        if (verdict === null) assert.doesNotMatch(text, /^(Yes|No)\b/, id);
      }
    }
  });

  it('has an answer for every clause that needs neither yes nor no', () => {
    for (const { id, answers } of policy.clauses) {
      assert.ok(
        answers.some(({ verdict }) => verdict === null),
        id,
      );
    }
  });

  it('never promises what the policy does not say', () => {
    const answers = policy.clauses.flatMap((clause) => clause.answers.map(({ text }) => text)).join('\n');
    assert.doesNotMatch(answers, /disciplin|dismiss|sack|within \d+|working days|monitor/i);
  });

  it('was built into engine.json after its last change', () => {
    assert.equal(
      loadEngineData().builtFrom,
      fingerprint(policy, readBanks(contentFolder)),
      'engine.json is old. Run: npm run policy:build',
    );
  });

  it('has to be built anew when one word of it changes', () => {
    const banks = readBanks(contentFolder);
    const [first, ...others] = banks.lines;
    assert.ok(first);
    const lines = [{ ...first, text: `${first.text} now` }, ...others];
    const statement = `${policy.statement} Always.`;
    const changed = [fingerprint(policy, { ...banks, lines }), fingerprint({ ...policy, statement }, banks)];
    assert.ok(!changed.includes(fingerprint(policy, banks)));
  });

  it('suggests no question that the engine does not answer', async () => {
    assert.deepEqual(await checkAnswers(policy, await realEngine()), []);
  });
});

describe('the policy in sections', () => {
  const policy = loadPolicy();
  const parts = sections(policy);

  it('is the whole text in its order', () => {
    const shown = parts.flatMap(({ paragraphs }) =>
      paragraphs.map(({ marker, text }) => `${marker} ${text}`.trim()),
    );
    const lines = policy.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    // The document's one heading is the title of a section.
    assert.deepEqual(
      lines.filter((line) => !shown.includes(line)),
      ['[bookmark: _Toc149233531]Procedure'],
    );
    assert.deepEqual(
      shown,
      lines.filter((line) => shown.includes(line)),
    );
    assert.ok(parts.some(({ title }) => title === 'Procedure'));
  });

  it('fits on a handful of cards', () => {
    assert.ok(parts.length >= 4 && parts.length <= 6);
    for (const { title, paragraphs } of parts) {
      const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
      assert.ok(length < 2_500, `${title} has ${length} characters`);
    }
  });

  it('keeps the number or dot that stands before a clause', () => {
    const markers = new Map(
      parts.flatMap((part) => part.paragraphs.map((each) => [each.clauseId, each.marker])),
    );
    assert.equal(markers.get('A0'), '');
    assert.equal(markers.get('P5'), '5.');
    assert.equal(markers.get('P5.9'), '·');
    assert.equal(markers.get('R5'), '5.');
  });
});

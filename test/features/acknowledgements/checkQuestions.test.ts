import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsFor } from '../../../src/features/acknowledgements/check/pick';
import {
  CHOICES,
  loadCheckQuestions,
  QUESTIONS_FILE,
} from '../../../src/features/acknowledgements/check/questions';
import { loadPolicy } from '../../../src/features/policies/policy';
import { sections } from '../../../src/features/policies/sections';

const policy = loadPolicy();
const bank = loadCheckQuestions(sections(policy));
const version = { policyId: policy.id, versionNumber: 1, versionHash: policy.version.hash };
const people = Array.from({ length: 500 }, (_, at) => `person-${at}`);

describe('the questions at the end', () => {
  it('are at least thirty, and each clause of the policy has one', () => {
    assert.ok(bank.length >= 30);
    assert.deepEqual(
      [...new Set(bank.map(({ clause }) => clause))].sort(),
      policy.clauses.map(({ id }) => id).sort(),
    );
  });

  it('carry the exact words of their clause', () => {
    for (const { clause, clauseText } of bank)
      assert.equal(clauseText, policy.clauses.find(({ id }) => id === clause)?.text);
  });

  it('cannot be passed by always choosing the same place', () => {
    for (const choice of CHOICES) {
      const share = bank.filter(({ right }) => right === choice).length / bank.length;
      assert.ok(share > 0.25 && share < 0.42, `${choice}: ${share}`);
    }
  });

  it('cannot be passed by choosing the longest option', () => {
    const longest = bank.filter(({ options, right }) => {
      const ofRight = options[CHOICES.indexOf(right)]?.length ?? 0;
      return options.every(({ length }) => length <= ofRight);
    });
    assert.ok(longest.length / bank.length < 0.6, `${longest.length} of ${bank.length}`);
  });

  it('are in plain words: no question is longer than thirty words', () => {
    for (const { id, question } of bank) assert.ok(question.split(/\s+/).length <= 30, id);
  });

  it('speak neither of penalties nor of monitoring nor of times, on which the policy is silent', () => {
    const silent =
      /\b(disciplin|sack|dismiss|fired|penalt|monitor|track|fine of|hours?|within \d|deadline|union)\w*/i;
    const texts = bank.map(({ id, question, explanation, options, right }) => ({
      id,
      text: [question, explanation, options[CHOICES.indexOf(right)]].join(' '),
    }));
    for (const { id, text } of texts) assert.doesNotMatch(text, silent, id);
  });

  it('are three for each person, the same at every look, from three parts of the policy', () => {
    for (const person of people) {
      const picked = questionsFor(bank, person, version);
      assert.deepEqual(questionsFor(bank, person, version), picked);
      assert.equal(new Set(picked.map(({ section }) => section)).size, 3);
      assert.equal(new Set(picked.map(({ clause }) => clause)).size, 3);
    }
  });

  it('are others for other people and other versions, and every question is asked of somebody', () => {
    const idsOf = (person: string, hash: string): string =>
      questionsFor(bank, person, { ...version, versionHash: hash })
        .map(({ id }) => id)
        .join();
    const changed = people.filter((person) => idsOf(person, 'one') !== idsOf(person, 'two'));
    assert.ok(changed.length > 450, `${changed.length} of 500`);
    const asked = new Set(people.flatMap((person) => idsOf(person, 'one').split(',')));
    assert.equal(asked.size, bank.length);
  });

  it('do not depend on the order in which they stand in the file', () => {
    for (const person of people.slice(0, 20))
      assert.deepEqual(
        questionsFor([...bank].reverse(), person, version),
        questionsFor(bank, person, version),
      );
  });

  it('come from different clauses where the policy has only one part', () => {
    const onePart = bank.map((question) => ({ ...question, section: 'All' }));
    for (const person of people.slice(0, 50)) {
      const clauses = questionsFor(onePart, person, version).map(({ clause }) => clause);
      assert.equal(new Set(clauses).size, 3);
    }
  });
});

describe('a file of questions', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'questions-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  type Question = Record<string, unknown>;
  const bad: [string, (all: Question[]) => Question[], RegExp][] = [
    ['an id that is there twice', ([one = {}, ...rest]) => [one, one, ...rest], /is there twice/],
    ['two options', ([one = {}]) => [{ ...one, options: ['Yes indeed.', 'No indeed.'] }], /options/],
    ['two options that are the same', ([one]) => [{ ...one, options: ['Yes.', 'Yes.', 'No.'] }], /the same/],
    ['a right answer that is none of the three', ([one]) => [{ ...one, right: 'd' }], /right/],
    ['no explanation', ([one]) => [{ ...one, explanation: '' }], /explanation/],
    ['a clause that the policy does not have', ([one]) => [{ ...one, clause: 'P99' }], /no clause P99/],
    ['something that is no part of a question', ([one]) => [{ ...one, points: 3 }], /points/],
  ];
  for (const [what, change, words] of bad) {
    it(`with ${what} is refused at the start, naming it`, () => {
      const file = join(folder, 'questions.json');
      const all = JSON.parse(readFileSync(QUESTIONS_FILE, 'utf8')) as Question[];
      writeFileSync(file, JSON.stringify(change(all)));
      assert.throws(() => loadCheckQuestions(sections(policy), file), words);
    });
  }
});

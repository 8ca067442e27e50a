import type { Clause, Policy } from '../../policy';
import { keyOf } from '../knownLines';
import { commandNames } from '../outcome';
import { checkReviewedFiles } from './checkReviewedFiles';
import type { Banks } from './readBanks';
import type { ExampleLine } from './readExamples';

/** How many examples a clause, a topic or anything else needs before the engine can know it. */
export const leastExamples = 20;

/** Everything that is wrong with the content, each in words for the policy owner: where, what, what to do. */
export function checkContent(policy: Policy, banks: Banks): string[] {
  return [
    ...checkClauses(policy),
    ...checkReferences(policy),
    ...checkLabels(policy, banks),
    ...checkCounts(policy, banks),
    ...checkDuplicates(banks.lines),
    ...policy.clauses.flatMap((clause) => checkSuggestions(clause, banks)),
    ...checkPatterns(banks),
    ...checkReviewedFiles(policy),
  ];
}

function checkClauses({ clauses, text }: Policy): string[] {
  return clauses.flatMap((clause) => {
    const problems: string[] = [];
    if (!text.includes(clause.text)) {
      problems.push(
        `clauses.json, ${clause.id}: this text is not in social-media-policy.txt word for word. ` +
          'Copy it again from the policy.',
      );
    }
    if (!clause.answers.some(({ fits }) => fits.length === 0)) {
      problems.push(
        `answers.json, ${clause.id}: every answer has "fits". Leave "fits" out of the usual answer.`,
      );
    }
    return problems;
  });
}

function checkReferences({ clauses, keyPoints, starts }: Policy): string[] {
  const ids = new Set(clauses.map(({ id }) => id));
  const named = [
    ...keyPoints.flatMap((point) => point.clauses.map((id) => ({ id, place: 'policy.json, keyPoints' }))),
    ...starts.map(({ from }) => ({ id: from, place: 'policy.json, sections' })),
  ];
  const problems = named
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) => `${place}: there is no clause ${id}. Use an id from clauses.json.`);
  if (starts[0]?.from !== clauses[0]?.id) {
    problems.push(`policy.json, sections: the first section must begin with clause ${clauses[0]?.id}.`);
  }
  return problems;
}

function checkLabels(policy: Policy, { lines, followUps }: Banks): string[] {
  const known = labelsOf(policy);
  return [...lines, ...followUps]
    .filter(({ label }) => !known.has(label))
    .map(({ label, place }) => `${place}: there is no "${label}". Use a heading of another voice's file.`);
}

function labelsOf({ clauses, topics, smallTalk }: Policy): ReadonlySet<string> {
  return new Set([
    ...clauses.map(({ id }) => `clause:${id}`),
    ...topics.map(({ id }) => `topic:${id}`),
    ...smallTalk.map(({ id }) => `talk:${id}`),
    ...commandNames.map((name) => `command:${name}`),
    ...['concern', 'confession', 'danger', 'distress', 'calm'],
  ]);
}

function checkCounts(policy: Policy, { lines }: Banks): string[] {
  return [...labelsOf(policy)].flatMap((label) => {
    const count = lines.filter((line) => line.label === label).length;
    if (count >= leastExamples) return [];
    return [`"# ${label}" has ${count} examples in all voices. Write at least ${leastExamples}.`];
  });
}

function checkDuplicates(lines: readonly ExampleLine[]): string[] {
  const seen = new Map<string, ExampleLine>();
  return lines.flatMap((line) => {
    if (keyOf(line.text) === '') return [`${line.place}: "${line.text}" has no words. Remove it.`];
    const earlier = seen.get(keyOf(line.text));
    if (earlier === undefined) {
      seen.set(keyOf(line.text), line);
      return [];
    }
    return [`${line.place}: "${line.text}" is also in ${earlier.place}. Keep it in one place only.`];
  });
}

function checkSuggestions(clause: Clause, { lines }: Banks): string[] {
  const questions = new Set(lines.filter(({ label }) => label.startsWith('clause:')).map(({ text }) => text));
  return clause.suggestions
    .filter((suggestion) => !questions.has(suggestion))
    .map(
      (suggestion) =>
        `answers.json, ${clause.id}: the suggestion "${suggestion}" is not an example question, so nobody checked ` +
        'its answer. Add it to the examples of the clause that answers it, in the same words.',
    );
}

function checkPatterns({ danger: { danger, distress, calm } }: Banks): string[] {
  const named = Object.entries({
    danger: [...danger.patterns, ...danger.whenTold, ...danger.otherLanguages],
    distress: [...distress.patterns, ...distress.whenTold, ...distress.otherLanguages],
    calm: calm.phrases,
  });
  return named.flatMap(([name, patterns]) =>
    patterns
      .filter((pattern) => !isPattern(pattern))
      .map((pattern) => `danger.json, ${name}: the pattern "${pattern}" cannot be read. Check its brackets.`),
  );
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

import type { Policy } from '../../policy';
import { createProtectedTopicFinder } from '../protectedTopics';

/** How many examples show that a protected topic is noticed as staff type it. */
const leastTopicExamples = 5;

/** What is wrong with the files of reviewed words that the engine does not learn from. */
export function checkReviewedFiles(policy: Policy): string[] {
  return [...checkProtectedTopics(policy), ...checkReasons(policy), ...checkNeutralAnswers(policy)];
}

function checkProtectedTopics({ protectedTopics: { topics } }: Policy): string[] {
  const find = createProtectedTopicFinder(topics);
  return topics.flatMap(({ id, examples }) => {
    const place = `protectedTopics.json, ${id}`;
    const missed = examples.filter((example) => find(example) === null);
    return [
      ...(examples.length < leastTopicExamples
        ? [`${place}: it has ${examples.length} examples. Write at least ${leastTopicExamples}.`]
        : []),
      ...missed.map(
        (example) => `${place}: the example "${example}" is not noticed. Add one of its words to "words".`,
      ),
    ];
  });
}

function checkReasons({ clauses, reasons }: Policy): string[] {
  const texts = new Map(clauses.map(({ id, text }) => [id, text]));
  return Object.entries(reasons).flatMap(([id, { quote, from }]) => {
    const place = `reasons.json, ${id}`;
    if (!texts.has(id)) return [`${place}: there is no clause ${id}. Use an id from clauses.json.`];
    if (texts.get(from)?.includes(quote)) return [];
    return [`${place}: the quote is not in clause ${from} word for word. Copy it again from the policy.`];
  });
}

/** Where a yes or no could silence somebody, or nobody knows how it was asked, this answer is given. */
function checkNeutralAnswers({ clauses }: Policy): string[] {
  return clauses
    .filter(({ answers }) => !answers.some(({ verdict }) => verdict === null))
    .map(({ id }) => `answers.json, ${id}: no answer has the verdict null. Write one without yes or no.`);
}

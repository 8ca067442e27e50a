import type { Policy } from '../../policy';
import type { AnsweringEngine } from '../outcome';

/** Asks the finished engine every suggestion: a suggestion that is not answered would be a dead end. */
export function checkAnswers(policy: Policy, engine: AnsweringEngine): string[] {
  return policy.clauses.flatMap(({ id, suggestions }) =>
    suggestions
      .filter((suggestion) => engine.ask(suggestion).outcome !== 'answer')
      .map(
        (suggestion) =>
          `answers.json, ${id}: the bot does not answer the suggestion "${suggestion}" with a clause. ` +
          'Choose another example question.',
      ),
  );
}

import type { Policy } from '../../policy';
import type { AnsweringEngine } from '../outcome';

/** Asks the finished engine every suggestion: a suggestion that is not answered would be a dead end. */
export async function checkAnswers(policy: Policy, engine: AnsweringEngine): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, suggestions } of policy.clauses) {
    for (const suggestion of suggestions) {
      if ((await engine.ask(suggestion)).outcome === 'answer') continue;
      problems.push(
        `answers.json, ${id}: the bot does not answer the suggestion "${suggestion}" with a clause. ` +
          'Choose another example question.',
      );
    }
  }
  return problems;
}

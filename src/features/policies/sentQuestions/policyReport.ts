import type { Feedback, FeedbackCount } from '../conversation/feedback';
import type { Policy } from '../policy';
import type { SentQuestionStore } from './sentQuestionStore';
import type { Themes } from './themes';
import { LEAST_FOR_THEME, themesOf } from './themes';

/** What the policy owner is told: what staff chose to send, and how the answers were taken. */
export interface PolicyReport extends Themes {
  /** How many questions were sent in all. */
  readonly questions: number;
  /** The clauses whose answers helped least come first. */
  readonly feedback: readonly FeedbackCount[];
}

export async function policyReport(from: {
  readonly store: Pick<SentQuestionStore, 'all'>;
  readonly feedback: Pick<Feedback, 'counts'>;
}): Promise<PolicyReport> {
  const [questions, counts] = await Promise.all([from.store.all(), from.feedback.counts()]);
  const feedback = [...counts].sort((one, other) => other.dislikes - one.dislikes || other.likes - one.likes);
  return { questions: questions.length, ...themesOf(questions), feedback };
}

/** The report as text, for a terminal. */
export function reportText(report: PolicyReport, policy: Pick<Policy, 'clauses'>): string {
  const { questions, themes, others, feedback } = report;
  return [
    `Questions sent to the policy team: ${questions}`,
    ...themes.map(({ count, questions: shown, lastWeek }) =>
      [`${count} questions much alike, the last in ${lastWeek}:`, ...shown.map((each) => `  - ${each}`)].join(
        '\n',
      ),
    ),
    `${others} other ${others === 1 ? 'question' : 'questions'} (shown from ${LEAST_FOR_THEME} that are alike)`,
    ['Thumbs under answers, by clause:', ...feedbackLines(feedback, policy)].join('\n'),
  ].join('\n\n');
}

function feedbackLines(feedback: readonly FeedbackCount[], { clauses }: Pick<Policy, 'clauses'>): string[] {
  if (feedback.length === 0) return ['  none yet'];
  return feedback.map(({ clauseId, likes, dislikes }) => {
    const heading = clauses.find(({ id }) => id === clauseId)?.heading ?? 'no longer in the policy';
    return `  ${clauseId} ${heading}: ${likes} up, ${dislikes} down`;
  });
}

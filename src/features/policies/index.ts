import type { Router } from '../../bot/router';
import { registerChoices } from './conversation/choices';
import type { PoliciesDeps, PolicyConversation } from './conversation/conversation';
import { createPolicyConversation } from './conversation/conversation';
import type { Storage } from '../../storage/storage';
import { registerMessageExtension } from './messageExtension/messageExtension';

import { contentFolder } from './policy';
import { readPlainWords } from './sentQuestions/plainWords';
import type { Redaction } from './sentQuestions/redaction';
import { createRedaction } from './sentQuestions/redaction';
import { readReviewedWords } from './sentQuestions/reviewedWords';
import { registerSending } from './sentQuestions/sending';
import { createSentQuestionStore } from './sentQuestions/sentQuestionStore';

export type { PoliciesDeps, PolicyConversation } from './conversation/conversation';
export type { Feedback, FeedbackCount, Reaction } from './conversation/feedback';
export { createPolicyConversation } from './conversation/conversation';
export { createFeedback } from './conversation/feedback';

/**
 * Job 1: questions about the policy. What has nothing to go by, and commands of other features, go on to the next.
 * @param conversation the one that other features were given, so that all share it
 */
export function registerPolicies(
  router: Router,
  deps: PoliciesDeps,
  conversation: PolicyConversation = createPolicyConversation(deps),
): void {
  router.onMessage('policies', (turn) => conversation.answerIfAnything(turn));
  registerMessageExtension(router, deps);
  const { policy, contacts, clauseLink: link, clock } = deps;
  registerChoices(router, { policy, contacts, link, clock });
}

/**
 * Sending a question that the policy did not answer to the policy team. It listens before the features that read
 * commands in a person's own words, for its own words are exact.
 */
export function registerSentQuestions(
  router: Router,
  {
    storage,
    engine,
    clock,
    redact,
  }: Pick<PoliciesDeps, 'engine' | 'clock' | 'redact'> & { readonly storage: Pick<Storage, 'table'> },
): void {
  registerSending(router, { engine, clock, redact, store: createSentQuestionStore(storage) });
}

/** Leaves names and numbers out of a question, by the policy owner's lists. Reads files: the caller keeps it. */
export function loadRedaction(): Redaction {
  return createRedaction(readPlainWords(contentFolder), readReviewedWords(contentFolder));
}

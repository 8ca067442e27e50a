import type { Router } from '../../bot/router';
import { registerChoices } from './conversation/choices';
import type { PoliciesDeps, PolicyConversation } from './conversation/conversation';
import { createPolicyConversation } from './conversation/conversation';
import { registerMessageExtension } from './messageExtension/messageExtension';

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
  registerChoices(router, { policy: deps.policy, contacts: deps.contacts, link: deps.clauseLink });
}

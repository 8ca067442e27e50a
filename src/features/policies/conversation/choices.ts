import { z } from 'zod';
import type { Router } from '../../../bot/router';
import { notice, showCard } from '../../../bot/cardReply';
import { chosenCard } from './cards';
import { rememberAnswered } from './recentQuestions';
import type { ReplyContext } from './replies';
import { answerToChoice, clauseOf } from './replies';

const chosenSchema = z.object({ clauseId: z.string() });
const GONE = 'I don’t have that part of the policy any more. Please ask me again in a few words.';
const NONE_TEXT =
  'Please try other words, and say what you would like to do and where: “Can I post a photo of a client on Facebook?” ' +
  'If the policy doesn’t say, your manager can help.';

/** The buttons under "Did you mean". */
export function registerChoices(router: Router, context: ReplyContext): void {
  router.onCardAction('policies.choose', (turn, data) => {
    const parsed = chosenSchema.safeParse(data);
    const clause = parsed.success ? clauseOf(context.policy, parsed.data.clauseId) : undefined;
    const message = clause && answerToChoice(clause, context);
    if (!clause || !message || !('text' in message)) return Promise.resolve(notice(GONE));
    rememberAnswered(turn, clause.id);
    turn.say(message.text, message.extras);
    return Promise.resolve(showCard(chosenCard(`You chose: ${clause.heading}`)));
  });

  router.onCardAction('policies.none', (turn) => {
    turn.say(NONE_TEXT);
    return Promise.resolve(showCard(chosenCard('You chose: None of these')));
  });
}

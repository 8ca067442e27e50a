import { z } from 'zod';
import type { Router } from '../../../bot/router';
import { notice, showCard } from '../../../bot/cardReply';
import type { Clock } from '../../../clock';
import { sendOfferCard } from '../sentQuestions/cards';
import { chosenCard } from './cards';
import { recentQuestion, rememberAnswered } from './recentQuestions';
import type { ReplyContext } from './replies';
import { answerToChoice, clauseOf } from './replies';

const chosenSchema = z.object({ clauseId: z.string() });
const noneSchema = z.object({ asked: z.string().min(1) });
const GONE = 'I don’t have that part of the policy any more. Please ask me again in a few words.';
const NONE_TEXT =
  'Please try other words, and say what you would like to do and where: “Can I post a photo of a client on Facebook?” ' +
  'If the policy doesn’t say, your manager can help.';

/** What the buttons need beside the words. */
export interface ChoicesContext extends ReplyContext {
  readonly clock: Clock;
}

/** The buttons under "Did you mean". */
export function registerChoices(router: Router, context: ChoicesContext): void {
  router.onCardAction('policies.choose', (turn, data) => {
    const parsed = chosenSchema.safeParse(data);
    const clause = parsed.success ? clauseOf(context.policy, parsed.data.clauseId) : undefined;
    const message = clause && answerToChoice(clause, context);
    if (!clause || !message || !('text' in message)) return Promise.resolve(notice(GONE));
    rememberAnswered(turn, clause.id);
    turn.say(message.text, message.extras);
    return Promise.resolve(showCard(chosenCard(`You chose: ${clause.heading}`)));
  });

  router.onCardAction('policies.none', (turn, data) => {
    turn.say(NONE_TEXT);
    const parsed = noneSchema.safeParse(data);
    const asked = parsed.success ? parsed.data.asked : undefined;
    if (asked !== undefined && recentQuestion(turn, context.clock, asked)) turn.show(sendOfferCard(asked));
    return Promise.resolve(showCard(chosenCard('You chose: None of these')));
  });
}

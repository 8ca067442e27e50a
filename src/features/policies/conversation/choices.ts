import { z } from 'zod';
import type { Router } from '../../../bot/router';
import { notice, showCard } from '../../../bot/cardReply';
import type { Clock } from '../../../clock';
import { sendOfferCard } from '../sentQuestions/cards';
import { chosenCard } from './cards';
import { recentQuestion } from './recentQuestions';
import type { ReplyContext } from './replies';
import { answerToChoice, clauseOf } from './replies';
import { OTHER_WORDS } from './shapeWords';
import { rememberAnswered } from './topicInHand';

const chosenSchema = z.object({ clauseId: z.string(), topic: z.string().default('') });
const noneSchema = z.object({ asked: z.string().min(1) });
const GONE = 'I don’t have that part of the policy any more. Please ask me again in a few words.';

/** What the buttons need beside the words. */
export interface ChoicesContext extends ReplyContext {
  readonly clock: Clock;
}

/** The buttons under "Did you mean". */
export function registerChoices(router: Router, context: ChoicesContext): void {
  router.onCardAction('policies.choose', (turn, data) => {
    const parsed = chosenSchema.safeParse(data);
    const clause = parsed.success ? clauseOf(context.policy, parsed.data.clauseId) : undefined;
    if (!parsed.success || !clause) return Promise.resolve(notice(GONE));
    const message = answerToChoice(clause, parsed.data.topic, context);
    rememberAnswered(turn, clause.id, context.clock);
    turn.say(message.text, message.extras);
    return Promise.resolve(showCard(chosenCard(`You chose: ${clause.heading}`)));
  });

  router.onCardAction('policies.none', (turn, data) => {
    turn.say(OTHER_WORDS);
    const parsed = noneSchema.safeParse(data);
    const asked = parsed.success ? parsed.data.asked : undefined;
    if (asked !== undefined && recentQuestion(turn, context.clock, asked)) turn.show(sendOfferCard(asked));
    return Promise.resolve(showCard(chosenCard('You chose: None of these')));
  });
}

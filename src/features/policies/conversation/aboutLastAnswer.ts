import type { Message } from '../../../bot/messengerPort';
import { sendOfferCard } from '../sentQuestions/cards';
import { askedAboutAnswer } from './askedAboutAnswer';
import { CHOICES, choicesCard } from './cards';
import type { Incoming } from './messagesFor';
import { isNotMeant } from './notMeant';
import { protectedLine } from './protectedLine';
import { aboutAnswer } from './reasonWords';
import { questionKey, recentQuestion } from './recentQuestions';
import { clauseOf, clausesOf } from './replies';
import { OTHER_WORDS } from './shapeWords';
import { keepOthers, topicInHand } from './topicInHand';

/** To what is said about the answer before: "why?", "since when?", "that's not what I meant". */
export function repliesAboutAnswer(message: Incoming): Message[] | undefined {
  const { turn, words, deps, context } = message;
  if (turn.place.kind !== 'personal') return undefined;
  if (isNotMeant(words)) return otherChoices(message);
  const asked = askedAboutAnswer(words);
  const clause = asked && clauseOf(deps.policy, topicInHand(turn, deps.clock)?.answered);
  return clause ? [aboutAnswer(asked, clause, context)] : undefined;
}

/** The clauses that fit the last question next best, while there are any that were not shown. */
function otherChoices({ turn, deps: { policy, clock } }: Incoming): Message[] {
  const topic = topicInHand(turn, clock);
  const last = recentQuestion(turn, clock);
  const clauses = clausesOf(policy, topic?.others ?? []).slice(0, CHOICES);
  const asked = last && topic ? questionKey(last.text) : undefined;
  if (!topic || clauses.length === 0) {
    return [{ text: OTHER_WORDS }, ...(asked === undefined ? [] : [{ card: sendOfferCard(asked) }])];
  }
  const shown = clauses.map(({ id }) => id);
  keepOthers(
    turn,
    topic.others.filter((id) => !shown.includes(id)),
  );
  const line = protectedLine(policy, topic.protectedTopic);
  return [{ card: choicesCard(clauses, { asked, topic: topic.protectedTopic, line }) }];
}

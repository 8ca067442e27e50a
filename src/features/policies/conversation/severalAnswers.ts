import type { Message } from '../../../bot/messengerPort';
import type { Outcome } from '../engine/outcome';
import type { AnswerShown } from './answerWords';
import { citationOf, shortAnswer, sourceLine, sourceOf } from './answerWords';
import { answerNumber } from './answerNumber';
import { paragraphs } from './markdown';
import { protectedLine } from './protectedLine';
import type { ReplyContext } from './replies';
import { answerShown, clauseOf } from './replies';

/** Answers in one message: more would be a wall of text on a phone. */
export const MOST_ANSWERS = 3;

type Answered = Extract<Outcome, { outcome: 'answer' }>;

const NO_CLEAR_ONE =
  'You asked me several things at once, and I don’t want to mix them up. Please ask me one at a time.';
const HAPPENED = 'Has one of these happened? Type **report**.';

/**
 * Short answers to the first clear questions of a message with several, each with its clause and number.
 * @param answered what the engine says to them
 * @param asked how many questions there were
 */
export function severalAnswersMessage(
  answered: readonly Answered[],
  asked: number,
  context: ReplyContext,
): Message {
  const { policy, link } = context;
  const shown = answered.flatMap((outcome) => shownFor(outcome, context) ?? []).slice(0, MOST_ANSWERS);
  if (shown.length === 0) return { text: NO_CLEAR_ONE };
  const topic = answered.find(({ protectedTopic }) => protectedTopic !== null)?.protectedTopic;
  return {
    text: paragraphs(
      ...shown.map((answer, at) => item(answer, at + 1, context)),
      `${sourceOf(policy)}. Keep the numbers: they show what you were told.`,
      shown.length < asked ? othersLeft(shown.length) : '',
      HAPPENED,
      protectedLine(policy, topic),
    ),
    extras: { citations: shown.map(({ clause }, at) => citationOf(clause, link, at + 1)) },
  };
}

function shownFor(outcome: Answered, context: ReplyContext): AnswerShown | undefined {
  const clause = clauseOf(context.policy, outcome.clauses[0]);
  return clause && answerShown(clause, outcome, context);
}

function item(shown: AnswerShown, position: number, { policy, link }: ReplyContext): string {
  const { clause, index } = shown;
  const source = `${sourceLine(clause, link, position)} · Answer ${answerNumber(policy, clause, index)}`;
  return paragraphs(`**${position}. ${clause.heading}**`, shortAnswer(shown), source);
}

function othersLeft(count: number): string {
  const answered = count === 1 ? 'This is the one' : `These are the first ${count === 2 ? 'two' : 'three'}`;
  return `${answered} that I am sure of. Please ask me the others one at a time.`;
}

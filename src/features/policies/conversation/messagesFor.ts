import type { Message } from '../../../bot/messengerPort';
import type { Turn } from '../../../bot/turn';
import type { Outcome } from '../engine/outcome';
import { maySend } from '../sentQuestions/maySend';
import { repliesAboutAnswer } from './aboutLastAnswer';
import { commandOffer, policyMessage, privacyMessage } from './commandWords';
import type { PoliciesDeps } from './conversation';
import type { MessageShape } from './messageShape';
import { plainWords, shapeOf } from './messageShape';
import { questionPutAnew } from './notMeant';
import { repliesInOtherLanguage } from './otherLanguage';
import { isConfidential, readThroughNames, withOwnDeed } from './reading';
import { questionKey, recentQuestions, rememberQuestion } from './recentQuestions';
import type { ReplyContext } from './replies';
import { repliesTo } from './replies';
import { isRude, RUDE_WORDS } from './rudeness';
import { repliesToSeveral } from './severalReplies';
import { PICTURE_LEFT_OUT, shapeWords } from './shapeWords';
import { isTampering, TAMPERING_WORDS } from './tampering';
import { letTopicGo } from './topicInHand';

/** A message with what was found out about it. */
export interface Incoming {
  readonly turn: Turn;
  /** Its words without markup. */
  readonly words: string;
  readonly shape: MessageShape;
  readonly outcome: Outcome;
  readonly deps: PoliciesDeps;
  readonly context: ReplyContext;
}

/** Takes a message that is for it. @returns what is said, or undefined to leave it to the next. */
type Taker = (message: Incoming) => Message[] | undefined | Promise<Message[] | undefined>;

/** In this order: what somebody may need at once goes before what they may have meant. */
const TAKERS: readonly Taker[] = [
  repliesInOtherLanguage,
  ({ outcome, ...rest }) => (outcome.urgent ? confidential({ outcome, ...rest }) : undefined),
  repliesAboutAnswer,
  ({ words }) => (isRude(words) ? [{ text: RUDE_WORDS }] : undefined),
  ({ words }) => (isTampering(words) ? [{ text: TAMPERING_WORDS }] : undefined),
  repliesToSeveral,
  (message) => (isConfidential(message.outcome) ? confidential(message) : undefined),
  ({ shape }) => (shape === 'long' || shape === 'email' ? [{ text: shapeWords[shape] }] : undefined),
  ordinary,
];

/** Everything that is said to a message, and what is remembered of it. Empty: nothing to go by. */
export async function messagesFor(turn: Turn, deps: PoliciesDeps, context: ReplyContext): Promise<Message[]> {
  const shape = shapeOf(turn.text, turn.attachmentCount);
  if (shape === 'empty' || shape === 'picture' || shape === 'link' || shape === 'wordless')
    return [{ text: shapeWords[shape] }];
  const words = questionPutAnew(plainWords(turn.text));
  const found = await readThroughNames(words, recentQuestions(turn, deps.clock), deps);
  const outcome = withOwnDeed(found, words);
  const replies = await firstReplies({ turn, words, shape, outcome, deps, context });
  return turn.attachmentCount > 0 && replies.length > 0 ? [...replies, { text: PICTURE_LEFT_OUT }] : replies;
}

async function firstReplies(message: Incoming): Promise<Message[]> {
  for (const taker of TAKERS) {
    const replies = await taker(message);
    if (replies) return replies;
  }
  return [];
}

/** What is confidential leaves nothing behind, and "why?" after it no longer means the answer before. */
function confidential({ turn, outcome, context }: Incoming): Message[] {
  turn.keepNothingSaid();
  letTopicGo(turn);
  return repliesTo(outcome, turn.place.kind, context);
}

function ordinary({ turn, words, shape, outcome, deps, context }: Incoming): Message[] {
  deps.log.info('policies.read', { outcome: outcome.outcome, shape, clause: outcome.clauses[0] });
  if (outcome.outcome === 'command') return commandMessages(outcome, deps);
  const remembered = turn.place.kind === 'personal';
  const question = deps.redact(words).text;
  const mayBeSent = remembered && maySend(words, outcome);
  remember(turn, question, outcome, deps);
  return repliesTo(outcome, turn.place.kind, {
    ...context,
    remembered,
    ...(mayBeSent && { asked: questionKey(question) }),
  });
}

/** Commands of other features that come here only resemble one: they are offered and not done. */
function commandMessages(
  { command, exact }: Extract<Outcome, { outcome: 'command' }>,
  { policy, clauseLink }: PoliciesDeps,
): Message[] {
  if (command === 'policy') return [policyMessage(policy, clauseLink)];
  if (command === 'privacy') return [privacyMessage];
  const offer = exact ? undefined : commandOffer(command);
  return offer ? [offer] : [];
}

/** Questions help to understand the next one; small talk does not. */
function remember(turn: Turn, question: string, outcome: Outcome, { clock }: PoliciesDeps): void {
  const shown = shownClauses(outcome);
  if (!shown) return;
  const topic = {
    answered: outcome.outcome === 'answer' ? outcome.clauses[0] : undefined,
    others: outcome.clauses.filter((id) => !shown.includes(id)),
    protectedTopic: outcome.protectedTopic ?? undefined,
  };
  rememberQuestion(turn, question, topic, clock);
}

/** The clauses that a question is answered with; undefined for what is no question. */
function shownClauses(outcome: Outcome): readonly string[] | undefined {
  switch (outcome.outcome) {
    case 'answer':
      return outcome.clauses.slice(0, 1);
    case 'choices':
      return outcome.choices;
    case 'outofscope':
      return [];
    default:
      return undefined;
  }
}

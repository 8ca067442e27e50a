import type { Message } from '../../../bot/messengerPort';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { Clock } from '../../../clock';
import type { Contacts } from '../../../contacts/contacts';
import type { Log } from '../../../log';
import type { AnsweringEngine, CommandName, Outcome, Urgency } from '../engine/outcome';
import type { Policy } from '../policy';
import type { ClauseLink } from './answerWords';
import { cachedEngine } from './cachedEngine';
import { helpNowCard } from './cards';
import { policyMessage, privacyMessage } from './commandWords';
import { isEmergencyNumber } from './emergencyNumber';
import { maySend } from '../sentQuestions/maySend';
import { plainWords, shapeOf, worthReading } from './messageShape';
import { isPutAsQuestion } from './questionForm';
import { questionKey, recentQuestions, rememberQuestion } from './recentQuestions';
import type { ReplyContext } from './replies';
import { repliesTo } from './replies';
import { PICTURE_LEFT_OUT, shapeWords } from './shapeWords';

/** What the conversation about the policy needs. */
export interface PoliciesDeps {
  readonly engine: AnsweringEngine;
  readonly policy: Policy;
  readonly contacts: Contacts;
  /** The address that opens a clause on the policy page. */
  readonly clauseLink: ClauseLink;
  readonly clock: Clock;
  readonly log: Log;
}

/** The conversation about the policy, also for a dialog of another feature in which a question comes up. */
export interface PolicyConversation {
  /** Answers whatever the message is; always says something. */
  answer(turn: Turn): Promise<void>;
  /** Answers a message that is plainly a question about the policy. @returns false when it is not, with nothing said. */
  answerIfClearQuestion(turn: Turn): Promise<boolean>;
  /** The command that somebody typed in their own words. Urgent words are never taken for a command. */
  commandIn(text: string): Promise<CommandName | undefined>;
  /** Whether somebody may be hurt now, or the writer may not be safe with themselves. */
  urgencyIn(text: string): Promise<Urgency>;
  /** For a writer who may not be safe with themselves: people who listen. */
  distressCard(): Card;
  /** Like `answer`, but @returns false with nothing said when there was nothing to go by. */
  answerIfAnything(turn: Turn): Promise<boolean>;
}

/** Characters: a slip of the finger is no command. */
const SHORTEST_COMMAND = 3;
/** Characters: somebody who writes more is telling something, whatever words of a command are in it. */
const LONGEST_COMMAND = 80;
const NOTHING_FOUND =
  'I could not find anything about that in the policy. Please try other words, or type **help**.';

const EMERGENCY_NUMBER_TYPED: Outcome = {
  outcome: 'concern',
  confession: false,
  urgent: 'danger',
  protectedTopic: null,
  report: true,
  clauses: [],
};

export function createPolicyConversation(given: PoliciesDeps): PolicyConversation {
  const deps = { ...given, engine: cachedEngine(given.engine) };
  const context: ReplyContext = { policy: deps.policy, contacts: deps.contacts, link: deps.clauseLink };
  const answerIfAnything = async (turn: Turn): Promise<boolean> => {
    const messages = await messagesFor(turn, deps, context);
    deliver(turn, messages);
    return messages.length > 0;
  };
  return {
    commandIn: (text) => commandIn(plainWords(text), deps.engine),
    urgencyIn: async (text) => (await read(plainWords(text), [], deps.engine)).urgent,
    distressCard: () => helpNowCard('distress', deps.contacts),
    answerIfAnything,
    answer: async (turn) => {
      if (!(await answerIfAnything(turn))) turn.say(NOTHING_FOUND);
    },
    answerIfClearQuestion: (turn) => answeredClearQuestion(turn, deps, context),
  };
}

/** What the words are. A long message is read at its beginning and its end. */
async function read(words: string, previous: readonly string[], engine: AnsweringEngine): Promise<Outcome> {
  if (isEmergencyNumber(words)) return EMERGENCY_NUMBER_TYPED;
  return engine.ask(worthReading(words), previous);
}

async function commandIn(words: string, engine: AnsweringEngine): Promise<CommandName | undefined> {
  if (words.length < SHORTEST_COMMAND || words.length > LONGEST_COMMAND) return undefined;
  const outcome = await read(words, [], engine);
  return outcome.outcome === 'command' && !outcome.urgent ? outcome.command : undefined;
}

/** Everything that is said to a message, and what is remembered of it. Empty: nothing to go by. */
async function messagesFor(turn: Turn, deps: PoliciesDeps, context: ReplyContext): Promise<Message[]> {
  const words = plainWords(turn.text);
  const shape = shapeOf(words, turn.attachmentCount);
  if (shape === 'empty' || shape === 'picture' || shape === 'wordless') return [{ text: shapeWords[shape] }];
  const picture = turn.attachmentCount > 0 ? [{ text: PICTURE_LEFT_OUT }] : [];
  const outcome = await read(words, recentQuestions(turn, deps.clock), deps.engine);
  const mayBeSent = shape === 'words' && turn.place.kind === 'personal' && maySend(words, outcome);
  const offering = mayBeSent ? { ...context, asked: questionKey(words) } : context;
  const replies = [...repliesTo(outcome, turn.place.kind, offering), ...picture];
  if (isConfidential(outcome)) {
    turn.keepNothingSaid();
    return replies;
  }
  deps.log.info('policies.read', { outcome: outcome.outcome, shape, clause: outcome.clauses[0] });
  if (shape !== 'words') return [{ text: shapeWords[shape] }, ...picture];
  if (outcome.outcome === 'command') return commandMessages(outcome.command, deps);
  remember(turn, words, outcome, deps.clock);
  return replies;
}

function commandMessages(command: CommandName, { policy, clauseLink }: PoliciesDeps): Message[] {
  if (command === 'policy') return [policyMessage(policy, clauseLink)];
  return command === 'privacy' ? [privacyMessage] : [];
}

/** What happened to somebody is theirs to report: their words, the answer and the fact leave no trace here. */
function isConfidential(outcome: Outcome): boolean {
  return outcome.urgent !== false || outcome.outcome === 'concern';
}

/** Questions help to understand the next one. */
function remember(turn: Turn, words: string, outcome: Outcome, clock: Clock): void {
  if (outcome.outcome === 'answer') rememberQuestion(turn, words, outcome.clauses[0], clock);
  else if (outcome.outcome === 'choices' || outcome.outcome === 'outofscope')
    rememberQuestion(turn, words, undefined, clock);
}

/** In the middle of a report the question is not kept: it may say what the report is about. */
async function answeredClearQuestion(
  turn: Turn,
  deps: PoliciesDeps,
  context: ReplyContext,
): Promise<boolean> {
  const words = plainWords(turn.text);
  if (!isPutAsQuestion(words)) return false;
  const outcome = await read(words, recentQuestions(turn, deps.clock), deps.engine);
  if (outcome.outcome !== 'answer' || outcome.urgent) return false;
  deliver(turn, repliesTo({ ...outcome, report: false }, turn.place.kind, context));
  return true;
}

function deliver(turn: Turn, messages: readonly Message[]): void {
  for (const message of messages) {
    if ('card' in message) turn.show(message.card);
    else turn.say(message.text, message.extras);
  }
}

import type { Message } from '../../../bot/messengerPort';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { Clock } from '../../../clock';
import type { Contacts } from '../../../contacts/contacts';
import type { Log } from '../../../log';
import type { AnsweringEngine, CommandName, Urgency } from '../engine/outcome';
import type { Policy } from '../policy';
import type { Redaction } from '../sentQuestions/redaction';
import type { ClauseLink } from './answerWords';
import { cachedEngine } from './cachedEngine';
import { helpNowCard } from './cards';
import { needsItsWords } from './commandWords';
import { languageOf } from './languageOf';
import { plainWords } from './messageShape';
import { messagesFor } from './messagesFor';
import { isPutAsQuestion } from './questionForm';
import { read } from './reading';
import { recentQuestions } from './recentQuestions';
import type { ReplyContext } from './replies';
import { repliesTo } from './replies';

/** What the conversation about the policy needs. */
export interface PoliciesDeps {
  readonly engine: AnsweringEngine;
  readonly policy: Policy;
  readonly contacts: Contacts;
  /** The address that opens a clause on the policy page. */
  readonly clauseLink: ClauseLink;
  /** Leaves names and numbers out of what is remembered of a question. */
  readonly redact: Redaction;
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
  /** Whether a text tells something: it is no question about the policy, no command and no small talk. */
  tells(text: string): Promise<boolean>;
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
    tells: (text) => tells(plainWords(text), deps.engine),
    urgencyIn: async (text) => (await read(plainWords(text), [], deps.engine)).urgent,
    distressCard: () => helpNowCard('distress', deps.contacts),
    answerIfAnything,
    answer: async (turn) => {
      if (!(await answerIfAnything(turn))) turn.say(NOTHING_FOUND);
    },
    answerIfClearQuestion: (turn) => answeredClearQuestion(turn, deps, context),
  };
}

async function commandIn(words: string, engine: AnsweringEngine): Promise<CommandName | undefined> {
  if (words.length < SHORTEST_COMMAND || words.length > LONGEST_COMMAND) return undefined;
  const outcome = await read(words, [], engine);
  if (outcome.outcome !== 'command' || outcome.urgent) return undefined;
  return outcome.exact || !needsItsWords(outcome.command) ? outcome.command : undefined;
}

async function tells(words: string, engine: AnsweringEngine): Promise<boolean> {
  const { outcome } = await read(words, [], engine);
  if (outcome === 'command' || outcome === 'smalltalk') return false;
  return outcome === 'concern' || !isPutAsQuestion(words);
}

/** In the middle of a report the question is not kept: it may say what the report is about. */
async function answeredClearQuestion(
  turn: Turn,
  deps: PoliciesDeps,
  context: ReplyContext,
): Promise<boolean> {
  const words = plainWords(turn.text);
  if (!isPutAsQuestion(words) || languageOf(words, deps.policy.languages)) return false;
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

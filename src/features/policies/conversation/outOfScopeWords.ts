import type { Contacts } from '../../../contacts/contacts';
import { contactLine } from '../../../contacts/contactLine';
import type { ContactId } from '../../../contacts/contacts';
import type { Message } from '../../../bot/messengerPort';
import type { Policy, Topic } from '../policy';
import { SEND_COMMAND } from '../sentQuestions/sendCommand';
import { asItStands, paragraphs } from './markdown';

const HEADING = 'The policy does not say';
/** Teams' limit for suggested actions. */
const SUGGESTIONS = 3;
/** The content's topic for what no other topic holds: it names nothing. */
const EVERYTHING_ELSE = 'general';

/** What the answer to a question outside the policy is made from. */
export interface OutOfScopeContext {
  readonly policy: Policy;
  readonly contacts: Contacts;
  /** Set where the question may be sent to the policy team. */
  readonly asked?: string;
}

/**
 * Says that the policy does not say, and where to ask. Never a word from general knowledge.
 * @param topicId from the engine; null or unknown where no topic fits
 * @param near clause ids that came nearest, for questions to try instead
 */
export function outOfScopeMessage(
  topicId: string | null,
  near: readonly string[],
  { policy, contacts, asked }: OutOfScopeContext,
): Message {
  const topic = topicId === EVERYTHING_ELSE ? undefined : policy.topics.find(({ id }) => id === topicId);
  const text = topic ? topicText(topic, contacts) : unknownText(policy, contacts);
  const send = asked === undefined ? [] : [SEND_COMMAND];
  const questions = questionsNear(policy, near).slice(0, SUGGESTIONS - send.length);
  return { text, extras: { suggestions: [...questions, ...send] } };
}

function topicText(topic: Topic, contacts: Contacts): string {
  const where = contactsIn(topic.ask, contacts);
  return paragraphs(`**${HEADING}**`, `About: ${asItStands(topic.title)}`, topic.says, topic.ask, where);
}

function unknownText(policy: Policy, contacts: Contacts): string {
  return paragraphs(
    `**${HEADING}**`,
    `I only know the ${policy.title.toLowerCase()}, and I can’t find anything about this in it.`,
    `Your manager is the best person to ask. ${asItStands(contactLine(contacts.dutyManager))}`,
  );
}

/** Questions that the nearest clauses do answer. */
function questionsNear(policy: Policy, near: readonly string[]): string[] {
  const questions = near.map((id) => policy.clauses.find((clause) => clause.id === id)?.suggestions[0]);
  return [...new Set(questions.filter((question) => question !== undefined))];
}

/** How the policy owner's words about where to ask name those whom the contacts hold a number or address of. */
const NAMED_AS: readonly (readonly [RegExp, ContactId])[] = [
  [/\bHR\b/, 'hr'],
  [/\bdata protection\b/i, 'dataProtection'],
  [/\bIT\b/, 'itHelp'],
  [/\bcomplaints (?:team|procedure)\b/i, 'complaintsTeam'],
  [/\bsafeguarding\b/i, 'safeguardingInHours'],
  [/\bunion\b/i, 'union'],
  [/\b(?:keeps the polic|policy owner|owner of (?:the|this) policy)/i, 'policyOwner'],
];

/** A line for each contact that the words name. */
function contactsIn(words: string, contacts: Contacts): string {
  const named = NAMED_AS.filter(([pattern]) => pattern.test(words));
  return named.map(([, id]) => `- ${asItStands(contactLine(contacts[id]))}`).join('\n');
}

import type { Message } from '../../../bot/messengerPort';
import type { Contacts } from '../../../contacts/contacts';
import { contactLine } from '../../../contacts/contactLine';
import type { Clause, Policy } from '../policy';
import type { ClauseLink } from './answerWords';
import { citationOf, isDated, sourceLine } from './answerWords';
import type { AskedAboutAnswer } from './askedAboutAnswer';
import { asItStands, blockQuote, paragraphs } from './markdown';

/** What the words about an answer are made from. */
export interface ReasonContext {
  readonly policy: Policy;
  readonly contacts: Contacts;
  readonly link: ClauseLink;
}

/** What "why?" and "since when?" after an answer are answered with: only what the policy holds. */
export function aboutAnswer(asked: AskedAboutAnswer, clause: Clause, context: ReasonContext): Message {
  return asked === 'why' ? whyMessage(clause, context) : { text: sinceWhen(clause, context) };
}

function whyMessage(clause: Clause, { policy, contacts, link }: ReasonContext): Message {
  const reason = policy.reasons[clause.id];
  const source = reason && policy.clauses.find(({ id }) => id === reason.from);
  if (!reason || !source) {
    return {
      text: paragraphs(
        '**The policy does not say why**',
        `Clause ${clause.id} gives no reason, and I don’t want to make one up. Your manager can tell you more. ` +
          `Or ask: ${asItStands(contactLine(contacts.policyOwner))}`,
      ),
    };
  }
  const quote = `${blockQuote(`… ${reason.quote} …`)}\n>\n> ${sourceLine(source, link, 1)}`;
  return {
    text: paragraphs('**Why**', reason.says, quote),
    extras: { citations: [citationOf(source, link)] },
  };
}

function sinceWhen(clause: Clause, { policy, contacts }: ReasonContext): string {
  const { number, approved } = policy.version;
  const dated = isDated(approved)
    ? `It stands in version ${number}, which was approved ${approved}.`
    : `It stands in version ${number}, whose date of approval was not entered yet.`;
  return paragraphs(
    '**The policy does not say since when**',
    `Clause ${clause.id} gives no date. ${dated}`,
    `Who keeps the policy can tell you more: ${asItStands(contactLine(contacts.policyOwner))}`,
  );
}

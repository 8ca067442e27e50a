import type { Message } from '../../../bot/messengerPort';
import type { Place } from '../../../bot/turn';
import type { Contacts } from '../../../contacts/contacts';
import type { Outcome } from '../engine/outcome';
import type { Answer, Clause, Policy } from '../policy';
import type { ClauseLink } from './answerWords';
import { answerMessage, withoutVerdict } from './answerWords';
import { choicesCard, helpNowCard, reportOfferCard } from './cards';
import { concernMessage } from './concernWords';
import { outOfScopeMessage } from './outOfScopeWords';

/** What the words of a reply are made from. */
export interface ReplyContext {
  readonly policy: Policy;
  readonly contacts: Contacts;
  readonly link: ClauseLink;
  /** The question's key, where it may be offered to send it to the policy team. */
  readonly asked?: string;
}

/**
 * What is said to an outcome, in order: emergency first, then the answer, then the offer to report.
 * Empty where there is nothing to go by, so that help can make its offer.
 */
export function repliesTo(outcome: Outcome, place: Place['kind'], context: ReplyContext): Message[] {
  const helpNow = outcome.urgent && helpNowCard(outcome.urgent, context.contacts);
  const answer = answerTo(outcome, place, context);
  const offer = outcome.report || outcome.urgent || outcome.outcome === 'concern';
  return [
    ...(helpNow ? [{ card: helpNow }] : []),
    ...(answer ? [answer] : []),
    ...(offer ? [{ card: reportOfferCard() }] : []),
  ];
}

function answerTo(outcome: Outcome, place: Place['kind'], context: ReplyContext): Message | undefined {
  const { policy, link } = context;
  const first = clauseOf(policy, outcome.clauses[0]);
  switch (outcome.outcome) {
    case 'answer': {
      const answer = first?.answers[outcome.answer];
      return first && answer
        ? answerMessage(policy, first, answer, link)
        : outOfScopeMessage(null, outcome.clauses, context);
    }
    case 'choices': {
      const clauses = outcome.choices
        .map((id) => clauseOf(policy, id))
        .filter((clause) => clause !== undefined);
      return clauses.length > 0
        ? { card: choicesCard(clauses, context.asked) }
        : outOfScopeMessage(null, outcome.clauses, context);
    }
    case 'outofscope':
      if (outcome.topic === null && outcome.clauses.length === 0) return undefined;
      return outOfScopeMessage(outcome.topic, outcome.clauses, context);
    case 'concern':
      return concernMessage({ clause: first, link, place, urgent: outcome.urgent });
    case 'smalltalk':
      return smallTalkTo(outcome.talk, policy);
    case 'command':
      return undefined;
  }
}

/**
 * The answer to a clause that was chosen and not asked for: no yes or no, because it is not known how the question
 * was put and the wrong one could do harm.
 */
export function answerToChoice(clause: Clause, { policy, link }: ReplyContext): Message | undefined {
  const byVerdict = (verdict: Answer['verdict']) =>
    clause.answers.find((answer) => answer.verdict === verdict);
  const neutral = byVerdict(null) ?? byVerdict('advice') ?? byVerdict('depends');
  const answer = neutral ?? (clause.answers[0] && withoutVerdict(clause.answers[0]));
  return answer && answerMessage(policy, clause, answer, link);
}

/** The clause with this id, if the policy has it. */
export function clauseOf(policy: Policy, id: string | undefined): Clause | undefined {
  return policy.clauses.find((clause) => clause.id === id);
}

function smallTalkTo(id: string, policy: Policy): Message | undefined {
  const talk = policy.smallTalk.find((each) => each.id === id);
  return talk && { text: talk.reply };
}

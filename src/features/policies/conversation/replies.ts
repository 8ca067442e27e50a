import type { Message } from '../../../bot/messengerPort';
import type { Place } from '../../../bot/turn';
import type { Contacts } from '../../../contacts/contacts';
import type { Outcome } from '../engine/outcome';
import type { Clause, Policy } from '../policy';
import type { AnswerShown, ClauseLink, TextMessage } from './answerWords';
import { answerMessage, neutralIndex } from './answerWords';
import { choicesCard, helpNowCard, reportOfferCard } from './cards';
import { concernMessage } from './concernWords';
import { outOfScopeMessage } from './outOfScopeWords';
import { endingWith, protectedLine } from './protectedLine';

/** What the words of a reply are made from. */
export interface ReplyContext {
  readonly policy: Policy;
  readonly contacts: Contacts;
  readonly link: ClauseLink;
  /** The question's key, where it may be offered to send it to the policy team. */
  readonly asked?: string;
  /** The question is remembered, so that the person can ask for other clauses. */
  readonly remembered?: boolean;
}

/**
 * What is said to an outcome, in order: emergency first, then the answer, then the offer to report.
 * Empty where there is nothing to go by, so that help can make its offer.
 */
export function repliesTo(outcome: Outcome, place: Place['kind'], context: ReplyContext): Message[] {
  const helpNow = outcome.urgent && helpNowCard(outcome.urgent, context.contacts);
  const answer = answerTo(outcome, place, context);
  return [
    ...(helpNow ? [{ card: helpNow }] : []),
    ...(answer ? [endingWith(answer, lineFor(outcome, context.policy))] : []),
    ...(offersReport(outcome) ? [{ card: reportOfferCard() }] : []),
  ];
}

function offersReport({ outcome, report, urgent }: Outcome): boolean {
  return report || urgent !== false || outcome === 'concern';
}

/** The line that nobody is silenced. Somebody in distress has more pressing things to read. */
function lineFor({ outcome, urgent, protectedTopic }: Outcome, policy: Policy): string {
  const isSaid = outcome !== 'smalltalk' && urgent !== 'distress';
  return isSaid ? protectedLine(policy, protectedTopic) : '';
}

function answerTo(outcome: Outcome, place: Place['kind'], context: ReplyContext): Message | undefined {
  const { policy, link, contacts } = context;
  const clause = clauseOf(policy, outcome.clauses[0]);
  switch (outcome.outcome) {
    case 'answer': {
      const shown = clause && answerShown(clause, outcome, context);
      return shown ? answerMessage(policy, shown, link) : outOfScopeMessage(null, outcome.clauses, context);
    }
    case 'choices':
      return choicesTo(outcome, context);
    case 'outofscope':
      if (outcome.topic === null && outcome.clauses.length === 0) return undefined;
      return outOfScopeMessage(outcome.topic, outcome.clauses, context);
    case 'concern':
      return concernMessage(outcome, { clause, link, contacts, place });
    case 'smalltalk':
      return smallTalkTo(outcome.talk, policy);
    case 'command':
      return undefined;
  }
}

type Answered = Extract<Outcome, { outcome: 'answer' }>;

/** Where the words touch a topic on which nobody is to be silenced, the answer has no yes or no. */
export function answerShown(
  clause: Clause,
  outcome: Answered,
  { policy, remembered = false }: Pick<ReplyContext, 'policy' | 'remembered'>,
): AnswerShown | undefined {
  const neutral = protectedLine(policy, outcome.protectedTopic) !== '';
  const index = neutral ? neutralIndex(clause) : outcome.answer;
  if (!clause.answers[index]) return undefined;
  const second = outcome.second === clause.id ? undefined : clauseOf(policy, outcome.second);
  const hasOthers = remembered && outcome.clauses.length > 1;
  return { clause, index, neutral, second, hasOthers, offersReport: offersReport(outcome) };
}

function choicesTo(outcome: Extract<Outcome, { outcome: 'choices' }>, context: ReplyContext): Message {
  const { policy, asked } = context;
  const clauses = clausesOf(policy, outcome.choices);
  if (clauses.length === 0) return outOfScopeMessage(null, outcome.clauses, context);
  const line = lineFor(outcome, policy);
  return { card: choicesCard(clauses, { asked, topic: outcome.protectedTopic, line }) };
}

/**
 * The answer to a clause that was chosen and not asked for: no yes or no, because it is not known how the question
 * was put and the wrong one could do harm.
 * @param topicId the protected topic that the question touched, or nothing
 */
export function answerToChoice(
  clause: Clause,
  topicId: string,
  { policy, link }: Pick<ReplyContext, 'policy' | 'link'>,
): TextMessage {
  const shown = { clause, index: neutralIndex(clause), neutral: true };
  return endingWith(answerMessage(policy, shown, link), protectedLine(policy, topicId));
}

/** The clause with this id, if the policy has it. */
export function clauseOf(policy: Policy, id: string | undefined): Clause | undefined {
  return policy.clauses.find((clause) => clause.id === id);
}

/** The clauses with these ids, in this order; unknown ids are left out. */
export function clausesOf(policy: Policy, ids: readonly string[]): Clause[] {
  return ids.map((id) => clauseOf(policy, id)).filter((clause) => clause !== undefined);
}

function smallTalkTo(id: string, policy: Policy): Message | undefined {
  const talk = policy.smallTalk.find((each) => each.id === id);
  return talk && { text: talk.reply };
}

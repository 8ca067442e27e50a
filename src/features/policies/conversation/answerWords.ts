import type { Message } from '../../../bot/messengerPort';
import type { Citation } from '../../../bot/turn';
import type { Answer, Clause, Policy, Verdict } from '../policy';
import { answerNumber } from './answerNumber';
import { asItStands, blockQuote, paragraphs } from './markdown';

/** Teams' limits for a citation (Microsoft Learn, "Bot messages with AI-generated content", citations). */
const CITATION_NAME = 80;
const CITATION_ABSTRACT = 160;
/** Teams' limit for suggested actions. */
const SUGGESTIONS = 3;
/** Characters of a second clause that are shown; the link opens all of it. */
const SECOND_QUOTE = 240;
/** Stands under every answer that no offer to report follows. */
const HAPPENED = 'Has this happened? Type **report**.';
/** Asks for other clauses than the one that was answered from; `notMeant.ts` understands it. */
export const NOT_MEANT = 'That’s not what I meant';

/** How a reviewed answer begins when its first sentence is the verdict: "No.", "Yes, it could." */
const OPENING_VERDICT = /^(?:yes|no|it depends)\b[^.!?]{0,80}[.!]/i;

/** A message that is a text. */
export type TextMessage = Extract<Message, { readonly text: string }>;

/** Opens a clause on the policy page. */
export type ClauseLink = (clauseId: string) => string;

/** Which reviewed answer is shown, and what stands with it. */
export interface AnswerShown {
  readonly clause: Clause;
  /** Index into the clause's answers. */
  readonly index: number;
  /** No yes or no, whatever the answer begins with. */
  readonly neutral?: boolean;
  /** A second clause that matters too. */
  readonly second?: Clause | undefined;
  /** The person can ask for other clauses than this one. */
  readonly hasOthers?: boolean;
  /** A card with the offer to report follows. */
  readonly offersReport?: boolean;
}

/** A reviewed answer as one Markdown text with its quote, citation, number, follow-up questions and feedback buttons. */
export function answerMessage(policy: Policy, shown: AnswerShown, link: ClauseLink): TextMessage {
  const { clause, index, second } = shown;
  const { line, rest } = verdictAndRest(shown);
  const text = paragraphs(
    `**${line}**`,
    rest,
    quoteOf(clause, link),
    second ? `Also:\n\n${quoteOf({ ...second, text: beginning(second.text) }, link, 2)}` : '',
    `${sourceOf(policy)}. Answer ${answerNumber(policy, clause, index)}. ` +
      'Keep this number: it shows what you were told.',
    shown.offersReport ? '' : HAPPENED,
  );
  const citations = [citationOf(clause, link), ...(second ? [citationOf(second, link, 2)] : [])];
  return { text, extras: { citations, suggestions: suggestionsOf(shown), feedback: true } };
}

/** A long second quote would push what follows off a phone's screen: its first sentences, to the letter, are enough. */
function beginning(text: string): string {
  if (text.length <= SECOND_QUOTE) return text;
  const sentences = text.slice(0, SECOND_QUOTE).lastIndexOf('. ');
  const end = sentences > 0 ? sentences + 1 : text.lastIndexOf(' ', SECOND_QUOTE);
  return `${text.slice(0, end)} …`;
}

function suggestionsOf({ clause, hasOthers }: AnswerShown): string[] {
  const others = hasOthers ? [NOT_MEANT] : [];
  return [...clause.suggestions.slice(0, SUGGESTIONS - others.length), ...others];
}

/** The answer in one paragraph without its quote, for one of several. */
export function shortAnswer({ clause, index, neutral }: AnswerShown): string {
  const answer = clause.answers[index];
  if (!answer) return '';
  return neutral ? withoutVerdict(answer) : answer.text;
}

/** The first sentence is the verdict where the reviewed answer begins with one; it is not said twice. */
function verdictAndRest({ clause, index, neutral }: AnswerShown): { line: string; rest: string } {
  const answer = clause.answers[index] ?? { verdict: null, text: '' };
  if (neutral) return { line: verdictLine(null), rest: withoutVerdict(answer) };
  const opening = answer.verdict === null ? undefined : OPENING_VERDICT.exec(answer.text)?.[0];
  return opening
    ? { line: opening, rest: answer.text.slice(opening.length).trim() }
    : { line: verdictLine(answer.verdict), rest: answer.text };
}

function withoutVerdict({ text }: Pick<Answer, 'text'>): string {
  return text.replace(OPENING_VERDICT, '').trim() || text;
}

/** Index of the answer without yes or no; every clause has one, the build sees to it. */
export function neutralIndex({ answers }: Clause): number {
  return Math.max(
    0,
    answers.findIndex(({ verdict }) => verdict === null),
  );
}

/** The clause's exact words as a block quote, with its id, the mark of its citation and a link that opens it. */
export function quoteOf(clause: Clause, link: ClauseLink, position = 1): string {
  return `${blockQuote(clause.text)}\n>\n> ${sourceLine(clause, link, position)}`;
}

/** "Clause P5.11 [1] · Open it in the policy". */
export function sourceLine({ id }: Clause, link: ClauseLink, position: number): string {
  return `Clause ${id} [${position}] · [Open it in the policy](${link(id)})`;
}

/** The citation of a clause, within Teams' limits. */
export function citationOf(clause: Clause, link: ClauseLink, position = 1): Citation {
  return {
    position,
    name: shortened(`Clause ${clause.id} – ${clause.heading}`, CITATION_NAME),
    abstract: shortened(clause.text, CITATION_ABSTRACT),
    url: link(clause.id),
  };
}

/** "Social media policy, version 1, approved 3 May 2026". */
export function sourceOf(policy: Policy): string {
  return `${asItStands(policy.title)}, ${versionWords(policy)}`;
}

/** "version 1, approved 3 May 2026", or plainly that nobody has put the date in. */
export function versionWords({ version }: Policy): string {
  const dated = isDated(version.approved);
  return `version ${version.number}, ${dated ? `approved ${version.approved}` : 'date of approval not entered yet'}`;
}

/** Whether the policy owner has put a date in. */
export function isDated(approved: string): boolean {
  return /\d/.test(approved) && !/placeholder/i.test(approved);
}

function verdictLine(verdict: Verdict): string {
  switch (verdict) {
    case 'yes':
      return 'Yes';
    case 'no':
      return 'No';
    case 'depends':
      return 'It depends';
    case 'advice':
      return 'What the policy advises';
    case null:
      return 'What the policy says';
  }
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

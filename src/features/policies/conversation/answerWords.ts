import type { Message } from '../../../bot/messengerPort';
import type { Citation } from '../../../bot/turn';
import type { Answer, Clause, Policy, Verdict } from '../policy';
import { asItStands, blockQuote, paragraphs } from './markdown';

/** Teams' limits for a citation (Microsoft Learn, "Bot messages with AI-generated content", citations). */
const CITATION_NAME = 80;
const CITATION_ABSTRACT = 160;
/** Teams' limit for suggested actions. */
const SUGGESTIONS = 3;

/** How a reviewed answer begins when its first sentence is the verdict: "No.", "Yes, it could." */
const OPENING_VERDICT = /^(?:yes|no|it depends)\b[^.!?]{0,80}[.!]/i;

/** Opens a clause on the policy page. */
export type ClauseLink = (clauseId: string) => string;

/** A reviewed answer as one Markdown text with its quote, citation, follow-up questions and feedback buttons. */
export function answerMessage(policy: Policy, clause: Clause, answer: Answer, link: ClauseLink): Message {
  const { line, rest } = verdictAndRest(answer);
  const text = paragraphs(
    `**${line}**`,
    rest,
    quoteOf(clause, link),
    `${asItStands(policy.title)}, ${versionWords(policy)}`,
  );
  const suggestions = clause.suggestions.slice(0, SUGGESTIONS);
  return { text, extras: { citations: [citationOf(clause, link)], suggestions, feedback: true } };
}

/** The first sentence is the verdict where the reviewed answer begins with one; it is not said twice. */
function verdictAndRest({ verdict, text }: Answer): { line: string; rest: string } {
  const opening = verdict === null ? undefined : OPENING_VERDICT.exec(text)?.[0];
  return opening
    ? { line: opening, rest: text.slice(opening.length).trim() }
    : { line: verdictLine(verdict), rest: text };
}

/** The same answer without the yes or no that it begins with. */
export function withoutVerdict(answer: Answer): Answer {
  const text = answer.text.replace(OPENING_VERDICT, '').trim();
  return { ...answer, verdict: null, text: text === '' ? answer.text : text };
}

/** The clause's exact words as a block quote, with its id, the mark of citation [1] and a link that opens it. */
export function quoteOf(clause: Clause, link: ClauseLink): string {
  return `${blockQuote(clause.text)}\n>\n> Clause ${clause.id} [1] · [Open it in the policy](${link(clause.id)})`;
}

/** Citation [1] for a clause, within Teams' limits. */
export function citationOf(clause: Clause, link: ClauseLink): Citation {
  return {
    position: 1,
    name: shortened(`Clause ${clause.id} – ${clause.heading}`, CITATION_NAME),
    abstract: shortened(clause.text, CITATION_ABSTRACT),
    url: link(clause.id),
  };
}

/** "version 1, approved 3 May 2026", or plainly that nobody has put the date in. */
export function versionWords({ version }: Policy): string {
  const dated = /\d/.test(version.approved) && !/placeholder/i.test(version.approved);
  return `version ${version.number}, ${dated ? `approved ${version.approved}` : 'date of approval not entered yet'}`;
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

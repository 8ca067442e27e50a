import type { ExtensionResult } from '../../../bot/messageExtension';
import { render } from '../../../cards/render';
import type { ClauseLink } from '../conversation/answerWords';
import { versionWords } from '../conversation/answerWords';
import type { Clause, Policy } from '../policy';

/** Characters of the clause that a line of the panel has room for. */
const FIRST_WORDS = 90;

/** A clause as a line of the panel, and as the card that goes into the chat: it quotes and links, and asks nothing. */
export function clauseResult(policy: Policy, clause: Clause, link: ClauseLink): ExtensionResult {
  const { id, heading, text } = clause;
  return {
    title: heading,
    text: `${id} · ${firstWords(text)}`,
    card: render('policies/clause', {
      heading,
      quote: text,
      clauseId: id,
      source: `${policy.title}, ${versionWords(policy)}`,
      url: link(id),
    }),
  };
}

function firstWords(text: string): string {
  if (text.length <= FIRST_WORDS) return text;
  return `${text.slice(0, FIRST_WORDS).replace(/\s+\S*$/, '')}…`;
}

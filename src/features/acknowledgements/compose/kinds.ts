import type { About } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { PolicyToConfirm } from '../policyToConfirm';
import { clauseIn } from '../policyToConfirm';
import type { Draft } from './draft';

const WHOLE_POLICY = 'policy';
const CLAUSE = 'clause:';
/** So much of a clause tells it from the others in a list on a phone. */
const LONGEST_BEGINNING = 70;

/** What the form offers: the whole policy, or one of its clauses. */
export function kindChoices({ sections }: PolicyToConfirm): { title: string; value: string }[] {
  const clauses = new Map<string, string>();
  for (const { clauseId, text } of sections.flatMap(({ paragraphs }) => paragraphs)) {
    if (!clauses.has(clauseId)) clauses.set(clauseId, text);
  }
  const choices = [...clauses].map(([id, text]) => ({
    title: `Read ${id} again: ${beginningOf(text)}`,
    value: `${CLAUSE}${id}`,
  }));
  return [{ title: 'Read and confirm the whole policy', value: WHOLE_POLICY }, ...choices];
}

/** What the form carries for this kind; a change has no choice of its own, because no manager makes one. */
export function kindValue(about: About): string {
  return about.kind === 'clause' ? `${CLAUSE}${about.clauseId}` : WHOLE_POLICY;
}

/**
 * The kind that was chosen; undefined where the form offers none such.
 * @param drafted what the draft is about already: a change stays one, and so does what was not touched
 */
export function readKind(value: string, policy: PolicyToConfirm, drafted: About): About | undefined {
  if (drafted.kind === 'change' || value === '') return drafted;
  if (value === WHOLE_POLICY) return { kind: 'policy' };
  const clauseId = value.startsWith(CLAUSE) ? value.slice(CLAUSE.length) : '';
  return clauseIn(policy, clauseId) && { kind: 'clause', clauseId };
}

/** The draft as it is sent: where there is nothing to confirm, there are no questions, reminders, papers or late joiners. */
export function asSent(draft: Draft): Draft {
  if (asksToConfirm(draft)) return draft;
  return { ...draft, check: false, joinersIncluded: false, reminders: [], onPaper: 0 };
}

function beginningOf(text: string): string {
  if (text.length <= LONGEST_BEGINNING) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_BEGINNING)).replace(/[,;:]$/, '')} …`;
}

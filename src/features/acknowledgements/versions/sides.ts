import type { About } from '../campaign/campaign';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { ClauseChange } from './clauseChanges';
import { clauseChanges } from './clauseChanges';
import type { PolicyVersions } from './policyVersions';

const KINDS: Readonly<Record<ClauseChange['kind'], string>> = {
  changed: 'Changed',
  added: 'New',
  removed: 'No longer in the policy',
};
/** So that a card stays under its size limit; the whole text is behind "Read and confirm". */
const LONGEST_SIDE = 400;

/** A change as a card shows it. */
export interface Side {
  readonly heading: string;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

export function sideOf({ heading, id, kind, before, after }: ClauseChange): Side {
  return {
    heading: `${heading} (${id})`,
    kind: KINDS[kind],
    before: cut(before),
    after: cut(after),
    hasBefore: before !== '',
    hasAfter: after !== '',
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_SIDE ? text : `${text.slice(0, LONGEST_SIDE)}…`;
}

/** What changed since the version that a request names; nothing for a request about something else. */
export async function changesFor(
  { versions, policy }: { readonly versions: PolicyVersions; readonly policy: PolicyToConfirm },
  about: About,
): Promise<readonly ClauseChange[]> {
  if (about.kind !== 'change') return [];
  const since = await versions.numbered(about.sinceVersion);
  const before = since && (await versions.texts.of(since));
  return before ? clauseChanges(before.clauses, policy.clauses) : [];
}

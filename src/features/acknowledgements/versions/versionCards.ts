import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { momentInWords } from '../dates';
import type { Parties } from '../parties';
import type { PolicyToConfirm } from '../policyToConfirm';
import { clauseChanges, countInWords } from './clauseChanges';
import type { VersionChange } from './policyVersions';
import { versionKey } from './policyVersions';
import { sideOf } from './sides';

/** Side by side on one card: more would not fit its size limit. */
const ON_A_PAGE = 5;

/** "Is this a change that people must confirm again?", with the clauses as they were and as they are. */
export async function versionCard(
  { versions, policy }: Parties,
  { from, to, decision }: VersionChange,
  page = 0,
): Promise<Card> {
  const [before, after] = await Promise.all([versions.texts.of(from), versions.texts.of(to)]);
  const changes = before && after ? clauseChanges(before.clauses, after.clauses) : [];
  const start = page * ON_A_PAGE;
  return render('acknowledgements/policyVersion', {
    policy: policy.title,
    from: from.versionNumber,
    to: to.versionNumber,
    counts: before ? countInWords(changes) : 'the earlier text was not kept, so I cannot show what changed',
    changes: changes.slice(start, start + ON_A_PAGE).map(sideOf),
    open: decision === undefined,
    version: versionKey(to),
    hasNext: start + ON_A_PAGE < changes.length,
    nextPage: page + 1,
    hasBack: page > 0,
    backPage: page - 1,
  });
}

/** What was decided, and what follows from it. */
export function decidedCard(
  policy: PolicyToConfirm,
  { from, to, decision, decidedByName = '', decidedAt = '' }: VersionChange,
): Card {
  return render('acknowledgements/policyDecided', {
    policy: policy.title,
    from: from.versionNumber,
    to: to.versionNumber,
    who: decidedByName,
    when: momentInWords(decidedAt),
    material: decision === 'material',
    version: versionKey(to),
  });
}

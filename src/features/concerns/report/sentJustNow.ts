import type { Person } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import type { NameChoice } from './draft';
import type { CompleteDraft, Submission } from './submit';
import { caseIdOf } from './submit';

/** The same report within this time is the same one. A case knows its minute alone, so it may be up to a minute more. */
const JUST_NOW_MS = 60_000;

/** A case that this person made out of another draft a moment ago and that says exactly the same. */
export async function sentJustNow(
  deps: Pick<ConcernsDeps, 'clock' | 'sealing'>,
  { cases, index }: Pick<Submission, 'cases' | 'index'>,
  draft: CompleteDraft,
  { id }: Person,
  name: NameChoice,
): Promise<{ readonly caseId: string; readonly value: Case } | undefined> {
  const since = deps.clock.now().getTime() - 2 * JUST_NOW_MS;
  const own = caseIdOf(deps, draft.id);
  for (const caseId of await index.casesOf(id)) {
    const value = caseId === own ? undefined : await cases.get(caseId);
    const isOpen = value && value.status !== 'closed' && !value.withdrawnAt;
    if (isOpen && Date.parse(value.receivedAt) > since && isSame(value, { ...draft, name }))
      return { caseId, value };
  }
  return undefined;
}

function isSame(value: Case, draft: CompleteDraft): boolean {
  const { danger, kind, affected, what, name, involved = [], involvedUnlisted = false } = draft;
  return (
    JSON.stringify([danger, kind, affected, what, name, involved, involvedUnlisted]) ===
    JSON.stringify([
      ...[value.danger, value.kind, value.affected, value.what, value.name],
      ...[value.involved ?? [], value.involvedUnlisted ?? false],
    ])
  );
}

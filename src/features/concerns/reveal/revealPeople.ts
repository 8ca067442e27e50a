import { isInvolved } from '../access/caseAccess';
import type { Case, Handler } from '../case/case';
import type { ConcernsDeps } from '../deps';
import { NamedContacts } from '../safeguarding/contacts';

/** Who else has a part in a reveal. Whether they may act is asked again when they press. */
export class RevealPeople {
  constructor(private readonly deps: Pick<ConcernsDeps, 'complaints' | 'storage'>) {}

  /** Handlers beside this person who may see the case, by name. */
  async others(personId: string, value: Case): Promise<Handler[]> {
    const [lead, handlers] = await Promise.all([
      this.deps.complaints.lead(),
      this.deps.complaints.handlers(),
    ]);
    const confirmed = [...(lead ? [lead] : []), ...handlers.filter(({ state }) => state === 'confirmed')];
    const others = new Map(confirmed.map((one) => [one.personId, one.name]));
    others.delete(personId);
    return [...others]
      .map(([id, name]) => ({ id, name }))
      .filter(({ id }) => !isInvolved(id, value))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** Entra object ids of whom the council named for data protection. @param value whoever is named in it is left out */
  async dataProtection(value?: Case): Promise<string[]> {
    const named = await new NamedContacts(this.deps.storage).of('dataProtection');
    return named.map(({ personId }) => personId).filter((id) => !value || !isInvolved(id, value));
  }
}

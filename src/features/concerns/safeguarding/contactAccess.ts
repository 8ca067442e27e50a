import { isInvolved } from '../access/caseAccess';
import type { Case } from '../case/case';
import { caseClocks } from '../clocks/caseClocks';
import type { ConcernsDeps } from '../deps';
import type { ContactList } from './caseFields';
import type { NamedContacts } from './contacts';

export const CONTACT_LISTS: readonly ContactList[] = ['safeguarding', 'dataProtection'];

/** The lists that a case is for: those whose clock runs for it. */
export function listsOf(value: Case): ContactList[] {
  const clocks = caseClocks(value).map(({ id }) => id);
  return CONTACT_LISTS.filter((list) => clocks.includes(list));
}

/** Which named contacts may see which case. */
export class ContactAccess {
  constructor(
    private readonly deps: Pick<ConcernsDeps, 'directory' | 'messenger'>,
    private readonly contacts: NamedContacts,
  ) {}

  /**
   * The lists by which this person may see this case now. Teams is asked whether they still are in the team in which
   * they were named; without an answer they may not.
   */
  async listsFor(personId: string, value: Case): Promise<ContactList[]> {
    if (isInvolved(personId, value)) return [];
    const lists = listsOf(value);
    const found = await Promise.all(lists.map((list) => this.standsOn(list, personId)));
    return lists.filter((_, at) => found[at]);
  }

  private async standsOn(list: ContactList, personId: string): Promise<boolean> {
    const contact = await this.contacts.find(list, personId);
    const team = contact && (await this.deps.directory.team(contact.teamId));
    if (!team?.installed) return false;
    const place = { serviceUrl: team.serviceUrl, conversationId: team.id };
    const member = await this.deps.messenger.member(place, personId, 'waiting');
    return member.outcome === 'read' && member.value !== undefined && !member.value.guest;
  }
}

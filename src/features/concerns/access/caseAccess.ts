import type { ComplaintsMembership } from '../../../storage/roles';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConflictList } from './conflictList';

/** What of a case decides who may see it. */
export type Guarded = Pick<Case, 'involved' | 'involvedUnlisted' | 'handler'>;

/**
 * The one place that says who may see a case. Every press, list, count, trend, alarm and search of cases asks here.
 * Handlers see cases: members of the complaints team now, as Teams says, whom the complaints lead confirmed once.
 * Whoever is named in a case as involved never learns that it exists.
 */
export class CaseAccess {
  constructor(
    private readonly deps: { readonly roles: ComplaintsMembership },
    private readonly cases: Pick<CaseStore, 'get'>,
    private readonly conflicts: Pick<ConflictList, 'people'>,
  ) {}

  /** Whether this person may see this case now; false too when there is no such case. Asks Teams. */
  async maySee(personId: string, caseId: string): Promise<boolean> {
    return (await this.standing(personId, caseId)) === 'maySee';
  }

  /**
   * The same with why not, asking Teams no more than once about the complaints team. `noCase`: a handler, for whom there
   * is no such case, whether there is one or not.
   */
  async standing(personId: string, caseId: string): Promise<'maySee' | 'noCase' | 'noHandler'> {
    const value = await this.cases.get(caseId);
    const isForThem = value && !isInvolved(personId, value) && value.handOff.chat?.personId === personId;
    if (isForThem && (await this.isListed(personId))) return 'maySee';
    if (!(await this.isHandler(personId))) return 'noHandler';
    return value && isOpenTo(personId, value) ? 'maySee' : 'noCase';
  }

  /** Still on the list of three, and Teams says that they are there. */
  private async isListed(personId: string): Promise<boolean> {
    const listed = (await this.conflicts.people()).find((one) => one.personId === personId);
    return listed !== undefined && this.deps.roles.isThere(personId, listed.teamId);
  }

  /** Whether this person sees cases at all now; each case is still a question of its own. Asks Teams. */
  isHandler(personId: string): Promise<boolean> {
    return this.deps.roles.confirm(personId, 'handler');
  }

  /** The cases among these that this person may see now: for lists, counts, trends, alarms and searches. */
  async *visible<T extends { readonly value: Guarded }>(
    personId: string,
    cases: AsyncIterable<T>,
  ): AsyncGenerator<T> {
    if (!(await this.isHandler(personId))) return;
    for await (const one of cases) if (isOpenTo(personId, one.value)) yield one;
  }
}

/**
 * Whether a handler may see a case: not when it names them, and where the reporter did not find on the list whom it
 * names, only whoever takes care of it.
 */
function isOpenTo(personId: string, value: Guarded): boolean {
  return !isInvolved(personId, value) && (!value.involvedUnlisted || value.handler?.id === personId);
}

/** Whether somebody is named in a case. For what is sent to a known handler; presses ask `maySee`. */
export function isInvolved(personId: string, { involved = [] }: Pick<Case, 'involved'>): boolean {
  return involved.some((id) => id.toLowerCase() === personId.toLowerCase());
}

/** Whether a case may be shown where the whole complaints team reads, such as its channel. */
export function isForChannel({
  involved = [],
  involvedUnlisted = false,
}: Pick<Case, 'involved' | 'involvedUnlisted'>): boolean {
  return involved.length === 0 && !involvedUnlisted;
}

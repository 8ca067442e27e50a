import type { ComplaintsRoles } from '../../../storage/complaintsRoles';
import type { Roles } from '../../../storage/roles';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';

/** What of a case decides who may see it. */
export type Guarded = Pick<Case, 'involved' | 'involvedUnlisted'>;

/**
 * The one place that says who may see a case. Every press, list, count, trend, alarm and search of cases asks here.
 * Handlers see cases: members of the complaints team now, as Teams says, whom the complaints lead confirmed once.
 * Whoever is named in a case as involved never learns that it exists.
 */
export class CaseAccess {
  constructor(
    private readonly deps: { readonly roles: Roles; readonly complaints: ComplaintsRoles },
    private readonly cases: Pick<CaseStore, 'get'>,
  ) {}

  /** Whether this person may see this case now; false too when there is no such case. Asks Teams. */
  async maySee(personId: string, caseId: string): Promise<boolean> {
    if (!(await this.isHandler(personId))) return false;
    const value = await this.cases.get(caseId);
    return value !== undefined && !isInvolved(personId, value);
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
    for await (const one of cases) if (!isInvolved(personId, one.value)) yield one;
  }
}

/** Whether somebody is named in a case. For what is sent to a known handler; presses ask `maySee`. */
export function isInvolved(personId: string, { involved = [] }: Guarded): boolean {
  return involved.some((id) => id.toLowerCase() === personId.toLowerCase());
}

/** Whether a case may be shown where the whole complaints team reads, such as its channel. */
export function isForChannel({ involved = [], involvedUnlisted = false }: Guarded): boolean {
  return involved.length === 0 && !involvedUnlisted;
}

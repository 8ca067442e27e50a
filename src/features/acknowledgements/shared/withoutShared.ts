import type { Directory, MemberRecord } from '../../../storage/roles';
import type { SharedAccount } from './sharedAccounts';

/** The directory as an audience is read from it: without shared accounts, whose names it keeps. */
export interface PeopleOnly {
  readonly directory: Directory;
  /** Names of the accounts that were left out, as they are met. */
  readonly leftOut: Set<string>;
}

/** So that whoever puts an audience together cannot forget them. */
export function withoutShared(directory: Directory, accounts: readonly SharedAccount[]): PeopleOnly {
  const shared = new Set(accounts.map(({ personId }) => personId));
  const leftOut = new Set<string>();
  async function* members(teamId: string): AsyncGenerator<MemberRecord> {
    for await (const member of directory.members(teamId)) {
      if (shared.has(member.personId)) leftOut.add(member.name);
      else yield member;
    }
  }
  return {
    leftOut,
    directory: {
      person: (id) => directory.person(id),
      team: (id) => directory.team(id),
      teams: () => directory.teams(),
      concernsChannel: () => directory.concernsChannel(),
      members,
    },
  };
}

const MOST_NAMED = 10;

/** "Kitchen tablet, Night desk and 3 more": empty where there are none. */
export function sharedInWords(names: Iterable<string>): string {
  const sorted = [...names].sort((one, other) => one.localeCompare(other, 'en-GB'));
  if (sorted.length === 0) return '';
  const more = sorted.length - MOST_NAMED;
  const named = sorted.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const what = sorted.length === 1 ? 'a shared account: ask its people' : 'shared accounts: ask their people';
  return `Not asked: ${named} (${what} on paper).`;
}

import type { Directory, TeamRecord } from '../../../../storage/roles';
import type { ListedPerson } from './lists';

/** What became of the addresses. */
export interface Matched {
  /** Each person once. */
  readonly people: readonly ListedPerson[];
  readonly notFound: readonly string[];
}

/** Looks for the addresses, without case, in the rosters of these teams; guests are never found. */
export async function matchAddresses(
  directory: Pick<Directory, 'members'>,
  teams: readonly TeamRecord[],
  addresses: readonly string[],
): Promise<Matched> {
  const missing = new Set(addresses);
  const people = new Map<string, ListedPerson>();
  for (const { id, serviceUrl } of teams) {
    for await (const { personId, teamsId, name, guest, email, userPrincipalName } of directory.members(id)) {
      const found = [email, userPrincipalName].map((each) => each?.toLowerCase() ?? '');
      if (guest || !found.some((each) => missing.has(each))) continue;
      people.set(personId, { personId, teamsId, name, serviceUrl });
      for (const each of found) missing.delete(each);
    }
  }
  return { people: [...people.values()], notFound: [...missing] };
}

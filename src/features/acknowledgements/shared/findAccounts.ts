import type { Directory, MemberRecord, TeamRecord } from '../../../storage/roles';

/** A member of a team who may be meant. */
export interface FoundAccount {
  readonly member: MemberRecord;
  readonly team: TeamRecord;
}

/** So that the card stays small; whoever is looked for is named more exactly then. */
export const MOST_FOUND = 10;

/** Members of any team whose e-mail address or whole name this is, each once. */
export async function findAccounts(
  directory: Pick<Directory, 'teams' | 'members'>,
  words: string,
): Promise<FoundAccount[]> {
  const wanted = plain(words);
  const found = new Map<string, FoundAccount>();
  for (const team of await directory.teams()) {
    for await (const member of directory.members(team.id)) {
      const meant = plain(member.name) === wanted || plain(member.email ?? '') === wanted;
      if (meant && !found.has(member.personId)) found.set(member.personId, { member, team });
      if (found.size === MOST_FOUND) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** The member of one team with this id. */
export async function memberOf(
  directory: Pick<Directory, 'members'>,
  teamId: string,
  personId: string,
): Promise<MemberRecord | undefined> {
  for await (const member of directory.members(teamId)) if (member.personId === personId) return member;
  return undefined;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

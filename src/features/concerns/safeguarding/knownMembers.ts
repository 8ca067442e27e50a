import type { Directory } from '../../../storage/roles';

/** Somebody in a team that the bot is in. */
export interface KnownMember {
  readonly personId: string;
  readonly name: string;
  readonly teamId: string;
  readonly guest: boolean;
}

/** Everybody in the bot's teams whose whole name or address this is, each once. */
export async function membersNamed(
  directory: Pick<Directory, 'teams' | 'members'>,
  words: string,
): Promise<KnownMember[]> {
  const wanted = words.trim().toLowerCase();
  const found = new Map<string, KnownMember>();
  for (const { id: teamId } of await directory.teams()) {
    for await (const { personId, name, email, userPrincipalName, guest } of directory.members(teamId)) {
      const names = [name, email, userPrincipalName].map((each) => each?.toLowerCase());
      if (names.includes(wanted)) found.set(personId, { personId, name, teamId, guest });
    }
  }
  return [...found.values()];
}

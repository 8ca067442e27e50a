import type { Directory, MemberRecord, TeamRecord } from '../../../storage/roles';

/** Who is left out of an audience besides guests: the sender, where they chose so. */
export interface AudienceChoice {
  readonly teamIds: readonly string[];
  readonly leftOut: string | undefined;
}

/** The members of one team that are not counted yet. */
export interface TeamAudience {
  readonly team: TeamRecord;
  /** Place of the team in the choice: part of the recipients' partition. */
  readonly index: number;
  readonly members: readonly MemberRecord[];
}

/**
 * Everybody in the chosen teams, each person once, guests never, team by team. A team that the bot was taken out
 * of is left out.
 * @param counted people who are in the audience already; it grows as teams are read
 */
export async function* audienceOf(
  directory: Directory,
  choice: AudienceChoice,
  counted: Set<string>,
): AsyncGenerator<TeamAudience> {
  for (const [index, teamId] of choice.teamIds.entries()) {
    const team = await directory.team(teamId);
    if (!team?.installed) continue;
    const members: MemberRecord[] = [];
    for await (const member of directory.members(teamId)) {
      if (member.guest || member.personId === choice.leftOut || counted.has(member.personId)) continue;
      counted.add(member.personId);
      members.push(member);
    }
    yield { team, index, members };
  }
}

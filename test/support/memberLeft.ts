import type { JsonObject } from '../../src/localTeams/json';
import type { LocalTeams } from '../../src/localTeams/localTeams';

/** What Teams tells when somebody left the team of a channel. @param named whether it names the Entra id too */
export function memberLeft(teams: LocalTeams, person: string, channel: string, named = true): JsonObject {
  const { from } = teams.sampleActivity('messagePersonal', person) as { from: JsonObject };
  const { id, aadObjectId } = from;
  const membersRemoved = [named ? { id, aadObjectId } : { id }] as JsonObject[];
  return teams.sampleActivity('conversationUpdateMembersRemoved', person, { membersRemoved }, channel);
}

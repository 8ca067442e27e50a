import type { Directory, MemberRecord, TeamRecord } from '../../../storage/roles';
import type { Campaign } from '../campaign/campaign';
import type { Lists } from './list/lists';
import { paperIdOf, paperName } from './list/paperPeople';

/** Who is asked: teams, people of a pasted list, people without Teams. */
export interface AudienceChoice {
  readonly teamIds: readonly string[];
  /** The sender, where they chose so; guests are left out in any case. */
  readonly leftOut: string | undefined;
  readonly listId?: string | undefined;
  /** The draft that people without Teams were added to. */
  readonly paperOf?: string | undefined;
}

/** Where people are found. */
export interface AudienceSources {
  readonly directory: Directory;
  readonly lists: Lists;
}

/** Somebody of an audience: of a list with the address of Teams for them, or to be asked on paper alone. */
export interface AudienceMember extends Pick<MemberRecord, 'personId' | 'teamsId' | 'name'> {
  readonly serviceUrl?: string;
  readonly onPaper?: boolean;
}

/** The members of one team that are not counted yet; a list, and the people on paper, are like teams of their own. */
export interface TeamAudience {
  readonly team: Pick<TeamRecord, 'name' | 'serviceUrl'>;
  /** Place of the team in the choice: part of the recipients' partition. */
  readonly index: number;
  readonly members: readonly AudienceMember[];
}

/** Whom a campaign asks. */
export function choiceOf(campaign: Campaign): AudienceChoice {
  const { teams, senderIncluded, managerId, listId, paperOf } = campaign;
  const leftOut = senderIncluded ? undefined : managerId;
  return { teamIds: teams.map((team) => team.id), leftOut, listId, paperOf };
}

/**
 * Everybody in the chosen teams, on the list and on paper, each person once, guests never, team by team. A team that
 * the bot was taken out of is left out.
 * @param counted people who are in the audience already; it grows as teams are read
 */
export async function* audienceOf(
  { directory, lists }: AudienceSources,
  choice: AudienceChoice,
  counted: Set<string>,
): AsyncGenerator<TeamAudience> {
  const { teamIds, leftOut, listId, paperOf } = choice;
  const isNew = ({ personId }: AudienceMember): boolean => {
    if (personId === leftOut || counted.has(personId)) return false;
    counted.add(personId);
    return true;
  };
  for (const [index, teamId] of teamIds.entries()) {
    const team = await directory.team(teamId);
    if (!team?.installed) continue;
    const members: MemberRecord[] = [];
    for await (const member of directory.members(teamId)) {
      if (!member.guest && isNew(member)) members.push(member);
    }
    yield { team, index, members };
  }
  if (listId) {
    const members: AudienceMember[] = [];
    for await (const person of lists.people(listId)) if (isNew(person)) members.push(person);
    yield { team: { name: 'From your list', serviceUrl: '' }, index: teamIds.length, members };
  }
  if (paperOf) {
    const people = (await lists.paperOf(paperOf)).map((person): AudienceMember => {
      return { personId: paperIdOf(paperOf, person), teamsId: '', name: paperName(person), onPaper: true };
    });
    const team = { name: 'To be asked on paper', serviceUrl: '' };
    yield { team, index: teamIds.length + 1, members: people.filter(isNew) };
  }
}

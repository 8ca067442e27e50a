import type { Directory, MemberRecord, TeamRecord } from '../../../storage/roles';
import type { Campaign } from '../campaign/campaign';
import type { SharedAccounts } from '../shared/sharedAccounts';
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
  /** Whoever has the bot beside the teams. */
  readonly everyone?: boolean | undefined;
}

/** Where people are found. */
export interface AudienceSources {
  readonly directory: Directory;
  readonly lists: Lists;
  readonly sharedAccounts: SharedAccounts;
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
  const { teams, senderIncluded, managerId, listId, paperOf, everyone } = campaign;
  const leftOut = senderIncluded ? undefined : managerId;
  return { teamIds: teams.map((team) => team.id), leftOut, listId, paperOf, everyone };
}

/**
 * Everybody in the chosen teams, on the list and on paper, each person once, guests never, team by team. A team that
 * the bot was taken out of is left out, and so are accounts that several people share.
 * @param counted people who are in the audience already; it grows as teams are read
 * @param shared names of the shared accounts that were left out; it grows likewise
 */
export async function* audienceOf(
  sources: AudienceSources,
  choice: AudienceChoice,
  counted: Set<string>,
  shared = new Set<string>(),
): AsyncGenerator<TeamAudience> {
  const { teamIds, leftOut, listId, paperOf, everyone } = choice;
  const guests = new Set<string>();
  const accounts = new Set((await sources.sharedAccounts.all()).map(({ personId }) => personId));
  const found: Found = {
    guests,
    isNew: ({ personId, name }) => {
      if (accounts.has(personId)) {
        shared.add(name);
        return false;
      }
      if (personId === leftOut || counted.has(personId)) return false;
      counted.add(personId);
      return true;
    },
  };
  const after = teamIds.length;
  yield* inTeams(sources, teamIds, found);
  if (listId) yield { team: LIST, index: after, members: await onList(sources, listId, found) };
  if (paperOf) yield { team: ON_PAPER, index: after + 1, members: await onPaper(sources, paperOf, found) };
  if (everyone) yield { team: OTHERS, index: after + 2, members: await besideTeams(sources, found) };
}

const LIST = { name: 'Only on your list', serviceUrl: '' };
const ON_PAPER = { name: 'To be asked on paper', serviceUrl: '' };
const OTHERS = { name: 'Others who have me', serviceUrl: '' };

/** Who was found so far. */
interface Found {
  readonly guests: Set<string>;
  /** Counts somebody in; false where they are counted already or left out. */
  readonly isNew: (member: AudienceMember) => boolean;
}

async function* inTeams(
  { directory }: AudienceSources,
  teamIds: readonly string[],
  { guests, isNew }: Found,
): AsyncGenerator<TeamAudience> {
  for (const [index, teamId] of teamIds.entries()) {
    const team = await directory.team(teamId);
    if (!team?.installed) continue;
    const members: MemberRecord[] = [];
    for await (const member of directory.members(teamId)) {
      if (member.guest) guests.add(member.personId);
      else if (isNew(member)) members.push(member);
    }
    yield { team, index, members };
  }
}

async function onList(
  { lists }: AudienceSources,
  listId: string,
  { isNew }: Found,
): Promise<AudienceMember[]> {
  const members: AudienceMember[] = [];
  for await (const person of lists.people(listId)) if (isNew(person)) members.push(person);
  return members;
}

async function onPaper(
  { lists }: AudienceSources,
  draftId: string,
  { isNew }: Found,
): Promise<AudienceMember[]> {
  const people = await lists.paperOf(draftId);
  return people
    .map((person) => ({ personId: paperIdOf(draftId, person), name: paperName(person) }))
    .map((person): AudienceMember => ({ ...person, teamsId: '', onPaper: true }))
    .filter(isNew);
}

async function besideTeams(
  { directory }: AudienceSources,
  { guests, isNew }: Found,
): Promise<AudienceMember[]> {
  const members: AudienceMember[] = [];
  for await (const { id: personId, teamsId, name, serviceUrl, chat } of directory.everybody()) {
    const person = { personId, teamsId, name, serviceUrl };
    if (chat === 'open' && !guests.has(personId) && isNew(person)) members.push(person);
  }
  return members;
}

import type { Channel } from '../../bot/addresses';
import type { Messenger } from '../../bot/messengerPort';
import type { ComplaintsRoles } from '../../storage/complaintsRoles';
import type { Directory, TeamRecord } from '../../storage/roles';
import type { NamedChannel } from './setupDecision';
import type { ConcernsAudience, SetupState } from './setupStatus';

/** What setup reads: teams as the product knows them, channels as Teams lists them. */
export interface SetupSources {
  readonly directory: Pick<Directory, 'team' | 'teams' | 'concernsChannel' | 'members'>;
  readonly messenger: Pick<Messenger, 'channels'>;
}

/** A channel as Teams lists it among its team's. `unread`: Teams gave no answer. */
export async function channelIn(
  { messenger }: Pick<SetupSources, 'messenger'>,
  serviceUrl: string,
  teamId: string,
  channelId: string,
): Promise<Channel | 'unread' | 'unlisted'> {
  const read = await messenger.channels(serviceUrl, teamId, 'waiting');
  if (read.outcome !== 'read') return 'unread';
  return read.value.find(({ id }) => id === channelId) ?? 'unlisted';
}

/** The channel that concerns go to, by its names. */
export async function namedConcernsChannel(sources: SetupSources): Promise<NamedChannel | undefined> {
  const set = await sources.directory.concernsChannel();
  if (!set) return undefined;
  const { team, channelId } = set;
  const channel = await channelIn(sources, team.serviceUrl, team.id, channelId);
  const channelName = typeof channel === 'string' ? '(its name could not be read)' : channel.name;
  return { teamId: team.id, teamName: team.name, channelId, channelName };
}

/** The kind of the concerns channel as Teams tells it now, and how many guests its team has. */
async function concernsAudience(sources: SetupSources): Promise<ConcernsAudience | undefined> {
  const set = await sources.directory.concernsChannel();
  if (!set) return undefined;
  const { team, channelId } = set;
  const channel = await channelIn(sources, team.serviceUrl, team.id, channelId);
  let guests = 0;
  for await (const { guest } of sources.directory.members(team.id)) if (guest) guests++;
  return { type: typeof channel === 'string' ? 'unread' : channel.type, guests };
}

/** Everything that `setup` shows. */
export async function readSetupState(
  sources: SetupSources & { readonly complaints: Pick<ComplaintsRoles, 'lead'> },
  { contactProblems, waiting }: Pick<SetupState, 'contactProblems' | 'waiting'>,
): Promise<SetupState> {
  const teams = (await sources.directory.teams()).filter(({ installed }) => installed);
  return {
    teams: names(teams),
    managersTeams: names(teams.filter(({ managers }) => managers)),
    concerns: await namedConcernsChannel(sources),
    concernsAudience: await concernsAudience(sources),
    complaintsLead: (await sources.complaints.lead())?.name ?? '',
    waiting,
    contactProblems,
  };
}

function names(teams: readonly TeamRecord[]): string[] {
  return teams.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
}

import type { Sent } from '../../../bot/outcomes';
import { isInvolved } from '../access/caseAccess';
import type { ListedPerson } from '../access/conflictList';
import type { Case } from '../case/case';
import { channelCard } from '../case/channelCard';
import type { ConcernsDeps } from '../deps';

/** Where a case's card stands now, or why it stands nowhere. */
export interface Delivered {
  readonly place: Pick<Case['handOff'], 'channel' | 'chat'> | undefined;
  readonly activityId?: string;
  /** The name of Teams' refusal; `noChannel`, `nobody`: there is nowhere to send it. */
  readonly refused: string;
}

/** So often somebody who may only be unreachable for the moment is tried before the next on the list is. */
const PATIENCE = 3;

/** To the channel that all of the complaints team reads. */
export async function toChannel(
  { directory, messenger }: ConcernsDeps,
  caseId: string,
  value: Case,
): Promise<Delivered> {
  const set = await directory.concernsChannel();
  if (!set) return { place: undefined, refused: 'noChannel' };
  const channel = { serviceUrl: set.team.serviceUrl, channelId: set.channelId };
  const sent = await messenger.post(channel, { card: channelCard(caseId, value) }, 'waiting');
  return delivered(sent, { channel });
}

/** To the first of the list whom the case does not name, in their own chat. Nobody else is told. */
export async function toFirstUninvolved(
  deps: ConcernsDeps,
  people: readonly ListedPerson[],
  caseId: string,
  value: Case,
): Promise<Delivered> {
  let refused = 'nobody';
  for (const one of people) {
    if (isInvolved(one.personId, value)) continue;
    const tried = await toPerson(deps, one, caseId, value);
    if (tried.place) return tried;
    refused = tried.refused;
    if (refused === 'unavailable' && value.handOff.failures < PATIENCE) return tried;
  }
  return { place: undefined, refused };
}

async function toPerson(
  { roles, directory, messenger }: ConcernsDeps,
  { personId, teamId, teamsId }: ListedPerson,
  caseId: string,
  value: Case,
): Promise<Delivered> {
  const team = await directory.team(teamId);
  if (!team || !(await roles.isThere(personId, teamId))) return { place: undefined, refused: 'unavailable' };
  const opened = await messenger.openChat(team.serviceUrl, teamsId, 'waiting');
  if (opened.outcome !== 'read') return { place: undefined, refused: opened.outcome };
  const sent = await messenger.send(opened.value, { card: channelCard(caseId, value) }, 'waiting');
  return delivered(sent, { chat: { personId, ...opened.value } });
}

function delivered(sent: Sent, place: Pick<Case['handOff'], 'channel' | 'chat'>): Delivered {
  return sent.outcome === 'sent'
    ? { place, activityId: sent.activityId, refused: '' }
    : { place: undefined, refused: sent.outcome };
}

import type { Activity } from 'botbuilder';
import { teamsDataOf } from './incoming';
import type { Person, Place } from './turn';

/** Who acts, or undefined: another bot or a connector without an Entra identity is nobody that we answer. */
export function personOf(activity: Activity): Person | undefined {
  const { aadObjectId, id, name } = activity.from;
  return aadObjectId ? { id: aadObjectId.toLowerCase(), teamsId: id, name: name || 'Colleague' } : undefined;
}

export function placeOf(activity: Activity): Place {
  const { team, channel } = teamsDataOf(activity);
  return {
    kind: team || channel ? 'channel' : isPrivate(activity) ? 'personal' : 'groupChat',
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    ...(team ? { teamId: team.id } : {}),
    ...(channel ? { channelId: channel.id } : {}),
  };
}

/** In doubt others can read it: a private answer in a group would be the worse mistake. */
function isPrivate({ conversation }: Activity): boolean {
  const { id, isGroup, conversationType = 'personal' } = conversation as Partial<typeof conversation>;
  return conversationType === 'personal' && !isGroup && !id?.includes('@thread.');
}

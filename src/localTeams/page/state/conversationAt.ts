import type { PersonView, WorldView } from '../../api';
import type { Where } from './place';

/** A conversation that a column can show. */
export interface OpenConversation {
  id: string;
  kind: 'chat' | 'channel';
  name: string;
}

/** The conversation at a place: the person's chat, or a channel of their teams; undefined where there is none. */
export function conversationAt(
  world: WorldView,
  person: PersonView,
  where: Where,
): OpenConversation | undefined {
  if (where.kind === 'chat') return { id: person.chatId, kind: 'chat', name: world.botName };
  if (where.kind === 'tab') return undefined;
  const channel = channelsOf(world, person).find((one) => one.key === where.channel);
  return channel && { id: channel.id, kind: 'channel', name: channel.name };
}

/** The channels that a person can open, with the team's name. */
export function channelsOf(
  world: WorldView,
  person: PersonView,
): { key: string; id: string; name: string; team: string }[] {
  return world.teams
    .filter((team) => person.teams.includes(team.key))
    .flatMap((team) => team.channels.map(({ key, id, name }) => ({ key, id, name, team: team.name })));
}

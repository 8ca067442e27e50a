import type {
  ChannelView,
  ConversationView,
  MessagesView,
  PersonView,
  TabView,
  TeamView,
  WorldView,
} from './api';
import type { Core } from './core';
import { previewOf, viewMessage } from './messageView';
import type { SearchCommand } from './searchCommand';
import type { Channel, Person, Place, Team } from './world';

/** The world as the page shows it. */
export function viewWorld(core: Core, tabs: TabView[]): WorldView {
  const { world, search } = core;
  return {
    tenantId: world.tenantId,
    botId: world.bot.id,
    botName: world.bot.name,
    appId: world.bot.appId,
    serviceUrl: core.serviceUrl,
    people: [...world.people.values()].map((person) => viewPerson(core, person)),
    teams: [...world.teams.values()].map(viewTeam),
    tabs,
    ...(search ? { search: searchView(search) } : {}),
  };
}

function searchView({ title, parameter }: SearchCommand): WorldView['search'] {
  return { title, label: parameter.title, example: parameter.description };
}

/** A person's conversations: the chat with the bot, then the channels that they are in. */
export function viewConversations(core: Core, person: Person): ConversationView[] {
  return placesOf(core, person).map((place) => viewConversation(core, person, place));
}

/** The newest messages of a conversation, or the newest before one of them. */
export function viewMessages(
  core: Core,
  person: Person,
  place: Place,
  range: { limit: number; before?: string | undefined },
): MessagesView {
  const all = core.state.chats.messages(place.id);
  const end = range.before ? all.findIndex((message) => message.id === range.before) : all.length;
  const start = Math.max(0, end - range.limit);
  const messages = all
    .slice(start, Math.max(0, end))
    .map((message) => viewMessage(core, message, person.key));
  return { messages, more: start > 0 };
}

/** A channel as the page shows it. */
export function viewChannel(channel: Channel): ChannelView {
  return { key: channel.key, name: channel.name, id: channel.id, membershipType: channel.type };
}

function viewPerson(core: Core, person: Person): PersonView {
  const { key, name, title, role, id, aadObjectId, email, guest, chatId } = person;
  const { installed, blocked, departed } = person;
  const teams = core.world.teamsOf(person).map((team) => team.key);
  const who = { key, name, title, role, id, aadObjectId, email, guest };
  return { ...who, installed, blocked, departed, chatId, teams };
}

function viewTeam(team: Team): TeamView {
  return {
    key: team.key,
    name: team.name,
    id: team.id,
    aadGroupId: team.aadGroupId,
    members: [...team.members],
    botInstalled: team.installed,
    channels: team.channels.map(viewChannel),
  };
}

function placesOf(core: Core, person: Person): Place[] {
  const channels = core.world.teamsOf(person).flatMap((team) => team.channels);
  return [person.chatId, ...channels.map((channel) => channel.id)]
    .map((id) => core.world.place(id))
    .filter((place) => place !== undefined)
    .filter((place) => core.world.isAt(person, place));
}

function viewConversation(core: Core, person: Person, place: Place): ConversationView {
  const newest = core.state.chats.messages(place.id).at(-1);
  const unread = core.state.chats.unread(person.key, place.id);
  const common = {
    id: place.id,
    unread,
    preview: previewOf(newest),
    ...(newest ? { lastAt: new Date(newest.at).toISOString() } : {}),
  };
  if (place.kind === 'personal') return { ...common, kind: 'personal', name: core.world.bot.name };
  const { team, channel } = place;
  return {
    ...common,
    kind: 'channel',
    name: `${team.name} › ${channel.name}`,
    channel: channel.key,
    team: team.key,
  };
}

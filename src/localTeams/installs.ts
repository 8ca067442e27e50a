import { botAccount, channelInfo, eventId, makeActivity, type Scene } from './activities';
import { notNow } from './clientRefusal';
import type { Core } from './core';
import type { JsonObject } from './json';
import type { ChannelEntry } from './people';
import type { Channel, Person, Place, Team } from './world';

/** What can change between a person and the bot. */
export type PersonChange = 'install' | 'uninstall' | 'upgrade' | 'block' | 'unblock' | 'depart' | 'return';
/** What can change between a team and the bot. */
export type TeamChange = 'install' | 'uninstall' | 'upgrade';

/** Installs and so on for one person. Resolves with the bot's status where it is told. */
export async function changePerson(
  core: Core,
  person: Person,
  change: PersonChange,
): Promise<number | undefined> {
  const scene = { person, place: placeOf(core, person.chatId) };
  switch (change) {
    case 'install':
      if (person.departed) throw notNow('Departed', `${person.name} has left.`);
      if (person.installed) throw notNow('AlreadyInstalled', `${person.name} has the bot.`);
      setFact(core, person, 'installed', true);
      return sendBoth(core, scene, 'conversationUpdatePersonal', 'installationUpdatePersonal', 'add');
    case 'uninstall':
      if (!person.installed) throw notNow('NotInstalled', `${person.name} does not have the bot.`);
      setFact(core, person, 'installed', false);
      return send(core, 'installationUpdatePersonal', scene, { action: 'remove' });
    case 'upgrade':
      if (!person.installed) throw notNow('NotInstalled', `${person.name} does not have the bot.`);
      return send(core, 'installationUpdatePersonal', scene, { action: 'add-upgrade' });
    case 'block':
    case 'unblock':
      return setFact(core, person, 'blocked', change === 'block');
    case 'depart':
      return depart(core, person);
    case 'return':
      return setFact(core, person, 'departed', false);
  }
}

/** Installs and so on in a team, done by one of its members. */
export async function changeTeam(core: Core, team: Team, change: TeamChange, by: Person): Promise<number> {
  const scene = { person: by, place: placeOf(core, team.id) };
  if (change === 'install') {
    if (team.installed) throw notNow('AlreadyInstalled', 'The bot is in this team.');
    setInstalled(core, team, true);
    return sendBoth(core, scene, 'conversationUpdateMembersAdded', 'installationUpdateTeam', 'add');
  }
  if (!team.installed) throw notNow('NotInstalled', 'The bot is not in this team.');
  if (change === 'upgrade') return sendInstallation(core, 'installationUpdateTeam', scene, 'add-upgrade');
  setInstalled(core, team, false);
  return sendBoth(core, scene, 'conversationUpdateMembersRemoved', 'installationUpdateTeam', 'remove');
}

/** A person joins or leaves a team; a bot that is in the team is told. */
export async function changeMember(
  core: Core,
  team: Team,
  person: Person,
  on: boolean,
): Promise<number | undefined> {
  if (on && person.departed) throw notNow('Departed', `${person.name} has left.`);
  if (team.members.has(person.key) === on) {
    throw notNow('NoChange', `${person.name} is ${on ? 'already' : 'not'} in this team.`);
  }
  core.state.commit({ what: 'member', team: team.key, person: person.key, on });
  core.bus.emit({ type: 'world' });
  if (!team.installed) return undefined;
  const scene = { person: otherMember(core, team, person), place: placeOf(core, team.id) };
  const account = { id: person.id, aadObjectId: person.aadObjectId };
  return on
    ? send(core, 'conversationUpdateMembersAdded', scene, { membersAdded: [account] })
    : send(core, 'conversationUpdateMembersRemoved', scene, { membersRemoved: [account] });
}

/** A new channel of a team; a bot that is in the team is told of a standard one. */
export async function addChannel(core: Core, team: Team, entry: ChannelEntry, by: Person): Promise<Channel> {
  if (team.channels.some((channel) => channel.key === `${team.key}/${entry.key}`)) {
    throw notNow('NoChange', 'This team has a channel of that name.');
  }
  core.state.commit({ what: 'channel', team: team.key, channel: entry });
  core.bus.emit({ type: 'world' });
  const channel = core.world.addChannel(team, entry);
  if (team.installed && entry.type === 'standard') {
    const scene = { person: by, place: placeOf(core, team.id) };
    const special = { channelData: { channel: channelInfo(channel) } };
    await send(core, 'conversationUpdateChannelCreated', scene, special);
  }
  return channel;
}

/** Who does something in a team when nobody is named: its first member who is still there. */
export function firstMember(core: Core, team: Team): Person {
  const keys = [...team.members].map((key) => core.world.people.get(key));
  const first = keys.find((person) => person && !person.departed);
  if (!first) throw notNow('EmptyTeam', 'Nobody is in this team.');
  return first;
}

// The account is gone: so are its places in teams, and each bot there hears of it.
async function depart(core: Core, person: Person): Promise<number | undefined> {
  const teams = core.world.teamsOf(person);
  const told = await Promise.all(teams.map((team) => changeMember(core, team, person, false)));
  setFact(core, person, 'departed', true);
  return told.find((status) => status !== undefined);
}

function setFact(
  core: Core,
  person: Person,
  fact: 'installed' | 'blocked' | 'departed',
  on: boolean,
): undefined {
  core.state.commit({ what: 'person', person: person.key, fact, on });
  core.bus.emit({ type: 'world' });
}

function setInstalled(core: Core, team: Team, installed: boolean): void {
  core.state.commit({ what: 'team', team: team.key, installed });
  core.bus.emit({ type: 'world' });
}

function otherMember(core: Core, team: Team, person: Person): Person {
  const other = [...team.members].find((key) => key !== person.key);
  return core.world.people.get(other ?? '') ?? person;
}

type UpdateFixture =
  | 'conversationUpdatePersonal'
  | 'conversationUpdateMembersAdded'
  | 'conversationUpdateMembersRemoved';
type InstallFixture = 'installationUpdatePersonal' | 'installationUpdateTeam';

// Teams promises no order between the two, so they go at the same time.
async function sendBoth(
  core: Core,
  scene: Scene,
  update: UpdateFixture,
  install: InstallFixture,
  action: string,
): Promise<number> {
  const bot = [botAccount(core)];
  const members =
    update === 'conversationUpdateMembersRemoved' ? { membersRemoved: bot } : { membersAdded: bot };
  const statuses = await Promise.all([
    send(core, update, scene, members),
    sendInstallation(core, install, scene, action),
  ]);
  return statuses.find((status) => status < 200 || status > 299) ?? statuses[1];
}

function sendInstallation(
  core: Core,
  fixture: InstallFixture,
  scene: Scene,
  action: string,
): Promise<number> {
  const id = scene.place.id;
  const ofTeam = { settings: { selectedChannel: { id } }, channel: { id } };
  const special = fixture === 'installationUpdateTeam' ? { channelData: ofTeam } : {};
  return send(core, fixture, scene, { action, ...special });
}

async function send(
  core: Core,
  fixture: UpdateFixture | InstallFixture | 'conversationUpdateChannelCreated',
  scene: Scene,
  special: JsonObject,
): Promise<number> {
  const activity = makeActivity(core, fixture, scene, { id: eventId(), ...special });
  return (await core.deliveries.deliver(activity)).status;
}

function placeOf(core: Core, id: string): Place {
  const place = core.world.place(id);
  if (!place) throw new Error(`There is no conversation ${id}.`);
  return place;
}

import { randomUUID } from 'node:crypto';
import type { Core } from './core';
import { FIXTURES, type FixtureName } from './fixtures';
import { botAccountId, inThread } from './ids';
import { isObject, type Json, type JsonObject } from './json';
import type { Channel, Person, Place, Team } from './world';

/** Who does something where; `threadId` in a channel. */
export interface Scene {
  person: Person;
  place: Place;
  threadId?: string | undefined;
}

/**
 * An activity for the bot: a fixture's shape, this scene's people and places, and what is special about it.
 * Objects are merged; lists and values given take the place of the fixture's.
 */
export function makeActivity(
  core: Core,
  fixture: FixtureName,
  scene: Scene,
  special: JsonObject,
): JsonObject {
  const shape: JsonObject = structuredClone(FIXTURES[fixture]);
  return merge(merge(shape, address(core, shape, scene)), special);
}

/** The id of an event or press, which is nobody's message. */
export function eventId(): string {
  return `f:${randomUUID()}`;
}

/** The bot as activities name it. */
export function botAccount(core: Core): JsonObject {
  return { id: botAccountId(core.world.bot.id), name: core.world.bot.name };
}

/** A person as activities name them. */
export function personAccount(person: Person): JsonObject {
  return { id: person.id, name: person.name, aadObjectId: person.aadObjectId };
}

function address(core: Core, shape: JsonObject, { person, place, threadId }: Scene): JsonObject {
  const at = new Date(core.now()).toISOString();
  return {
    timestamp: at,
    localTimestamp: at.replace('Z', '+00:00'),
    serviceUrl: core.serviceUrl,
    from: personAccount(person),
    recipient: botAccount(core),
    conversation: conversation(core, place, threadId),
    channelData: channelData(core, shape, place),
  };
}

function conversation(core: Core, place: Place, threadId: string | undefined): JsonObject {
  const { tenantId } = core.world;
  if (place.kind === 'personal') return { conversationType: 'personal', tenantId, id: place.id };
  const id = threadId ? inThread(place.id, threadId) : place.id;
  return { isGroup: true, conversationType: 'channel', tenantId, id };
}

function channelData(core: Core, shape: JsonObject, place: Place): JsonObject {
  const tenant = { id: core.world.tenantId };
  if (place.kind === 'personal') return { tenant };
  const { team, channel } = place;
  // Events of a whole team name its name and group too; messages name the ids and nothing else.
  const isEvent = shape['type'] !== 'message' && shape['type'] !== 'invoke' && shape['type'] !== 'typing';
  if (isEvent) return { tenant, team: teamInfo(team) };
  return {
    teamsChannelId: channel.id,
    teamsTeamId: team.id,
    channel: { id: channel.id },
    team: { id: team.id },
    tenant,
  };
}

/** A team as events name it. */
export function teamInfo(team: Team): JsonObject {
  return { id: team.id, name: team.name, aadGroupId: team.aadGroupId };
}

/** A channel as events name it. */
export function channelInfo(channel: Channel): JsonObject {
  return { id: channel.id, name: channel.name, type: channel.type };
}

function merge(under: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...under };
  for (const [name, value] of Object.entries(over)) merged[name] = mergeValue(merged[name], value);
  return merged;
}

// What a person's button or input says is taken as it is, and not laid over the sample's.
function mergeValue(under: Json | undefined, over: Json | undefined): Json | undefined {
  return isObject(under) && isObject(over) && !('sample' in under) ? merge(under, over) : over;
}

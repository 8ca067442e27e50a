import type { Core } from './core';
import { checkIsThere, memberAt, placeOf } from './connectorPlaces';
import type { ConnectorAnswer } from './connectorWrites';
import { ROSTER_PAGE } from './limits';
import { refuse } from './refusal';
import type { Channel, Person, Place, Team } from './world';

/** A request that only reads. */
export interface Read {
  params: Record<string, string>;
  query: URLSearchParams;
}

/** Everybody in a conversation; of a team's id, its members. */
export function members(core: Core, { params }: Read): ConnectorAnswer {
  const place = placeToRead(core, params);
  return { status: 200, body: core.world.membersAt(place).map((person) => account(core, person)) };
}

/** The same by pages; `continuationToken` is there while there is more. */
export function pagedMembers(core: Core, { params, query }: Read): ConnectorAnswer {
  const everybody = core.world.membersAt(placeToRead(core, params));
  const from = offsetOf(query.get('continuationToken'));
  const size = pageSizeOf(query.get('pageSize'));
  const page = everybody.slice(from, from + size);
  const next = from + size < everybody.length ? { continuationToken: tokenOf(from + size) } : {};
  return { status: 200, body: { members: page.map((person) => account(core, person)), ...next } };
}

/** One member, by `29:` id or aadObjectId. */
export function member(core: Core, { params }: Read): ConnectorAnswer {
  const place = placeToRead(core, params);
  return { status: 200, body: account(core, memberAt(core, place, params['member'] ?? '')) };
}

/** A team's details. */
export function teamDetails(core: Core, { params }: Read): ConnectorAnswer {
  const team = teamOf(core, params);
  const body = {
    id: team.id,
    name: team.name,
    aadGroupId: team.aadGroupId,
    type: 'standard',
    tenantId: core.world.tenantId,
    memberCount: team.members.size,
    channelCount: team.channels.length,
  };
  return { status: 200, body };
}

/** A team's channels; General has no name, as in Teams. */
export function channels(core: Core, { params }: Read): ConnectorAnswer {
  const conversations = teamOf(core, params).channels.map(channelInfo);
  return { status: 200, body: { conversations } };
}

function placeToRead(core: Core, params: Record<string, string>): Place {
  const { place } = placeOf(core, params['conversation'] ?? '');
  checkIsThere(core, place);
  return place;
}

function teamOf(core: Core, params: Record<string, string>): Team {
  const team = core.world.team(params['team'] ?? '');
  if (!team || team.id !== params['team']) throw refuse.noConversation();
  if (!team.installed) throw refuse.notInRoster();
  return team;
}

function channelInfo(channel: Channel): object {
  const name = channel.key.endsWith('/general') ? {} : { name: channel.name };
  return { id: channel.id, ...name, type: channel.type };
}

function account(core: Core, person: Person): object {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: person.id,
    name: person.name,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.guest ? guestName(person.email) : person.email,
    tenantId: core.world.tenantId,
    userRole: person.guest ? 'guest' : 'user',
  };
}

// The form that Entra gives the account of a guest.
function guestName(email: string): string {
  return `${email.replace('@', '_')}#EXT#@example.onmicrosoft.com`;
}

function pageSizeOf(given: string | null): number {
  const wanted = given === null ? ROSTER_PAGE.most : Number(given);
  if (!Number.isInteger(wanted)) throw refuse.badArgument('pageSize is a whole number.');
  return Math.min(ROSTER_PAGE.most, Math.max(ROSTER_PAGE.least, wanted));
}

function tokenOf(offset: number): string {
  return Buffer.from(`from ${offset}`).toString('base64url');
}

function offsetOf(token: string | null): number {
  if (!token) return 0;
  const offset = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (!offset) throw refuse.badArgument('Unknown continuationToken.');
  return Number(offset);
}

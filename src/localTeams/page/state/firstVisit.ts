import type { PersonView, WorldView } from '../../api';
import { CHAT, type Layout, type Place } from './place';

/**
 * What a newcomer sees: a member of staff, a manager and a complaints officer with the concerns channel.
 * The people file may name roles differently, so each falls back to whoever is there.
 */
export function firstLayout(world: WorldView): Layout {
  const places = [firstOf(world, /staff/i, /carer/i), firstOf(world, /manager/i), complaintsPlace(world)];
  const found = places.filter((place): place is Place => place !== undefined);
  const distinct = found.filter(
    (place, at) => found.findIndex((other) => other.person === place.person) === at,
  );
  const anybody = world.people.slice(0, 1).map((person) => ({ person: person.key, where: CHAT }));
  return { view: 'side', places: distinct.length > 0 ? distinct : anybody, front: 0 };
}

function firstOf(world: WorldView, role: RegExp, title?: RegExp): Place | undefined {
  const fitting = world.people.filter((person) => role.test(person.role) && isReachable(person));
  const preferred = title ? fitting.find((person) => title.test(person.title)) : undefined;
  const person = preferred ?? fitting[0];
  return person && { person: person.key, where: CHAT };
}

function complaintsPlace(world: WorldView): Place | undefined {
  const fitting = world.people.filter(
    (one) => /handler|officer|complaints/i.test(`${one.role} ${one.title}`) && isReachable(one),
  );
  const person = fitting.find((one) => /officer/i.test(one.title)) ?? fitting[0];
  if (!person) return undefined;
  const channels = world.teams
    .filter((team) => person.teams.includes(team.key))
    .flatMap((team) => team.channels);
  const concerns = channels.find((channel) => /concern/i.test(channel.name));
  return { person: person.key, where: concerns ? { kind: 'channel', channel: concerns.key } : CHAT };
}

function isReachable(person: PersonView): boolean {
  return person.installed && !person.blocked && !person.departed && !person.guest;
}

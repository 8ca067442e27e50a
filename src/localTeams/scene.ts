import type { Scene } from './activities';
import { notNow, unknown } from './clientRefusal';
import type { Core } from './core';
import { baseOf } from './ids';
import type { StoredMessage } from './records';
import type { Person, Place } from './world';

/** A person by key. Throws 404. */
export function personCalled(core: Core, key: string): Person {
  const person = core.world.people.get(key);
  if (!person) throw unknown('person', key);
  return person;
}

/** A conversation that this person is in, by id, or by a channel's key. Throws 404. */
export function placeFor(core: Core, person: Person, conversation: string): Place {
  const place = core.world.place(baseOf(conversation));
  const isOwn =
    place && (place.kind === 'personal' ? place.person === person : core.world.isAt(person, place));
  if (!isOwn) throw unknown('conversation of this person', conversation);
  return place;
}

/** A message that is there to be seen. Throws 404. */
export function messageAt(core: Core, place: Place, id: string): StoredMessage {
  const message = core.state.chats.message(place.id, id);
  if (!message || message.deleted) throw unknown('message', id);
  return message;
}

/** Where a person acts on a message: its conversation and thread. */
export function sceneOf(person: Person, place: Place, message: StoredMessage): Scene {
  return { person, place, threadId: message.threadId };
}

/** Throws 409 when this person has no way to reach the bot here. */
export function checkReachesBot(core: Core, { person, place }: Scene): void {
  if (person.departed) throw notNow('Departed', `${person.name} has left.`);
  if (place.kind === 'channel') {
    if (!place.team.installed) throw notNow('BotNotInTeam', 'The bot is not in this team.');
    return;
  }
  if (person.blocked) throw notNow('Blocked', `${person.name} has blocked the bot.`);
  if (!core.world.isReachable(person)) throw notNow('NotInstalled', `${person.name} does not have the bot.`);
}

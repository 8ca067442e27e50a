import type { Core } from './core';
import { baseOf, threadOf } from './ids';
import type { StoredMessage } from './records';
import { refuse } from './refusal';
import type { Person, Place } from './world';

/** The conversation of a request, with the thread that its id names. Throws 404. */
export function placeOf(core: Core, conversationId: string): { place: Place; threadId: string | undefined } {
  const place = core.world.place(baseOf(conversationId));
  const threadId = threadOf(conversationId);
  const isId = place?.id === baseOf(conversationId);
  if (!place || !isId) throw refuse.noConversation();
  if (place.kind === 'personal' && place.person.departed) throw refuse.noConversation();
  if (threadId && !core.state.chats.message(place.id, threadId)) throw refuse.noConversation();
  return { place, threadId };
}

/** Throws 403 when the bot may not write there now. */
export function checkMayWrite(core: Core, place: Place): void {
  checkIsThere(core, place);
  if (place.kind === 'personal' && place.person.blocked) throw refuse.blocked();
}

/** Throws 403 when the bot is not in a conversation. */
export function checkIsThere(core: Core, place: Place): void {
  const isThere = place.kind === 'personal' ? core.world.isReachable(place.person) : place.team.installed;
  if (!isThere) throw refuse.notInRoster();
}

/** A member of a conversation by `29:` id or aadObjectId. Throws 404. */
export function memberAt(core: Core, place: Place, id: string): Person {
  const person = core.world.person(id);
  const isId = person && (person.id === id || person.aadObjectId === id);
  if (!isId || !core.world.isAt(person, place)) throw refuse.noMember();
  return person;
}

/** A message of the bot's own. Throws 404 when there is none with this id, 403 when it is somebody else's. */
export function ownMessage(core: Core, place: Place, id: string): StoredMessage {
  const message = core.state.chats.message(place.id, id);
  if (!message || message.deleted) throw refuse.noActivity();
  if (message.from !== 'bot') throw refuse.notEnoughPermissions();
  return message;
}

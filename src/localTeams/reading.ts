import type { Core } from './core';
import { listAt, objectAt, type JsonObject } from './json';
import { REFRESH_USERS } from './limits';
import { cardSeenBy } from './messageView';
import { showTo } from './posting';
import { refreshCard } from './press';
import type { StoredMessage } from './records';
import { sceneOf } from './scene';
import type { Person, Place } from './world';

/** How many of the newest messages are on a screen at once. */
const ON_SCREEN = 30;

/** A person has a conversation open: nothing in it is unread, and cards that ask for it are refreshed. */
export async function read(core: Core, person: Person, place: Place): Promise<number> {
  const messages = core.state.chats.messages(place.id);
  const newest = messages.at(-1);
  if (newest && core.state.chats.unread(person.key, place.id) > 0) {
    core.state.commit({ what: 'read', person: person.key, conversationId: place.id, upTo: newest.id });
    core.bus.emit({ type: 'unread', person: person.key, conversationId: place.id, unread: 0 });
  }
  const due = messages.slice(-ON_SCREEN).filter((message) => isDue(core, person, place, message));
  await Promise.all(due.map((message) => refresh(core, person, place, message)));
  return due.length;
}

function isDue(core: Core, person: Person, place: Place, message: StoredMessage): boolean {
  if (message.from !== 'bot' || message.deleted) return false;
  const action = refreshAction(message, person);
  const lastLooked = message.views?.[person.key]?.at ?? 0;
  const age = core.now() - Math.max(message.at, message.editedAt ?? 0, lastLooked);
  return action !== undefined && age >= core.refreshAfterMs && isMeant(core, person, place, message);
}

async function refresh(core: Core, person: Person, place: Place, message: StoredMessage): Promise<void> {
  const action = refreshAction(message, person);
  if (!action) return;
  // Marked before the bot is asked, so that two open screens do not ask twice.
  const before = message.views?.[person.key]?.card;
  showTo(core, message, person.key, { ...(before ? { card: before } : {}), at: core.now() });
  await refreshCard(core, sceneOf(person, place, message), message, action);
}

function refreshAction(message: StoredMessage, person: Person): JsonObject | undefined {
  const action = objectAt(objectAt(cardSeenBy(message, person.key), 'refresh'), 'action');
  return action['type'] === 'Action.Execute' ? action : undefined;
}

// Without userIds Teams refreshes for everybody of a small conversation.
function isMeant(core: Core, person: Person, place: Place, message: StoredMessage): boolean {
  const users = listAt(objectAt(cardSeenBy(message, person.key), 'refresh'), 'userIds');
  if (users.length > 0) return users.includes(person.id);
  return core.world.membersAt(place).length <= REFRESH_USERS;
}

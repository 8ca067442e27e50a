import type { NewEvent } from './events';
import type { Core } from './core';
import type { JsonObject } from './json';
import type { LocalRecord, PersonalView, StoredMessage } from './records';
import type { Place } from './world';

/** What is needed to put a message into a conversation. */
export interface NewMessage {
  place: Place;
  /** `bot`, or a person's key */
  from: string;
  activity: JsonObject;
  /** in a channel: the thread that it goes into; without one it begins a thread */
  threadId?: string | undefined;
  /** by default the next one */
  id?: string;
  delivery?: StoredMessage['delivery'];
}

/** Puts a message into a conversation, and tells those who are there. */
export function post(core: Core, draft: NewMessage): StoredMessage {
  const id = draft.id ?? core.state.ids.next();
  const message: StoredMessage = {
    id,
    conversationId: draft.place.id,
    ...(draft.place.kind === 'channel' ? { threadId: draft.threadId ?? id } : {}),
    from: draft.from,
    at: core.now(),
    activity: draft.activity,
    ...(draft.delivery ? { delivery: draft.delivery } : {}),
  };
  core.state.commit({ what: 'message', message });
  tell(core, message, 'new');
  tellUnread(core, draft.place, draft.from);
  return message;
}

/** Puts a new form of a message in the place of the old one; what single people saw ends. */
export function edit(core: Core, message: StoredMessage, activity: JsonObject): void {
  core.state.commit({ what: 'edit', ...at(message), activity, at: core.now() });
  tell(core, message, 'updated');
}

/** Takes a message back: its place says that it is gone. */
export function remove(core: Core, message: StoredMessage): void {
  core.state.commit({ what: 'delete', ...at(message) });
  tell(core, message, 'deleted');
}

/** Shows one person another card. */
export function showTo(core: Core, message: StoredMessage, person: string, view: PersonalView): void {
  core.state.commit({ what: 'view', ...at(message), person, view });
  tell(core, message, 'updated', [person]);
}

/** Keeps another fact about a message, and tells everybody. */
export function mark(
  core: Core,
  message: StoredMessage,
  record: Extract<LocalRecord, { what: 'reaction' | 'feedback' | 'taken' }>,
): void {
  core.state.commit(record);
  tell(core, message, 'updated');
}

function at(message: StoredMessage): { conversationId: string; id: string } {
  return { conversationId: message.conversationId, id: message.id };
}

function tell(
  core: Core,
  message: StoredMessage,
  change: Extract<NewEvent, { type: 'message' }>['change'],
  people?: string[],
): void {
  const { conversationId, id: messageId } = message;
  core.bus.emit({ type: 'message', change, conversationId, messageId, ...(people ? { people } : {}) });
}

function tellUnread(core: Core, place: Place, from: string): void {
  if (!core.bus.hasListeners) return;
  for (const person of core.world.membersAt(place)) {
    if (person.key === from) continue;
    const unread = core.state.chats.unread(person.key, place.id);
    core.bus.emit({ type: 'unread', person: person.key, conversationId: place.id, unread });
  }
}

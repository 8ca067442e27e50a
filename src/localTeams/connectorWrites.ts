import type { Core } from './core';
import { checkMayWrite, ownMessage, placeOf } from './connectorPlaces';
import { botAccountId, inThread } from './ids';
import { isObject, listAt, objectAt, textAt, type JsonObject } from './json';
import { edit, post, remove } from './posting';
import { refuse } from './refusal';
import { checkRules } from './rules';
import type { Place } from './world';

/** A request that changes something, with its body as it came. */
export interface Write {
  params: Record<string, string>;
  body: JsonObject;
  bytes: number;
}

/** An answer of the Connector. */
export interface ConnectorAnswer {
  status: number;
  body?: unknown;
}

/** The place in which a body of createConversation asks for a conversation: one person's chat or a channel. */
export function placeToCreate(core: Core, body: JsonObject): Place | undefined {
  const channelId = textAt(objectAt(objectAt(body, 'channelData'), 'channel'), 'id');
  if (channelId) return core.world.place(channelId);
  const person = core.world.person(textAt(listAt(body, 'members')[0], 'id') ?? '');
  return person && core.world.place(person.chatId);
}

/** A chat with a person has the same id every time; in a channel a new thread begins with the activity. */
export function createConversation(core: Core, { body, bytes }: Write): ConnectorAnswer {
  checkTenantAndBot(core, body);
  const place = placeToCreate(core, body);
  if (!place || (place.kind === 'personal' && place.person.departed)) throw refuse.noConversation();
  if (listAt(body, 'members').length > 1) throw refuse.badSyntax('A bot begins no group chats.');
  const activity = body['activity'];
  if (place.kind === 'channel' && !isObject(activity))
    throw refuse.badSyntax('A thread begins with an activity.');
  checkMayWrite(core, place);
  if (!isObject(activity)) return { status: 201, body: { id: place.id, serviceUrl: core.serviceUrl } };
  const id = write(core, place, activity, bytes, undefined);
  const conversationId = place.kind === 'channel' ? inThread(place.id, id) : place.id;
  return { status: 201, body: { id: conversationId, activityId: id, serviceUrl: core.serviceUrl } };
}

/** Sends into a chat, a thread, or, with a channel's bare id, as a new thread. */
export function send(core: Core, { params, body, bytes }: Write): ConnectorAnswer {
  const { place, threadId } = placeOf(core, params['conversation'] ?? '');
  checkMayWrite(core, place);
  // What a reply answers may be an event that nobody sees; then the conversation says where it goes.
  const answered = core.state.chats.message(place.id, params['activity'] ?? textAt(body, 'replyToId') ?? '');
  return { status: 201, body: { id: write(core, place, body, bytes, threadId ?? answered?.threadId) } };
}

/** Updates a message of the bot's own. */
export function update(core: Core, { params, body, bytes }: Write): ConnectorAnswer {
  const { place } = placeOf(core, params['conversation'] ?? '');
  checkMayWrite(core, place);
  const message = ownMessage(core, place, params['activity'] ?? '');
  const activity = { ...body, type: 'message' };
  checkRules({ activity, bytes, kind: place.kind });
  edit(core, message, activity);
  return { status: 200, body: { id: message.id } };
}

/** Deletes a message of the bot's own. */
export function deleteActivity(core: Core, { params }: Write): ConnectorAnswer {
  const { place } = placeOf(core, params['conversation'] ?? '');
  checkMayWrite(core, place);
  remove(core, ownMessage(core, place, params['activity'] ?? ''));
  return { status: 200 };
}

function write(core: Core, place: Place, activity: JsonObject, bytes: number, threadId?: string): string {
  checkRules({ activity, bytes, kind: place.kind });
  if (activity['type'] === 'typing') {
    core.bus.emit({ type: 'typing', conversationId: place.id, from: 'bot' });
    return core.state.ids.next();
  }
  return post(core, { place, from: 'bot', activity, threadId }).id;
}

function checkTenantAndBot(core: Core, body: JsonObject): void {
  const channelTenant = textAt(objectAt(objectAt(body, 'channelData'), 'tenant'), 'id');
  const tenant = textAt(body, 'tenantId') ?? channelTenant;
  if (tenant !== undefined && tenant !== core.world.tenantId) throw refuse.badArgument('Unknown tenant.');
  const bot = textAt(objectAt(body, 'bot'), 'id');
  const { id } = core.world.bot;
  if (bot !== undefined && bot !== id && bot !== botAccountId(id)) throw refuse.badArgument('Unknown bot.');
}

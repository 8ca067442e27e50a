import type { ReactionRequest, SayRequest } from './api';
import { botAccount, eventId, makeActivity, type Scene } from './activities';
import { notNow } from './clientRefusal';
import type { Core } from './core';
import { listAt, objectAt, textAt, type Json, type JsonObject } from './json';
import { mark, post } from './posting';
import type { StoredMessage } from './records';
import { checkReachesBot, messageAt } from './scene';
import type { Person, Place } from './world';

/** Something said, and the bot's HTTP status if the bot was to hear it (0: given up). */
export interface Said {
  message: StoredMessage;
  botStatus?: number;
}

/** A person writes. In a channel the bot hears only what mentions it. */
export async function say(core: Core, person: Person, place: Place, request: SayRequest): Promise<Said> {
  const { text, replyTo } = request;
  const threadId = replyTo ? messageAt(core, place, replyTo).threadId : undefined;
  const scene = { person, place, threadId };
  if (place.kind === 'personal') return tell(core, scene, 'messagePersonal', { text });
  if (!request.mentionBot) {
    return {
      message: post(core, { place, from: person.key, threadId, activity: { type: 'message', text } }),
    };
  }
  return tell(core, scene, 'messageChannel', mention(core, text));
}

/** A person presses a suggested action of the newest message: they say its value. */
export function pressSuggestion(
  core: Core,
  person: Person,
  message: StoredMessage,
  title: string,
): Promise<Said> {
  const place = core.world.place(message.conversationId);
  const newest = core.state.chats.messages(message.conversationId).at(-1);
  const offered = listAt(objectAt(message.activity, 'suggestedActions'), 'actions');
  const action = offered.find((one) => textAt(one, 'title') === title);
  if (!place || newest !== message || !action) {
    throw notNow('NoSuchSuggestion', `The newest message does not suggest "${title}".`);
  }
  return say(core, person, place, { text: textAt(action, 'value') ?? title });
}

/** A person's message with more than a text: a file, a card from a search, or the value of a button. */
export function tell(
  core: Core,
  scene: Scene,
  fixture: 'messagePersonal' | 'messageChannel' | 'messageFile' | 'messageCard',
  special: JsonObject,
): Promise<Said> {
  checkReachesBot(core, scene);
  const id = core.state.ids.next();
  const threadId = scene.place.kind === 'channel' ? (scene.threadId ?? id) : undefined;
  const activity = makeActivity(core, fixture, { ...scene, threadId }, { id, ...special });
  const { place, person } = scene;
  const message = post(core, { place, from: person.key, threadId, activity, id, delivery: 'sending' });
  return deliverMessage(core, message);
}

/** A person is typing; the bot is told where it can be reached. */
export async function typing(core: Core, person: Person, place: Place): Promise<number | undefined> {
  core.bus.emit({ type: 'typing', conversationId: place.id, from: person.key });
  if (place.kind === 'channel') return undefined;
  const scene = { person, place };
  checkReachesBot(core, scene);
  const answer = await core.deliveries.deliver(
    makeActivity(core, 'typing', scene, { id: core.state.ids.next() }),
  );
  return answer.status;
}

/** A reaction. The bot hears of those to its own messages. */
export async function react(
  core: Core,
  scene: Scene,
  message: StoredMessage,
  request: ReactionRequest,
): Promise<number | undefined> {
  const { conversationId, id } = message;
  const { type } = request;
  mark(core, message, {
    what: 'reaction',
    conversationId,
    id,
    person: scene.person.key,
    type,
    on: !request.remove,
  });
  if (message.from !== 'bot') return undefined;
  checkReachesBot(core, scene);
  const activity = request.remove
    ? makeActivity(core, 'messageReactionRemoved', scene, { reactionsRemoved: [{ type }] })
    : makeActivity(core, 'messageReactionAdded', scene, { reactionsAdded: [{ type }] });
  return (await core.deliveries.deliver({ ...activity, id: eventId(), replyToId: id })).status;
}

/** Goes on with what an earlier run left unanswered. */
export async function resumeDeliveries(core: Core): Promise<void> {
  const resumed = core.deliveries.resume().map(async ({ activityId, answer }) => {
    const { status } = await answer;
    const message = core.state.chats.messageCalled(activityId);
    if (message) markTaken(core, message, status);
  });
  await Promise.all(resumed);
}

async function deliverMessage(core: Core, message: StoredMessage): Promise<Said> {
  const { status } = await core.deliveries.deliver(message.activity);
  markTaken(core, message, status);
  return { message, botStatus: status };
}

function markTaken(core: Core, message: StoredMessage, status: number): void {
  if (core.deliveries.isClosed) return;
  const delivery = status >= 200 && status < 300 ? 'taken' : 'failed';
  mark(core, message, { what: 'taken', conversationId: message.conversationId, id: message.id, delivery });
}

function mention(core: Core, text: string): JsonObject {
  const { name } = core.world.bot;
  const at = `<at>${name}</at>`;
  const html = `<div><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span> ${escapeHtml(text)}</div>`;
  const clientInfo: Json = {
    type: 'clientInfo',
    locale: 'en-GB',
    country: 'GB',
    platform: 'Web',
    timezone: 'Europe/London',
  };
  return {
    text: `${at} ${text}`,
    attachments: [{ contentType: 'text/html', content: html }],
    entities: [{ type: 'mention', mentioned: botAccount(core), text: at }, clientInfo],
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

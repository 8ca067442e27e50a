import type { AttachmentView, MessageView, SuggestionView } from './api';
import { cardsOf, otherAttachments } from './cards';
import { citationsOf } from './citations';
import type { Core } from './core';
import { isObject, listAt, objectAt, textAt, type Card, type Json, type JsonObject } from './json';
import type { StoredMessage } from './records';

/** A message as one person sees it. */
export function viewMessage(core: Core, message: StoredMessage, person: string): MessageView {
  const { activity } = message;
  const card = cardSeenBy(message, person);
  const feedbackGiven = message.feedback?.[person];
  return {
    id: message.id,
    conversationId: message.conversationId,
    ...(message.threadId ? { threadId: message.threadId } : {}),
    from: sender(core, message),
    at: new Date(message.at).toISOString(),
    text: textAt(activity, 'text') ?? '',
    textFormat: textFormat(message),
    ...(card ? { card } : {}),
    personalCard: message.views?.[person]?.card !== undefined,
    summary: textAt(activity, 'summary') ?? '',
    attachments: otherAttachments(activity)
      .filter((one) => !isMentionsHtml(one))
      .map(attachment),
    entities: listAt(activity, 'entities'),
    citations: citationsOf(activity),
    suggestedActions: listAt(objectAt(activity, 'suggestedActions'), 'actions').map(suggestion),
    feedback: asksForFeedback(activity),
    ...(feedbackGiven ? { feedbackGiven } : {}),
    reactions: message.reactions ?? {},
    edited: message.editedAt !== undefined,
    deleted: message.deleted ?? false,
    ...(message.delivery ? { delivery: message.delivery } : {}),
  };
}

/** The card that a person sees in a message: their own, else the stored one. */
export function cardSeenBy(message: StoredMessage, person: string): Card | undefined {
  return message.views?.[person]?.card ?? cardsOf(message.activity)[0];
}

/** Whether the bot asked for thumbs under its message; `feedbackLoopEnabled` is the older way to ask. */
export function asksForFeedback(activity: JsonObject): boolean {
  const data = objectAt(activity, 'channelData');
  return isObject(data['feedbackLoop']) || data['feedbackLoopEnabled'] === true;
}

/** What a list of conversations shows of a message. */
export function previewOf(message: StoredMessage | undefined): string {
  if (!message || message.deleted) return '';
  const { activity } = message;
  const text = textAt(activity, 'text')?.replace(/<[^>]*>/g, '') ?? '';
  const file = textAt(otherAttachments(activity)[0], 'name') ?? '';
  const card = cardsOf(activity).length > 0 ? 'Card' : '';
  return (textAt(activity, 'summary') ?? (text || file || card)).slice(0, PREVIEW_LENGTH);
}

const PREVIEW_LENGTH = 100;

function sender(core: Core, message: StoredMessage): MessageView['from'] {
  if (message.from === 'bot') return { kind: 'bot', name: core.world.bot.name };
  const person = core.world.people.get(message.from);
  return { kind: 'person', name: person?.name ?? message.from, key: message.from };
}

// In Teams a bot's text is Markdown unless it says otherwise.
function textFormat(message: StoredMessage): MessageView['textFormat'] {
  const format = textAt(message.activity, 'textFormat');
  if (format === 'plain' || format === 'xml' || format === 'markdown') return format;
  return message.from === 'bot' ? 'markdown' : 'plain';
}

// Teams attaches a person's message once more as HTML; that is for bots and not for readers.
function isMentionsHtml(value: Json): boolean {
  return textAt(value, 'contentType') === 'text/html';
}

function attachment(value: Json): AttachmentView {
  const name = textAt(value, 'name');
  const contentUrl = textAt(value, 'contentUrl');
  const content = isObject(value) ? value['content'] : undefined;
  return {
    contentType: textAt(value, 'contentType') ?? '',
    ...(name ? { name } : {}),
    ...(contentUrl ? { contentUrl } : {}),
    ...(content === undefined ? {} : { content }),
  };
}

function suggestion(value: Json): SuggestionView {
  const title = textAt(value, 'title') ?? '';
  return { title, value: textAt(value, 'value') ?? title, type: textAt(value, 'type') ?? '' };
}

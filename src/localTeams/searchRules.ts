import type { BotAnswer } from './botHttp';
import { CARD_RULES, refusalOfCard } from './cardRules';
import { CARD_TYPE } from './cards';
import { isObject, listAt, objectAt, textAt, type Json, type JsonObject } from './json';

/** Something that Teams needs of a bot's answer to a search; where it is not so, the panel shows an error. */
export interface SearchRule {
  code: string;
  /** a sentence about what is allowed */
  rule: string;
  isBroken: (answer: BotAnswer) => boolean;
}

/** "Respond to search command": what stands for a card in the list, and what may go into a message. */
const PREVIEW_TYPES = ['application/vnd.microsoft.card.thumbnail', 'application/vnd.microsoft.card.hero'];
const RESULT_TYPES = [CARD_TYPE, ...PREVIEW_TYPES, 'application/vnd.microsoft.teams.card.o365connector'];
const LAYOUTS = ['list', 'grid'];

/** In the order in which they are looked at. */
export const SEARCH_RULES: readonly SearchRule[] = [
  {
    code: 'NoAnswer',
    rule: 'A search is answered with status 200, within 5 seconds.',
    isBroken: ({ status }) => status !== 200,
  },
  {
    code: 'EmptyAnswer',
    rule: 'The answer has a composeExtension.',
    isBroken: ({ body }) => !isObject(body) || !isObject(body['composeExtension']),
  },
  {
    code: 'UnknownAnswerType',
    rule: 'Its type is result or message: this app has no sign-in and no settings to ask for.',
    isBroken: (answer) => !['result', 'message'].includes(typeOf(answer) ?? ''),
  },
  {
    code: 'NoText',
    rule: 'A message has a text.',
    isBroken: (answer) => typeOf(answer) === 'message' && !textAt(extensionOf(answer), 'text')?.trim(),
  },
  {
    code: 'NoLayout',
    rule: 'A result says its attachmentLayout: list or grid.',
    isBroken: (answer) =>
      typeOf(answer) === 'result' && !LAYOUTS.includes(textAt(extensionOf(answer), 'attachmentLayout') ?? ''),
  },
  {
    code: 'NoAttachments',
    rule: 'A result has a list of attachments, empty or not.',
    isBroken: (answer) => typeOf(answer) === 'result' && !Array.isArray(extensionOf(answer)['attachments']),
  },
  {
    code: 'UnknownCardType',
    rule: 'Each attachment is a card of a kind that goes into a message, with its content.',
    isBroken: (answer) => attachmentsOf(answer).some((one) => !isOf(RESULT_TYPES, one) || !hasContent(one)),
  },
  {
    code: 'NoPreview',
    rule: 'An Adaptive Card has a preview, a thumbnail or hero card with a title: without one nothing is listed.',
    isBroken: (answer) => attachmentsOf(answer).filter(isAdaptiveCard).some(isWithoutPreview),
  },
  {
    code: 'ButtonInPreview',
    rule: 'A preview has no buttons.',
    isBroken: (answer) =>
      attachmentsOf(answer).some((one) => listAt(contentOf(previewOf(one)), 'buttons').length > 0),
  },
  {
    code: 'BadCard',
    rule: 'Each Adaptive Card keeps to what holds for every card.',
    isBroken: (answer) => attachmentsOf(answer).filter(isAdaptiveCard).some(isBadCard),
  },
];

/** The part of an answer that the panel shows. */
export function extensionOf({ body }: BotAnswer): JsonObject {
  return objectAt(body, 'composeExtension');
}

/** What the panel lists. */
export function attachmentsOf(answer: BotAnswer): Json[] {
  return listAt(extensionOf(answer), 'attachments');
}

/** What stands for a result in the list: its preview, or the card itself where that has a title. */
export function previewOf(attachment: Json): Json {
  return isObject(objectAt(attachment, 'preview')['content']) ? objectAt(attachment, 'preview') : attachment;
}

/** A card's content, or an empty one. */
export function contentOf(attachment: Json): JsonObject {
  return objectAt(attachment, 'content');
}

function typeOf(answer: BotAnswer): string | undefined {
  return textAt(extensionOf(answer), 'type');
}

function isOf(types: readonly string[], attachment: Json): boolean {
  return types.includes(textAt(attachment, 'contentType') ?? '');
}

function hasContent(attachment: Json): boolean {
  return isObject(attachment) && isObject(attachment['content']);
}

function isAdaptiveCard(attachment: Json): boolean {
  return isOf([CARD_TYPE], attachment);
}

function isWithoutPreview(attachment: Json): boolean {
  const preview = objectAt(attachment, 'preview');
  return !isOf(PREVIEW_TYPES, preview) || !textAt(contentOf(preview), 'title')?.trim();
}

function isBadCard(attachment: Json): boolean {
  return refusalOfCard(contentOf(attachment), CARD_RULES) !== undefined;
}

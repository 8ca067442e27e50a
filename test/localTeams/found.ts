import type { Json, JsonObject } from '../../src/localTeams/json';
import { cardOf } from './stage';

/** The answer to a search that found one card, as it should be; what is given is laid over its attachment. */
export function foundOne(special: JsonObject = {}): Json {
  const preview = { contentType: THUMBNAIL, content: { title: 'Hello', text: 'The first words' } };
  const attachment = { contentType: CARD, content: cardOf({}), preview, ...special };
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attachment] } };
}

/** The answer to a search, with these properties. */
export function extension(properties: JsonObject): Json {
  return { composeExtension: properties };
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

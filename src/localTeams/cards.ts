import { isObject, listAt, textAt, type Card, type Json, type JsonObject } from './json';

/** The content type of an Adaptive Card. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** Every object inside a card, the card first. What a `data` property holds is the bot's and no part of the card. */
export function* partsOf(value: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const inner of value) yield* partsOf(inner);
  } else if (isObject(value)) {
    yield value;
    for (const [name, inner] of Object.entries(value)) if (name !== 'data') yield* partsOf(inner);
  }
}

/** The Adaptive Cards attached to an activity. */
export function cardsOf(activity: JsonObject): Card[] {
  return listAt(activity, 'attachments')
    .filter((attachment) => textAt(attachment, 'contentType') === CARD_TYPE)
    .flatMap((attachment) => {
      const content = isObject(attachment) ? attachment['content'] : undefined;
      return isObject(content) ? [content] : [];
    });
}

/** What is attached to an activity and is no Adaptive Card. */
export function otherAttachments(activity: JsonObject): Json[] {
  return listAt(activity, 'attachments').filter(
    (attachment) => textAt(attachment, 'contentType') !== CARD_TYPE,
  );
}

/** Whether a card's version is one that Teams draws everywhere: a version such as "1.5", not newer than `newest`. */
export function isVersionUpTo(version: Json | undefined, newest: string): boolean {
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split('.').map(Number);
  return major < newestMajor || (major === newestMajor && minor <= newestMinor);
}

import type { Activity } from 'botbuilder';

/** More than this of one message is not read; nobody types it, and everything downstream stays quick. */
export const LONGEST_MESSAGE = 20_000;

/** The text of a message without the mention of the bot, trimmed. */
export function messageText(activity: Activity): string {
  const own = activity.recipient?.id;
  const mentions = (activity.entities ?? []).filter(
    (entity) =>
      entity.type === 'mention' && (entity['mentioned'] as { id?: unknown } | undefined)?.id === own,
  );
  const text = mentions.reduce(
    (rest, entity) => rest.replaceAll(typeof entity['text'] === 'string' ? entity['text'] : '\u0000', ' '),
    activity.text ?? '',
  );
  // The end may have cut a character that JavaScript writes as two.
  return text
    .slice(0, LONGEST_MESSAGE)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

import type { MessageView, MessagesView } from '../../api';
import type { LoadedMessages } from './appState';

/** Puts the newest page of messages over what was loaded; older pages stay, unchanged messages keep identity. */
export function withNewest(loaded: LoadedMessages | undefined, newest: MessagesView): LoadedMessages {
  if (!loaded) return newest;
  const before = new Map(loaded.messages.map((message) => [message.id, message]));
  const fresh = newest.messages.map((message) => same(before.get(message.id), message));
  const firstId = fresh[0]?.id;
  const cut = loaded.messages.findIndex((message) => message.id === firstId);
  const older = newest.more && cut > 0 ? loaded.messages.slice(0, cut) : [];
  return { messages: [...older, ...fresh], more: older.length > 0 ? loaded.more : newest.more };
}

/** Puts a page of older messages in front. */
export function withOlder(loaded: LoadedMessages | undefined, older: MessagesView): LoadedMessages {
  const have = new Set(loaded?.messages.map((message) => message.id));
  const added = older.messages.filter((message) => !have.has(message.id));
  return { messages: [...added, ...(loaded?.messages ?? [])], more: older.more };
}

/** A message drawn anew loses what was typed into its card, so an unchanged one stays the same object. */
function same(old: MessageView | undefined, fresh: MessageView): MessageView {
  return old && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh;
}

import type { MessageView } from '../../api';

/** A thread of a channel: what began it, and the answers in the order of time. */
export interface Thread {
  id: string;
  root: MessageView;
  replies: MessageView[];
}

/** Sorts a channel's messages into threads. An answer whose beginning is not loaded stands alone. */
export function threadsOf(messages: MessageView[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const message of messages) {
    const id = message.threadId ?? message.id;
    const thread = threads.get(id);
    if (thread) thread.replies.push(message);
    else threads.set(id, { id, root: message, replies: [] });
  }
  return [...threads.values()];
}

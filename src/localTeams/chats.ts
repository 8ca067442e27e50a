import type { LocalRecord, StoredMessage } from './records';

type MessageRecord = Extract<LocalRecord, { conversationId: string; id: string }>;

/** The messages of every conversation, and how far each person has read. */
export class Chats {
  private readonly lists = new Map<string, StoredMessage[]>();
  private readonly byId = new Map<string, StoredMessage>();
  private readonly readUpTo = new Map<string, number>();

  /** Oldest first. */
  messages(conversationId: string): readonly StoredMessage[] {
    return this.lists.get(conversationId) ?? [];
  }

  message(conversationId: string, id: string): StoredMessage | undefined {
    return this.byId.get(`${conversationId} ${id}`);
  }

  /** A message of any conversation; no two have the same id. */
  messageCalled(id: string): StoredMessage | undefined {
    for (const conversationId of this.lists.keys()) {
      const message = this.message(conversationId, id);
      if (message) return message;
    }
    return undefined;
  }

  /** Every message, and every reading mark as the record that sets it: what a new journal begins with. */
  *records(): Generator<LocalRecord> {
    for (const list of this.lists.values()) for (const message of list) yield { what: 'message', message };
    for (const [mark, upTo] of this.readUpTo) {
      const [person = '', conversationId = ''] = mark.split(' ');
      yield { what: 'read', person, conversationId, upTo: String(upTo) };
    }
  }

  unread(person: string, conversationId: string): number {
    const upTo = this.readUpTo.get(`${person} ${conversationId}`) ?? 0;
    const list = this.messages(conversationId);
    let count = 0;
    for (let at = list.length - 1; at >= 0; at -= 1) {
      const message = list[at];
      if (!message || Number(message.id) <= upTo) break;
      if (message.from !== person && !message.deleted) count += 1;
    }
    return count;
  }

  add(message: StoredMessage): void {
    const list = this.lists.get(message.conversationId) ?? [];
    list.push(message);
    this.lists.set(message.conversationId, list);
    this.byId.set(`${message.conversationId} ${message.id}`, message);
  }

  read(person: string, conversationId: string, upTo: string): void {
    this.readUpTo.set(`${person} ${conversationId}`, Number(upTo));
  }

  change(record: MessageRecord): void {
    const message = this.message(record.conversationId, record.id);
    if (message) changeMessage(message, record);
  }
}

function changeMessage(message: StoredMessage, record: MessageRecord): void {
  switch (record.what) {
    case 'edit':
      // What somebody saw for themselves ends when the stored message is touched, as in Teams.
      delete message.views;
      message.activity = record.activity;
      message.editedAt = record.at;
      return;
    case 'delete':
      delete message.views;
      message.activity = { type: 'message' };
      message.deleted = true;
      return;
    case 'view':
      message.views = { ...message.views, [record.person]: record.view };
      return;
    case 'reaction':
      delete message.views;
      message.reactions = withReaction(message.reactions ?? {}, record);
      return;
    case 'feedback':
      message.feedback = { ...message.feedback, [record.person]: record.reaction };
      return;
    case 'taken':
      message.delivery = record.delivery;
  }
}

function withReaction(
  reactions: Record<string, string[]>,
  record: Extract<LocalRecord, { what: 'reaction' }>,
): Record<string, string[]> {
  const others = (reactions[record.type] ?? []).filter((person) => person !== record.person);
  return { ...reactions, [record.type]: record.on ? [...others, record.person] : others };
}

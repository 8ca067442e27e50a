import { createHash } from 'node:crypto';

/** The bot's id on the wire. */
export function botAccountId(botId: string): string {
  return `28:${botId}`;
}

/** A GUID that is always the same for the same words. */
export function guidFrom(...words: string[]): string {
  const hex = hash(words).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A person's `29:` id, in the length and letters that Teams uses. */
export function personIdFrom(...words: string[]): string {
  return `29:1${longText(words).slice(0, 80)}`;
}

/** A channel's or team's thread id. */
export function threadIdFrom(...words: string[]): string {
  return `19:${hash(words).toString('hex').slice(0, 32)}@thread.tacv2`;
}

/** The id of the one chat between a person and the bot. */
export function chatIdFrom(...words: string[]): string {
  return `a:1${longText(words).slice(0, 86)}`;
}

/** A conversation id without the part that names a thread in a channel. */
export function baseOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

/** The message that began the thread which a conversation id names, if it names one. */
export function threadOf(conversationId: string): string | undefined {
  return /;messageid=(\d+)$/.exec(conversationId)?.[1];
}

/** A channel conversation's id narrowed to one thread. */
export function inThread(channelId: string, threadId: string): string {
  return `${baseOf(channelId)};messageid=${threadId}`;
}

/** Gives message ids as Teams does: milliseconds of the clock, each greater than the one before. */
export class MessageIds {
  private last = 0;

  constructor(private readonly now: () => number) {}

  next(): string {
    this.last = Math.max(this.last + 1, Math.floor(this.now()));
    return String(this.last);
  }

  /** Ids that follow come after this one; a restart calls it with each id that it reads. */
  after(id: string): void {
    const seen = Number(id);
    if (Number.isFinite(seen)) this.last = Math.max(this.last, seen);
  }
}

function hash(words: string[]): Buffer {
  return createHash('sha256').update(words.join('\n')).digest();
}

function longText(words: string[]): string {
  return createHash('sha512').update(words.join('\n')).digest('base64url').padEnd(86, 'A');
}

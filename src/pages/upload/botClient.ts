/** The bot's answer where it did not take what was sent; `away` passes. */
export class NotTaken<Why extends string = string> extends Error {
  /** @param say the same in words, where the bot gave them */
  constructor(
    readonly why: Why | 'away',
    readonly say = '',
  ) {
    super(why);
  }
}

export const AWAY = 'We could not reach the bot. Please try again in a minute.';

export interface Sent {
  readonly bytes?: Blob;
  readonly type?: string;
  readonly signal?: AbortSignal;
}

/** Speaks to the bot for one opening of a page. The page's own secret makes it the only one that its link is good for. */
export class BotClient<Why extends string> {
  private readonly authorization: string;

  /** @param base of what the page asks, without a slash at the end */
  constructor(
    private readonly base: string,
    token: string,
  ) {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const page = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.authorization = `Bearer ${token}.${page}`;
  }

  /** @throws NotTaken, or what fetch throws when there is no connection */
  async ask<T>(method: string, path: string, { bytes, type, signal }: Sent = {}): Promise<T> {
    const response = await fetch(`${this.base}/${path}`, {
      method,
      headers: { Authorization: this.authorization, 'Content-Type': type || 'application/octet-stream' },
      body: bytes ?? null,
      signal: signal ?? null,
    });
    if (response.ok) return (await response.json()) as T;
    throw await this.refusalIn(response);
  }

  /** What stands between the page and the bot may answer too, in words of its own. */
  private async refusalIn(response: Response): Promise<NotTaken<Why>> {
    try {
      const { refused, say } = (await response.json()) as { refused: Why; say?: string };
      return new NotTaken<Why>(refused, say);
    } catch {
      return new NotTaken<Why>('away');
    }
  }
}

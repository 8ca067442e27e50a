/** What the bot said about the page's link. */
export interface Begun {
  readonly reference: string;
  readonly mostFiles: number;
  readonly mostBytes: number;
  readonly pieceBytes: number;
}

/** Why the bot did not take something; `away` passes. */
export type Refused = 'gone' | 'tooLarge' | 'tooMany' | 'notTaken' | 'unreadable' | 'incomplete' | 'away';

/** The bot's answer where it did not take what was sent. */
export class NotTaken extends Error {
  constructor(readonly why: Refused) {
    super(why);
  }
}

/** Speaks to the bot for one opening of the page. The page's own secret makes it the only one that the link is good for. */
export class FilesClient {
  private readonly authorization: string;

  constructor(token: string) {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const page = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.authorization = `Bearer ${token}.${page}`;
  }

  begin(): Promise<Begun> {
    return this.ask<Begun>('POST', 'begin');
  }

  async piece(id: string, number: number, bytes: Blob, type: string, signal: AbortSignal): Promise<void> {
    await this.ask('PUT', `${id}/pieces/${number}`, { bytes, type, signal });
  }

  /** @returns the file's number in the report */
  async last(id: string, number: number, type: string, signal: AbortSignal): Promise<number> {
    const told = await this.ask<{ number: number }>('POST', `${id}/pieces/${number}/last`, { type, signal });
    return told.number;
  }

  async cancel(id: string): Promise<void> {
    await this.ask('DELETE', id);
  }

  /** @throws NotTaken, or what fetch throws when there is no connection */
  private async ask<T>(
    method: string,
    path: string,
    { bytes, type, signal }: { bytes?: Blob; type?: string; signal?: AbortSignal } = {},
  ): Promise<T> {
    const response = await fetch(`/api/files/${path}`, {
      method,
      headers: { Authorization: this.authorization, 'Content-Type': type || 'application/octet-stream' },
      body: bytes ?? null,
      signal: signal ?? null,
    });
    if (response.ok) return (await response.json()) as T;
    throw new NotTaken(await refusedIn(response));
  }
}

/** What stands between the page and the bot may answer too, in words of its own. */
async function refusedIn(response: Response): Promise<Refused> {
  try {
    return ((await response.json()) as { refused: Refused }).refused;
  } catch {
    return 'away';
  }
}

import { BotClient } from '../upload/botClient';

/** What the bot said about the page's link. */
export interface Begun {
  readonly reference: string;
  readonly mostFiles: number;
  readonly mostBytes: number;
  readonly pieceBytes: number;
}

/** Why the bot did not take something; `away` passes. */
export type Refused = 'gone' | 'tooLarge' | 'tooMany' | 'notTaken' | 'unreadable' | 'incomplete' | 'away';

/** Sends files to the report that the page was opened for. */
export class FilesClient {
  private readonly bot: BotClient<Refused>;

  constructor(token: string) {
    this.bot = new BotClient('/api/files', token);
  }

  begin(): Promise<Begun> {
    return this.bot.ask<Begun>('POST', 'begin');
  }

  async piece(id: string, number: number, bytes: Blob, type: string, signal: AbortSignal): Promise<void> {
    await this.bot.ask('PUT', `${id}/pieces/${number}`, { bytes, type, signal });
  }

  /** @returns the file's number in the report */
  async last(id: string, number: number, type: string, signal: AbortSignal): Promise<number> {
    const path = `${id}/pieces/${number}/last`;
    const told = await this.bot.ask<{ number: number }>('POST', path, { type, signal });
    return told.number;
  }

  /** @returns the file's number where the report has it already */
  async cancel(id: string): Promise<number | undefined> {
    return (await this.bot.ask<{ number?: number }>('DELETE', id)).number;
  }
}

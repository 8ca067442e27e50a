import { BotClient } from '../upload/botClient';
import { trying } from '../upload/trying';

/** What the bot said about the page's link. */
export interface Begun {
  /** Of the request. */
  readonly title: string;
  readonly mostBytes: number;
  /** What to say of a larger file. */
  readonly tooLarge: string;
}

/** What became of the addresses of a file. */
export interface Report {
  readonly intro: string;
  readonly findings: readonly { readonly heading: string; readonly list: string }[];
}

/** Gives a file of addresses to the request that the page was opened for. */
export class ListClient {
  private readonly bot: BotClient<string>;

  constructor(token: string) {
    this.bot = new BotClient('/api/lists', token);
  }

  begin(): Promise<Begun> {
    return this.bot.ask<Begun>('POST', 'begin');
  }

  /** The bot reads it and keeps who was found. The same file may come again. */
  read(file: File): Promise<Report> {
    return trying(() => this.bot.ask<Report>('PUT', 'file', { bytes: file }));
  }
}

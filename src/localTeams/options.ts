import type { TabView } from './api';
import type { PeopleFile } from './people';
import type { SearchCommand } from './searchCommand';
import type { SigningKey } from './tokens';

/** How to start Local Teams. */
export interface LocalTeamsOptions {
  /** 0, the default: a free one */
  port?: number;
  /** who is there; by default the people file beside this one */
  people?: PeopleFile;
  /** where chats and the signing key are kept; without it nothing outlives the process */
  dataDir?: string;
  /** by default the data directory's, or a new one */
  signingKey?: SigningKey;
  /** the bot's address (its path is /api/messages unless one is given); `connectBot` gives it later */
  botUrl?: string;
  /** by default those of the people file */
  botId?: string;
  tenantId?: string;
  appId?: string;
  /** the built page; without it there is only the control API */
  pageDir?: string;
  /** the search of the app's message extension; by default the manifest's */
  search?: SearchCommand;
  /** the app's pages */
  tabs?: TabView[];
  /** milliseconds without an answer after which an activity is sent again (15 s) */
  redeliverAfterMs?: number;
  /** how often an activity is sent to a bot that takes it and does not answer (3) */
  deliveryTries?: number;
  /** milliseconds between tries when nobody listens at the bot's address (250) */
  unreachableDelayMs?: number;
  /** milliseconds in which the bot answers a search (5 s) */
  searchAnswerMs?: number;
  /** milliseconds that a card is left alone before a client refreshes it (60 s) */
  refreshAfterMs?: number;
  /** the clock, in milliseconds since 1970: of messages, rates and refreshes, not of tokens and timers */
  now?: () => number;
}

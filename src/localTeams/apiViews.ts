/** What the control API shows: the world, conversations and messages as one person sees them. */
import type { Card, Json } from './json';

/** What is in this small world. Ask again after a `world` event. */
export interface WorldView {
  tenantId: string;
  /** the bot's app id; on the wire the bot is `28:` + this */
  botId: string;
  botName: string;
  /** the app id of the manifest, as deep links to a tab carry it */
  appId: string;
  /** the Connector's address, which ends with `/` */
  serviceUrl: string;
  people: PersonView[];
  teams: TeamView[];
  /** the app's pages, shown beside the chat */
  tabs: TabView[];
  /** the search of the app's message extension: on its button, and what its field asks for */
  search?: { title: string; label: string; example: string };
}

/** A person of the people file and how the bot stands with them. */
export interface PersonView {
  key: string;
  name: string;
  /** their job, e.g. "Night carer" */
  title: string;
  /** what they are to this product, as the people file says, e.g. "manager": a label and not a permission */
  role: string;
  /** `29:` id */
  id: string;
  aadObjectId: string;
  email: string;
  guest: boolean;
  /** personal scope: whether this person has installed the bot */
  installed: boolean;
  blocked: boolean;
  departed: boolean;
  /** the personal chat with the bot; there is one whether installed or not */
  chatId: string;
  /** keys of their teams */
  teams: string[];
}

/** A team and its channels. */
export interface TeamView {
  key: string;
  name: string;
  /** `19:…@thread.tacv2`; also the id of its General channel, as in Teams */
  id: string;
  aadGroupId: string;
  members: string[];
  botInstalled: boolean;
  channels: ChannelView[];
}

/** A channel. Its id is a conversation id for `messages` and `say`. */
export interface ChannelView {
  /** `complaints/concerns` */
  key: string;
  name: string;
  id: string;
  membershipType: 'standard' | 'private' | 'shared';
}

/** One of the app's pages. */
export interface TabView {
  entityId: string;
  name: string;
  url: string;
}

/** A conversation in a person's list. */
export interface ConversationView {
  id: string;
  kind: 'personal' | 'channel';
  /** the bot's name, or "Complaints team › Concerns" */
  name: string;
  /** of a channel: its key and team */
  channel?: string;
  team?: string;
  /** messages since the person last read here; of a channel, those of others */
  unread: number;
  /** what a list or a locked phone shows: a card's summary, else the start of the text */
  preview: string;
  /** ISO 8601, of the newest message */
  lastAt?: string;
}

/** The messages of one conversation as one person sees them. */
export interface MessagesView {
  /** oldest first; a channel's replies stand in the order of time and name their `threadId` */
  messages: MessageView[];
  /** true when there are older ones: ask with `?before=` the first id */
  more: boolean;
}

/** A message as one person sees it. */
export interface MessageView {
  id: string;
  conversationId: string;
  /** in a channel: the id of the message that began the thread (its own id if this one did) */
  threadId?: string;
  from: { kind: 'bot' | 'person' | 'system'; name: string; key?: string };
  /** ISO 8601 */
  at: string;
  /** as it was sent; a mention stands in it as `<at>name</at>` */
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  /** the Adaptive Card, in the form that this person sees */
  card?: Card;
  /** true when the card is this person's own view after a press or a refresh */
  personalCard: boolean;
  /** what a notification shows instead of the card */
  summary: string;
  /** everything attached that is no Adaptive Card, a person's file for instance */
  attachments: AttachmentView[];
  /** as the bot sent them */
  entities: Json[];
  citations: CitationView[];
  /** shown only under the newest message of a personal chat */
  suggestedActions: SuggestionView[];
  /** true when the bot asked for thumbs */
  feedback: boolean;
  feedbackGiven?: 'like' | 'dislike';
  /** people's reactions, e.g. `{ like: ['cook'] }` */
  reactions: Record<string, string[]>;
  edited: boolean;
  deleted: boolean;
  /** of a person's message: whether the bot has taken it */
  delivery?: 'sending' | 'taken' | 'failed';
}

/** An attachment that is not an Adaptive Card. */
export interface AttachmentView {
  contentType: string;
  name?: string;
  contentUrl?: string;
  content?: Json;
}

/** A source under an answer; the text holds `[position]`. */
export interface CitationView {
  position: number;
  name: string;
  abstract: string;
  url?: string;
}

/** A suggested action. */
export interface SuggestionView {
  title: string;
  /** what the person says by pressing it */
  value: string;
  type: string;
}

import type { ConversationView, DialogView, FaultView, MessageView, WorldView } from '../../api';
import type { Layout } from './place';
import type { ThemeName } from './theme';

/** The messages of one conversation that this page has asked for. */
export interface LoadedMessages {
  messages: MessageView[];
  /** there are older ones */
  more: boolean;
}

/** A line of text shown for a moment on a person's phone, or on the whole page where it names nobody. */
export interface Notice {
  id: number;
  person?: string;
  kind: 'info' | 'error';
  text: string;
}

/** A dialog on a person's phone. */
export interface OpenDialog {
  person: string;
  view: DialogView;
  /** of a dialog that a page opened and not the bot: hears how it ended */
  finish?: (error: string | undefined, result: unknown) => void;
}

/** Everything the page shows. */
export interface AppState {
  line: 'connecting' | 'up' | 'down';
  /** the newest delivery to the bot got no answer at all */
  botSilent: boolean;
  world?: WorldView;
  /** by person's key */
  conversations: Record<string, ConversationView[]>;
  /** by `messagesKey` */
  messages: Record<string, LoadedMessages>;
  /** by conversation id: until when the bot is shown as typing, in milliseconds since 1970 */
  typing: Record<string, number>;
  faults: FaultView[];
  layout: Layout;
  theme: ThemeName;
  notices: Notice[];
  dialog?: OpenDialog;
}

/** Where a person's view of a conversation is kept in `AppState.messages`. */
export function messagesKey(person: string, conversation: string): string {
  return `${person} ${conversation}`;
}

/** What the page knows before it has asked for anything. */
export function emptyState(layout: Layout, theme: ThemeName): AppState {
  return {
    line: 'connecting',
    botSilent: false,
    conversations: {},
    messages: {},
    typing: {},
    faults: [],
    layout,
    theme,
    notices: [],
  };
}

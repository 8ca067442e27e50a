import type { ControlApi } from '../client/controlApi';
import { messagesKey, type AppState, type LoadedMessages } from './appState';
import { isDecided, isUnanswered } from './delivery';
import { withNewest, withOlder } from './mergeMessages';
import { oneAtATime } from './oneAtATime';
import type { Store } from './store';

/** Keeps the store as fresh as Local Teams is. Everything throws ApiError. */
export interface Freshness {
  world: () => Promise<void>;
  faults: () => Promise<void>;
  /** whether the newest delivery that is not under way came to nothing */
  botSilent: () => Promise<void>;
  conversations: (person: string) => Promise<void>;
  /** once more when the list is on its way: it may have left before what happened */
  conversationsUnderWay: (person: string) => Promise<void>;
  messages: (person: string, conversation: string) => Promise<void>;
  /** one more page of older messages */
  older: (person: string, conversation: string) => Promise<void>;
}

/** Asks the control API and puts the answers into the store. */
export function createFreshness(api: ControlApi, store: Store<AppState>): Freshness {
  const conversations = oneAtATime(async (person) => {
    const list = await api.conversations(person);
    store.update((state) => ({ ...state, conversations: { ...state.conversations, [person]: list } }));
  });
  const messages = oneAtATime(async (key) => {
    const [person, conversation] = splitKey(key);
    const newest = await api.messages(person, conversation);
    putMessages(store, key, (loaded) => withNewest(loaded, newest));
  });
  return {
    conversations: (person) => conversations(person),
    conversationsUnderWay: (person) => conversations(person, true),
    messages: (person, conversation) => messages(messagesKey(person, conversation)),
    world: () => loadWorld(api, store),
    faults: () => loadFaults(api, store),
    botSilent: () => loadBotSilent(api, store),
    older: (person, conversation) => loadOlder(api, store, person, conversation),
  };
}

async function loadWorld(api: ControlApi, store: Store<AppState>): Promise<void> {
  const world = await api.world();
  store.update((state) => ({ ...state, world }));
}

async function loadFaults(api: ControlApi, store: Store<AppState>): Promise<void> {
  const faults = await api.faults();
  store.update((state) => ({ ...state, faults }));
}

async function loadBotSilent(api: ControlApi, store: Store<AppState>): Promise<void> {
  const newest = (await api.deliveries()).findLast(isDecided);
  if (newest) store.update((state) => ({ ...state, botSilent: isUnanswered(newest) }));
}

async function loadOlder(
  api: ControlApi,
  store: Store<AppState>,
  person: string,
  conversation: string,
): Promise<void> {
  const key = messagesKey(person, conversation);
  const first = store.get().messages[key]?.messages[0];
  if (!first) return;
  const older = await api.messages(person, conversation, first.id);
  putMessages(store, key, (loaded) => withOlder(loaded, older));
}

function putMessages(
  store: Store<AppState>,
  key: string,
  change: (loaded: LoadedMessages | undefined) => LoadedMessages,
): void {
  store.update((state) => ({
    ...state,
    messages: { ...state.messages, [key]: change(state.messages[key]) },
  }));
}

/** A person's key holds no space, so the first one ends it. */
function splitKey(key: string): [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

import type { DeliveryView, LocalEvent } from '../../api';
import type { AppState } from './appState';
import { isDecided, isUnanswered } from './delivery';
import type { Freshness } from './freshness';
import type { Store } from './store';

/** How long Teams shows that a bot is typing after it said so. */
const TYPING_SHOWN_MS = 8_000;

/** What following needs. */
export interface FollowDeps {
  store: Store<AppState>;
  fresh: Freshness;
  /** what to do with a promise nobody waits for */
  detached: (work: Promise<unknown>) => void;
  now: () => number;
}

/** Brings the store up to date with one event. */
export function follow(deps: FollowDeps, event: LocalEvent): void {
  if (event.type === 'message') return onMessage(deps, event);
  if (event.type === 'typing') return onTyping(deps, event);
  if (event.type === 'unread') return onUnread(deps, event);
  if (event.type === 'world') return deps.detached(deps.fresh.world());
  if (event.type === 'faults') return deps.detached(deps.fresh.faults());
  if (event.type === 'delivery') onDelivery(deps, event.delivery);
}

/** Asks for everything that is shown, after a break. */
export function catchUp({ store, fresh, detached }: FollowDeps): void {
  detached(fresh.world());
  detached(fresh.faults());
  detached(fresh.botSilent());
  for (const person of Object.keys(store.get().conversations)) detached(fresh.conversations(person));
  for (const key of Object.keys(store.get().messages)) {
    const at = key.indexOf(' ');
    detached(fresh.messages(key.slice(0, at), key.slice(at + 1)));
  }
}

function onMessage(deps: FollowDeps, event: LocalEvent & { type: 'message' }): void {
  const state = deps.store.get();
  const sees = (person: string): boolean => event.people === undefined || event.people.includes(person);
  if (event.change === 'new') stopTyping(deps, event.conversationId);
  for (const key of Object.keys(state.messages)) {
    const at = key.indexOf(' ');
    const person = key.slice(0, at);
    if (key.slice(at + 1) === event.conversationId && sees(person)) {
      deps.detached(deps.fresh.messages(person, event.conversationId));
    }
  }
  for (const [person, list] of Object.entries(state.conversations)) {
    const inList = list.some((one) => one.id === event.conversationId);
    if (inList && sees(person)) deps.detached(deps.fresh.conversations(person));
  }
}

/** Only the bot is shown as typing; people type into this very page. */
function onTyping({ store, now }: FollowDeps, event: LocalEvent & { type: 'typing' }): void {
  if (store.get().world?.people.some((person) => person.key === event.from)) return;
  const until = now() + TYPING_SHOWN_MS;
  store.update((state) => ({ ...state, typing: { ...state.typing, [event.conversationId]: until } }));
}

function stopTyping({ store }: FollowDeps, conversation: string): void {
  store.update((state) =>
    state.typing[conversation] ? { ...state, typing: { ...state.typing, [conversation]: 0 } } : state,
  );
}

function onUnread({ store, fresh, detached }: FollowDeps, event: LocalEvent & { type: 'unread' }): void {
  detached(fresh.conversationsUnderWay(event.person));
  store.update((state) => {
    const list = state.conversations[event.person];
    if (!list) return state;
    const next = list.map((one) =>
      one.id === event.conversationId ? { ...one, unread: event.unread } : one,
    );
    return { ...state, conversations: { ...state.conversations, [event.person]: next } };
  });
}

function onDelivery({ store }: FollowDeps, delivery: DeliveryView): void {
  if (!isDecided(delivery)) return;
  const silent = isUnanswered(delivery);
  store.update((state) => (state.botSilent === silent ? state : { ...state, botSilent: silent }));
}

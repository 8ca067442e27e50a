import { createControlApi, type ControlApi } from '../client/controlApi';
import { inReadersWords } from '../client/apiError';
import { listen } from '../client/events';
import { emptyState, type AppState } from './appState';
import { firstLayout } from './firstVisit';
import { catchUp, follow, type FollowDeps } from './follow';
import { createFreshness, type Freshness } from './freshness';
import { keptIn, type Kept } from './kept';
import { onlyKnown } from './layoutChanges';
import { layoutFromHash, layoutToHash, type Layout } from './place';
import { createNotices, type Notices } from './notices';
import { createStore, type Store } from './store';
import { startingTheme } from './theme';

/** What every part of the page is given: the store, the way to Local Teams, and what it keeps. */
export interface Session {
  api: ControlApi;
  store: Store<AppState>;
  fresh: Freshness;
  kept: Kept;
  notices: Notices;
  /** changes what is open, and the address with it */
  layout(change: (layout: Layout) => Layout): void;
  /** for work that nobody waits for: a failure becomes a notice */
  detached: (work: Promise<unknown>, person?: string) => void;
}

const NOTHING_OPEN: Layout = { view: 'side', places: [], front: 0 };

/** Makes the session of this window, with the layout of its address. */
export function createSession(page: Window): Session {
  const kept = keptIn(page.localStorage);
  const theme = startingTheme(kept, page.matchMedia('(prefers-color-scheme: dark)').matches);
  const store = createStore(emptyState(layoutFromHash(page.location.hash) ?? NOTHING_OPEN, theme));
  const api = createControlApi();
  const notices = createNotices(store, (work, wait) => page.setTimeout(work, wait));
  return {
    api,
    store,
    kept,
    notices,
    fresh: createFreshness(api, store),
    layout: (change) => changeLayout(page, store, change),
    detached(work, person) {
      work.catch((error: unknown) => notices.show('error', inReadersWords(error), person));
    },
  };
}

/** Connects the session to Local Teams and to the address. Returns a function that ends it. */
export function startSession(session: Session, page: Window): () => void {
  const { store, fresh } = session;
  const quietly = (work: Promise<unknown>): void => {
    work.catch(() => undefined); // the line itself shows that it is down, and catchUp asks again when it is back
  };
  const deps: FollowDeps = { store, fresh, detached: quietly, now: () => Date.now() };
  const setLine = (line: AppState['line']): void => store.update((state) => ({ ...state, line }));
  const onHash = (): void => readAddress(page, store);
  page.addEventListener('hashchange', onHash);
  const stop = listen({
    onEvent: (event) => follow(deps, event),
    onUp() {
      setLine('up');
      catchUp(deps);
    },
    onDown: () => setLine('down'),
  });
  return () => {
    page.removeEventListener('hashchange', onHash);
    stop();
  };
}

/** The first time the world is known: leave out strangers, and show a newcomer around. */
export function settleLayout(session: Session): void {
  const { world } = session.store.get();
  if (!world) return;
  const people = new Set(world.people.map((person) => person.key));
  session.layout((layout) => {
    const known = onlyKnown(layout, people);
    return known.places.length > 0 ? known : { ...firstLayout(world), view: layout.view };
  });
}

function changeLayout(page: Window, store: Store<AppState>, change: (layout: Layout) => Layout): void {
  const layout = change(store.get().layout);
  const hash = `#${layoutToHash(layout)}`;
  const isFirst = page.location.hash === '';
  if (isFirst) page.history.replaceState(null, '', hash);
  else if (hash !== page.location.hash) page.history.pushState(null, '', hash);
  store.update((state) => ({ ...state, layout }));
}

function readAddress(page: Window, store: Store<AppState>): void {
  const layout = layoutFromHash(page.location.hash);
  if (layout) store.update((state) => ({ ...state, layout }));
}

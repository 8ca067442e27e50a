import type { AppState, Notice } from './appState';
import type { Store } from './store';

/** An error stays longer: it takes longer to read, and missing it is worse. */
const SHOWN_MS = { info: 6_000, error: 12_000 };

/** Lines of text that are shown for a moment. */
export interface Notices {
  show: (kind: Notice['kind'], text: string, person?: string) => void;
  dismiss: (id: number) => void;
}

/** Shows notices in the store and takes each away after its time. */
export function createNotices(
  store: Store<AppState>,
  later: (work: () => void, ms: number) => unknown,
): Notices {
  const count = { last: 0 };
  const dismiss = (id: number): void =>
    store.update((state) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) }));
  return {
    dismiss,
    show(kind, text, person) {
      const id = ++count.last;
      const notice: Notice = { id, kind, text, ...(person === undefined ? {} : { person }) };
      store.update((state) => ({
        ...state,
        notices: [...state.notices.filter((old) => old.text !== text || old.person !== person), notice],
      }));
      later(() => dismiss(id), SHOWN_MS[kind]);
    },
  };
}

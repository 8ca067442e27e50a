import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppState } from '../state/appState';
import type { Session } from '../state/session';
import { useStore } from '../state/useStore';

/** Gives every part of the page the session. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of this page; throws outside it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session here.');
  return session;
}

/** A part of what the page shows; draws again when it changes. */
export function useApp<Part>(choose: (state: AppState) => Part): Part {
  return useStore(useSession().store, choose);
}

import { useEffect } from 'preact/hooks';
import { messagesKey } from '../state/appState';
import { useApp, useSession } from './SessionContext';

/** Loads an opened conversation and marks it as read for as long as the reader can see it. */
export function useOpened(person: string, conversation: string): void {
  const session = useSession();
  const unread = useApp(
    (state) => state.conversations[person]?.find((one) => one.id === conversation)?.unread ?? 0,
  );
  const newest = useApp((state) => state.messages[messagesKey(person, conversation)]?.messages.at(-1)?.id);

  useEffect(() => {
    session.detached(session.fresh.messages(person, conversation), person);
    session.detached(markRead(session, person, conversation));
  }, [session, person, conversation]);

  useEffect(() => {
    if (unread === 0 || newest === undefined) return undefined;
    const mark = (): void => {
      if (document.visibilityState === 'visible') session.detached(markRead(session, person, conversation));
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [session, person, conversation, unread, newest]);
}

/**
 * The list is asked for again afterwards: an older answer with the old count may still be on its way. A mark that
 * could not be set is no news to the reader: it is set again at the next message.
 */
async function markRead(
  session: ReturnType<typeof useSession>,
  person: string,
  conversation: string,
): Promise<void> {
  await session.api.read(person, conversation).catch(() => undefined);
  await session.fresh.conversations(person).catch(() => undefined);
}

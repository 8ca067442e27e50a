import { useState } from 'preact/hooks';
import type { MessageView } from '../../api';
import { inReadersWords } from '../client/apiError';
import { useSession } from './SessionContext';

/** The suggestions under the newest message: pressing one says it. */
export function SuggestedActions({ person, message }: { person: string; message: MessageView }) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const press = async (title: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await session.api.suggestion(person, message.conversationId, message.id, title);
    } catch (error) {
      session.notices.show('error', inReadersWords(error), person);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ul class="chips" aria-label="Suggestions">
      {message.suggestedActions.map(({ title }) => (
        <li key={title}>
          <button type="button" class="chip" disabled={busy} onClick={() => void press(title)}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}

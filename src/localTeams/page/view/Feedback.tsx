import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../api';
import { act } from '../state/results';
import { Icon } from './Icon';
import { useSession } from './SessionContext';

type Thumb = 'like' | 'dislike';

const ASKS = { like: 'What did you like?', dislike: 'What went wrong?' };

/** Thumbs under an answer, and a small form for words, which may stay empty. */
export function Feedback({ person, message }: { person: string; message: MessageView }) {
  const session = useSession();
  const [asking, setAsking] = useState<Thumb>();
  const [given, setGiven] = useState(message.feedbackGiven);
  const chosen = message.feedbackGiven ?? given;
  const send = async (reaction: Thumb, text: string): Promise<void> => {
    const what = { reaction, ...(text.trim() ? { text: text.trim() } : {}) };
    const press = session.api.feedback(person, message.conversationId, message.id, what);
    if (!(await act(session, person, press))) return;
    setGiven(reaction);
    setAsking(undefined);
    session.notices.show('info', 'Thank you for your feedback.', person);
  };
  return (
    <div class="feedback">
      {(['like', 'dislike'] as const).map((thumb) => (
        <button
          key={thumb}
          type="button"
          class="icon-button"
          aria-label={thumb === 'like' ? 'Like' : 'Dislike'}
          aria-pressed={chosen === thumb}
          onClick={() => setAsking(asking === thumb ? undefined : thumb)}
        >
          <Icon name={thumb} />
        </button>
      ))}
      {asking && <FeedbackForm thumb={asking} onSend={send} onCancel={() => setAsking(undefined)} />}
    </div>
  );
}

interface FormProps {
  thumb: Thumb;
  onSend: (thumb: Thumb, text: string) => Promise<void>;
  onCancel: () => void;
}

function FeedbackForm({ thumb, onSend, onCancel }: FormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    void onSend(thumb, field.current?.value ?? '').finally(() => setBusy(false));
  };
  return (
    <form class="feedback-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <label>
        {ASKS[thumb]} (optional)
        <textarea ref={field} rows={2} />
      </label>
      <div class="row">
        <button type="submit" class="button primary" disabled={busy}>
          Send
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

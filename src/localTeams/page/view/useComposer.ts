import { useState } from 'preact/hooks';
import { inReadersWords } from '../client/apiError';
import { keepDraft, readDraft, withTypedMention, type Draft } from '../state/drafts';
import { readUpload } from '../state/uploads';
import { useApp, useSession } from './SessionContext';

/** Where a composer writes to. */
export interface ComposerPlace {
  person: string;
  conversation: string;
  /** in a channel: the message that is answered */
  replyTo?: string;
  onSent?: () => void;
}

/** What a composer holds and can do. */
export interface ComposerState {
  draft: Draft;
  change: (draft: Draft) => void;
  file: File | undefined;
  attach: (file: File | undefined) => void;
  canSend: boolean;
  send: () => Promise<void>;
}

/** What was typed, kept over a reload, and sent. What could not be sent comes back into the composer. */
export function useComposer(place: ComposerPlace): ComposerState {
  const session = useSession();
  const botName = useApp((state) => state.world?.botName ?? '');
  const name = [place.person, place.conversation, place.replyTo ?? ''].join('/');
  const [typed, setTyped] = useState({ name, draft: readDraft(session.kept, name) });
  const [file, setFile] = useState<File>();
  const draft = typed.name === name ? typed.draft : readDraft(session.kept, name);
  const change = (next: Draft): void => {
    keepDraft(session.kept, name, next);
    setTyped({ name, draft: next });
  };
  const canSend = draft.text.trim() !== '' || draft.mention || file !== undefined;
  const send = async (): Promise<void> => {
    if (!canSend) return;
    const sent = withTypedMention(draft, botName);
    change({ text: '', mention: false });
    setFile(undefined);
    try {
      await deliver(session.api, place, sent, file);
      place.onSent?.();
    } catch (error) {
      keepDraft(session.kept, name, draft);
      setTyped({ name, draft });
      setFile(file);
      session.notices.show('error', inReadersWords(error), place.person);
    }
  };
  return { draft, change, file, attach: setFile, canSend, send };
}

async function deliver(
  api: ReturnType<typeof useSession>['api'],
  { person, conversation, replyTo }: ComposerPlace,
  { text, mention }: Draft,
  file: File | undefined,
): Promise<void> {
  if (file) {
    await api.upload(person, conversation, { ...(await readUpload(file)), ...(text ? { text } : {}) });
    return;
  }
  await api.say(person, conversation, {
    text,
    ...(mention ? { mentionBot: true } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

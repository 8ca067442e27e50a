import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { startedMention } from '../state/drafts';
import { ComposerTools } from './ComposerTools';
import { Icon } from './Icon';
import { SearchPanel } from './SearchPanel';
import { useApp } from './SessionContext';
import { useComposer, type ComposerPlace, type ComposerState } from './useComposer';

/** What a composer is for. */
export interface ComposerProps extends ComposerPlace {
  kind: 'chat' | 'post' | 'reply';
  onCancel?: () => void;
}

const PROMPTS = { chat: 'Type a message', post: 'Start a new post', reply: 'Write a reply' };

/** Where a person writes, and above it the search of the app, when it is open. */
export function Composer(props: ComposerProps) {
  const search = useApp((state) => state.world?.search);
  const [searching, setSearching] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setSearching(false);
    opener.current?.focus();
  };
  const onInserted = (): void => {
    close();
    props.onSent?.();
  };
  return (
    <>
      {search && searching && (
        <SearchPanel place={props} search={search} onClose={close} onInserted={onInserted} />
      )}
      <WritingForm {...props}>
        {search && (
          <button
            ref={opener}
            type="button"
            class="icon-button"
            aria-label={search.title}
            title={search.title}
            aria-expanded={searching}
            onClick={() => (searching ? close() : setSearching(true))}
          >
            <Icon name="search" />
          </button>
        )}
      </WritingForm>
    </>
  );
}

/** Enter sends, Shift and Enter begins a new line; in a channel `@` mentions the bot. */
function WritingForm({ children, ...props }: ComposerProps & { children?: ComponentChildren }) {
  const composer = useComposer(props);
  const botName = useApp((state) => state.world?.botName ?? '');
  const offer = props.kind === 'chat' ? undefined : startedMention(composer.draft.text, botName);
  const acceptMention = (): void => {
    const { text } = composer.draft;
    composer.change({ text: text.slice(0, text.length - (offer?.length ?? 0)).trimEnd(), mention: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (offer !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      return acceptMention();
    }
    onKey(event, composer, props);
  };
  return (
    <form class={`composer composer-${props.kind}`} onSubmit={(event) => submit(event, composer)}>
      {offer !== undefined && (
        <button type="button" class="mention-offer" onClick={acceptMention}>
          <Icon name="mention" /> {botName} <kbd>Enter</kbd>
        </button>
      )}
      <div class="composer-box">
        <ComposerTools composer={composer} kind={props.kind} botName={botName} />
        {children}
        <Field composer={composer} kind={props.kind} onKeyDown={onKeyDown} />
        <button type="submit" class="icon-button send" aria-label="Send" disabled={!composer.canSend}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  composer: ComposerState;
  kind: ComposerProps['kind'];
  onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ composer, kind, onKeyDown }: FieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, change } = composer;
  useEffect(() => {
    if (kind === 'reply') field.current?.focus();
  }, [kind]);
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [draft.text]);
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={PROMPTS[kind]}
      placeholder={kind === 'chat' ? PROMPTS.chat : `${PROMPTS[kind]}, @ to mention the bot`}
      value={draft.text}
      onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
      onKeyDown={onKeyDown}
    />
  );
}

function onKey(event: KeyboardEvent, composer: ComposerState, props: ComposerProps): void {
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void composer.send();
  }
  if (event.key === 'Backspace' && composer.draft.text === '' && composer.draft.mention) {
    composer.change({ text: '', mention: false });
  }
  if (event.key === 'Escape') props.onCancel?.();
}

function submit(event: Event, composer: ComposerState): void {
  event.preventDefault();
  void composer.send();
}

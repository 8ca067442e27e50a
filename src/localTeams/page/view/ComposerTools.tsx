import { useRef } from 'preact/hooks';
import { Icon } from './Icon';
import type { ComposerState } from './useComposer';

/** What stands before the text: a file in the chat, a mention in a channel. */
export interface ToolsProps {
  composer: ComposerState;
  kind: 'chat' | 'post' | 'reply';
  botName: string;
}

/** The chosen file or the mention, each with a way to take it off again. */
export function ComposerTools({ composer, kind, botName }: ToolsProps) {
  if (kind === 'chat') return <FileTool composer={composer} />;
  const { draft, change } = composer;
  if (!draft.mention) {
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={`Mention ${botName}`}
        title={`Mention ${botName}`}
        onClick={() => change({ ...draft, mention: true })}
      >
        <Icon name="mention" />
      </button>
    );
  }
  return (
    <Pill
      text={`@${botName}`}
      label={`Do not mention ${botName}`}
      onRemove={() => change({ ...draft, mention: false })}
    />
  );
}

function FileTool({ composer }: { composer: ComposerState }) {
  const input = useRef<HTMLInputElement>(null);
  const { file, attach } = composer;
  const choose = (): void => {
    attach(input.current?.files?.[0]);
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input ref={input} type="file" hidden tabIndex={-1} aria-label="File to send" onChange={choose} />
      {file ? (
        <Pill text={file.name} label="Do not send this file" onRemove={() => attach(undefined)} />
      ) : (
        <button
          type="button"
          class="icon-button"
          aria-label="Attach a file"
          title="Attach a file"
          onClick={() => input.current?.click()}
        >
          <Icon name="attach" />
        </button>
      )}
    </>
  );
}

function Pill({ text, label, onRemove }: { text: string; label: string; onRemove: () => void }) {
  return (
    <span class="pill">
      <span class="pill-text">{text}</span>
      <button type="button" aria-label={label} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  );
}

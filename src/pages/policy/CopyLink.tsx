import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from './copyText';

type State = 'ready' | 'copied' | 'by hand';

/** Copies the link to one clause. Where no clipboard may be used, it shows the link to be copied by hand. */
export function CopyLink({ id, link }: { id: string; link: string }) {
  const [state, setState] = useState<State>('ready');
  const field = useRef<HTMLInputElement>(null);
  const address = new URL(link, window.location.href).href;
  const copy = (): void => {
    copyText(address).then(
      (isCopied) => setState(isCopied ? 'copied' : 'by hand'),
      () => setState('by hand'),
    );
  };
  useEffect(() => {
    if (state === 'by hand') field.current?.select();
  }, [state]);
  return (
    <div class="copy">
      <button type="button" onClick={copy} aria-label={`Copy link to ${id}`}>
        Copy link
      </button>
      <span role="status">{state === 'copied' && 'Copied'}</span>
      {state === 'by hand' && (
        <label>
          Copy this link: <input ref={field} type="text" readOnly value={address} />
        </label>
      )}
    </div>
  );
}

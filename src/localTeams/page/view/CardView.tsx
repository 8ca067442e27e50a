import { useEffect, useRef, useState } from 'preact/hooks';
import type { Action } from 'adaptivecards';
import type { Card } from '../../json';
import { drawCard } from '../cards/drawCard';
import { forgetInputs, keepInput, readFilledIn, withFilledIn } from '../cards/keptInputs';
import { useSession } from './SessionContext';

/** What a card is drawn for. */
export interface CardProps {
  card: Card;
  /** under this name what is filled in outlives a reload */
  keptAs: string;
  label: string;
  /** true when it was taken, so that what was filled in can be forgotten */
  onPress: (action: Action) => Promise<boolean>;
  onLink: (address: string) => void;
}

/** An Adaptive Card. While a press is under way the card is busy and further presses do nothing. */
export function CardView({ card, keptAs, label, onPress, onLink }: CardProps) {
  const { kept } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ onPress, onLink });
  latest.current = { onPress, onLink };
  const written = JSON.stringify(card);

  useEffect(() => {
    const holder = place.current;
    if (!holder) return;
    const drawn = attempt(() =>
      drawCard(withFilledIn(JSON.parse(written) as Card, readFilledIn(kept, keptAs)), {
        onLink: (address) => latest.current.onLink(address),
        onInput: (id, value) => keepInput(kept, keptAs, id, value),
        onPress: (action) =>
          void whileBusy(
            holder,
            () => latest.current.onPress(action),
            () => forgetInputs(kept, keptAs),
          ),
      }),
    );
    setFailed(drawn === undefined);
    const hadFocus = holder.contains(document.activeElement);
    holder.replaceChildren(...(drawn ? [drawn] : []));
    if (hadFocus) readOnAt(holder); // the button is gone, and the reader goes on at what took its place
  }, [written, keptAs, kept]);

  return (
    <>
      <div ref={place} class="card" role="group" aria-label={label} tabIndex={-1} hidden={failed} />
      {failed && <p class="card card-failed">This card cannot be shown.</p>}
    </>
  );
}

/** Brings the beginning of a new card into view, after the list around it has come to rest. */
function readOnAt(holder: HTMLElement): void {
  holder.focus({ preventScroll: true });
  const show = (): void => {
    const room = holder.closest('.messages, .dialog-body')?.clientHeight ?? 0;
    holder.scrollIntoView({ block: holder.offsetHeight > room ? 'start' : 'nearest' });
  };
  requestAnimationFrame(() => requestAnimationFrame(show));
}

/** Runs one press at a time and marks the pressed button meanwhile; a repeated press is left out. */
async function whileBusy(
  holder: HTMLElement,
  press: () => Promise<boolean>,
  onTaken: () => void,
): Promise<void> {
  if (holder.getAttribute('aria-busy') === 'true') return;
  const pressed = document.activeElement;
  holder.setAttribute('aria-busy', 'true');
  if (pressed && holder.contains(pressed)) pressed.classList.add('is-pressed');
  try {
    if (await press()) onTaken();
  } finally {
    holder.removeAttribute('aria-busy');
    pressed?.classList.remove('is-pressed');
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined; // a card that the package refuses is shown as one that cannot be shown
  }
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Nearer to the end than this many pixels counts as being at the end. */
const NEAR_END = 80;

/** A list that stays at its end while the reader is there, and says when something new waits below. */
export interface StayAtEnd {
  list: RefObject<HTMLDivElement | null>;
  newBelow: boolean;
  toEnd: () => void;
}

/** Keeps a scrolling list at its end. `newest` names its last item, `opened` what is being shown. */
export function useStayAtEnd(newest: string | undefined, opened: string): StayAtEnd {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const [newBelow, setNewBelow] = useState(false);
  const toEnd = (): void => {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setNewBelow(false);
  };
  useLayoutEffect(toEnd, [opened]);
  useEffect(() => {
    if (atEnd.current) toEnd();
    else if (newest !== undefined) setNewBelow(true);
  }, [newest]);
  useEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const onScroll = (): void => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
      // Only who scrolls back leaves the end: a card that is drawn late moves the end away from everybody.
      if (near || box.scrollTop < lastTop.current) atEnd.current = near;
      lastTop.current = box.scrollTop;
      if (near) setNewBelow(false);
    };
    const onGrow = new ResizeObserver(() => atEnd.current && toEnd()); // cards are drawn after the text
    box.addEventListener('scroll', onScroll, { passive: true });
    onGrow.observe(box);
    for (const child of box.children) onGrow.observe(child);
    return () => {
      box.removeEventListener('scroll', onScroll);
      onGrow.disconnect();
    };
  }, []);
  return { list, newBelow, toEnd };
}

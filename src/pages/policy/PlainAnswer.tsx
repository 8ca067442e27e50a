import { useEffect, useState } from 'preact/hooks';
import { Highlighted } from './Highlighted';

/** What the plain answer needs. */
export interface PlainAnswerProps {
  text: string;
  words: readonly string[];
  /** Opens it: a link led here, or the search found something in it. */
  isRevealed: boolean;
}

/** The reviewed plain answer of a clause, folded beside it. */
export function PlainAnswer({ text, words, isRevealed }: PlainAnswerProps) {
  const [isOpen, setOpen] = useState(isRevealed);
  useEffect(() => setOpen(isRevealed), [isRevealed]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>In plain words</summary>
      <p>
        <Highlighted text={text} words={words} />
      </p>
    </details>
  );
}

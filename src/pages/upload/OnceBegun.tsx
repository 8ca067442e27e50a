import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What the page is opened with, and what it shows from then on. */
export interface OnceBegunProps<Begun> {
  /** What the page is for, as its heading where it cannot be used. */
  readonly purpose: string;
  readonly begin: () => Promise<Begun>;
  /** Why it cannot be used, in the reader's words. */
  readonly wordsFor: (error: unknown) => string;
  readonly children: (begun: Begun) => ComponentChildren;
}

/** A page from its first moment on: the bot is asked whether it may be used, and only then is it there. */
export function OnceBegun<Begun>({ purpose, begin, wordsFor, children }: OnceBegunProps<Begun>) {
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState('');
  const ask = (): void => {
    setProblem('');
    begin().then(setBegun, (error: unknown) => setProblem(wordsFor(error)));
  };
  useEffect(ask, []);
  if (problem) return <Problem purpose={purpose} words={problem} onAgain={ask} />;
  if (!begun) return <p>One moment…</p>;
  return <main>{children(begun)}</main>;
}

function Problem({ purpose, words, onAgain }: { purpose: string; words: string; onAgain: () => void }) {
  return (
    <main>
      <h1>{purpose}</h1>
      <p role="alert">{words}</p>
      <button type="button" onClick={onAgain}>
        Try again
      </button>
    </main>
  );
}

import { segments } from './search';

/** A text with what the search found marked in it. */
export function Highlighted({ text, words }: { text: string; words: readonly string[] }) {
  return <>{segments(text, words).map(({ text: piece, isHit }) => (isHit ? <mark>{piece}</mark> : piece))}</>;
}

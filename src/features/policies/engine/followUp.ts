import { pointsBack } from './pointingBack';
import { formOf } from './questionForm';
import { normalise, wordsOf } from './words';

/**
 * How a message hangs on the one before it: `leans` makes no sense without it, `may lean` only where its own words
 * leave its meaning open, `stands` never.
 */
export type Leaning = 'leans' | 'may lean' | 'stands';

/** From this score of its best reading on, a message that may lean is clear enough by itself. */
const clearScore = 0.6;

/** More words than this say what they are about. */
const mostWords = 12;

const connector = /^((and|but|or|so|also|then|well|ok|okay|oh|hm+|right|yes|no|yeah|sure|thanks)\b[ ,.:-]*)+/;

/** Openings of a question that goes on with another, whatever follows. */
const goingOn = /^(what about|how about|even|not even|only|same|unless|except|including|how come|without)\b/;

const supposing =
  /^(what if|if|when(?! (is|are|was|do|does|did|can|will|should|must|has|have)\b)|just|because|still|does it matter)\b/;

/** A whole question after its condition: "if a client calls, can I answer". */
const asksWithin = /\b(can|may|could|should|must|do|am|will) (i|we)\b/;

/** Bare words up to this many are a fragment: "a picture from behind?" */
const fragment = 6;

/** A question up to this many words leaves something out more often than not. */
const shortQuestion = 5;

/**
 * The earlier question that a message cannot be understood without, if it is of that sort.
 * @param ownScore score of the message's best reading by itself
 */
export function questionBefore(
  text: string,
  previous: readonly string[],
  ownScore: number,
): string | undefined {
  const before = previous.findLast((turn) => wordsOf(turn).length > 2);
  if (before === undefined) return undefined;
  const leaning = leaningOf(text);
  const together = leaning === 'leans' || (leaning === 'may lean' && ownScore < clearScore);
  return together ? before : undefined;
}

/** Judges a message by its words alone. */
export function leaningOf(text: string): Leaning {
  const whole = normalise(text);
  const rest = whole.replace(connector, '');
  const count = wordsOf(rest).length;
  if (count > mostWords) return 'stands';
  if (count <= 2 || goingOn.test(rest)) return 'leans';
  const bare = formOf(rest) === 'bare' && !asksWithin.test(rest);
  const back = pointsBack(rest);
  if (bare && count <= fragment) return 'leans';
  if (back && (rest !== whole || count <= shortQuestion || rest.startsWith('what if'))) return 'leans';
  return bare || back || (supposing.test(rest) && !asksWithin.test(rest)) || count <= shortQuestion - 1
    ? 'may lean'
    : 'stands';
}

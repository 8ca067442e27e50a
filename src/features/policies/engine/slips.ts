import slipsBetween from 'damerau-levenshtein';

/** Letters: shorter words are too near to others. */
const SHORTEST = 6;
/** From this length on two slips are still the same word. */
const LONG = 10;

/** Whether somebody may have meant a word and slipped: a letter too many, too few, wrong, or two in each other's place. */
export function isSlipOf(word: string, typed: string): boolean {
  if (typed === word) return true;
  const most = word.length >= LONG ? 2 : 1;
  if (word.length < SHORTEST || typed[0] !== word[0]) return false;
  return Math.abs(typed.length - word.length) <= most && slipsBetween(word, typed).steps <= most;
}

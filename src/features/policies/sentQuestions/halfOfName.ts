import { joined } from './nameRules';
import type { ReviewedWords } from './reviewedWords';
import type { TypedWord } from './typedWords';

/** Words that hold a verb: they stand beside a name all the time. */
const BESIDE_ANY_NAME = new Set(['will', 'may']);
const SOFT_TITLES = new Set(
  'miss sister brother nurse doctor auntie aunty uncle sir lady captain matron nana'.split(' '),
);

/** After these somebody is named, or somebody's kind is: "can gift post", but "can young people post". */
const BEFORE_WHO_ACTS = new Set('can could should would does did has is was'.split(' '));
const DESCRIBING = new Set(
  'black french gay happy little long main rich short small strong welsh west white wild wise young'.split(
    ' ',
  ),
);

/** "joan black", "young kasia", "nurse white", "can gift post": an everyday word that is also a name, and stands like one. */
export function isHalfOfName(
  words: readonly TypedWord[],
  names: readonly boolean[],
  at: number,
  { either }: ReviewedWords,
): boolean {
  const base = words[at]?.lower.replace(/'.*/, '') ?? '';
  if (!either.has(base) || BESIDE_ANY_NAME.has(base)) return false;
  const isName = (place: number): boolean => names[place] === true && words[place]?.sign === false;
  if (BEFORE_WHO_ACTS.has(words[at - 1]?.lower ?? '') && !DESCRIBING.has(base)) return true;
  const afterName = joined(words, at) && (isName(at - 1) || SOFT_TITLES.has(words[at - 1]?.lower ?? ''));
  return afterName || (joined(words, at + 1) && isName(at + 1));
}

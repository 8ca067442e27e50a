import type { Answer, Verdict } from '../policy';
import type { WordGroups } from './wordGroups';
import { normalise, stem, wordsOf } from './words';

export interface PickedAnswer {
  answer: number;
  verdict: Verdict;
}

/**
 * The reviewed answer with a verdict: the one whose way of asking the question has, otherwise the usual one. Where no
 * answer has that verdict, one that says neither yes nor no.
 */
export function pickAnswer(
  answers: readonly Answer[],
  verdict: Verdict,
  text: string,
  groups: WordGroups,
): PickedAnswer {
  for (const wanted of [verdict, null]) {
    const fitting = bestFit(answers, wanted, text, groups);
    const usual = answers.findIndex((answer) => answer.verdict === wanted && answer.fits.length === 0);
    const index = fitting >= 0 ? fitting : usual;
    if (index >= 0) return { answer: index, verdict: wanted };
  }
  throw new Error('answers.json: a clause has no usual answer without yes and no. Run: npm run policy:build');
}

/** Index of the answer with the longest way of asking that the question has all the words of, or -1. */
function bestFit(answers: readonly Answer[], verdict: Verdict, text: string, groups: WordGroups): number {
  const stems = wordsOf(normalise(text)).map(stem);
  const present = new Set([...stems, ...groups.find(stems).map((name) => `#${name}`)]);
  let best = -1;
  let longest = 0;
  for (const [index, answer] of answers.entries()) {
    if (answer.verdict !== verdict) continue;
    for (const fit of answer.fits) {
      const length = matchLength(fit, present, groups);
      if (length > longest) [best, longest] = [index, length];
    }
  }
  return best;
}

/** Words that a way of asking may lack, up to half of them. */
const fillers = new Set(
  'a an the i we you it this that they them she he her him my me is are be do to of for in'
    .split(' ')
    .map(stem),
);

/**
 * How many words of a way of asking are present, themselves or by one of their group; 0 when it does not fit.
 * Its first word must be there: "is it a problem" and "can I" are different questions about the same words.
 */
function matchLength(fit: string, present: ReadonlySet<string>, groups: WordGroups): number {
  const stems = wordsOf(normalise(fit)).map(stem);
  const missing = stems.filter(
    (each) => !present.has(each) && !groups.find([each]).some((name) => present.has(`#${name}`)),
  );
  const optional = stems.slice(1).filter((each) => fillers.has(each));
  const fits = missing.every((each) => optional.includes(each)) && missing.length <= optional.length / 2;
  return fits && present.has(stems[0] ?? '') ? stems.length - missing.length : 0;
}

import type { Answer, Verdict } from '../policy';
import { formOf } from './questionForm';
import type { WordGroups } from './wordGroups';
import { normalise, stem, wordsOf } from './words';

export interface PickedAnswer {
  answer: number;
  verdict: Verdict;
}

/**
 * The reviewed answer that fits the way in which the question is asked.
 * @param previous the question that this one follows: a fragment is asked in its form
 */
export function pickAnswer(
  answers: readonly Answer[],
  text: string,
  groups: WordGroups,
  previous?: string,
): PickedAnswer {
  const own = formOf(text);
  const form = own === 'bare' && previous !== undefined ? formOf(previous) : own;
  const asked = own === 'bare' && previous !== undefined ? `${text} ${previous}` : text;
  const takesYesOrNo = form === 'polar' || form === 'reversed';
  const fitting = bestFit(answers, takesYesOrNo, asked, groups);
  if (fitting >= 0) return picked(answers, fitting);
  const usual = answers.findIndex(
    ({ verdict, fits }) => fits.length === 0 && (verdict !== null) === (form === 'polar'),
  );
  return picked(answers, Math.max(0, usual));
}

function picked(answers: readonly Answer[], answer: number): PickedAnswer {
  return { answer, verdict: answers[answer]?.verdict ?? null };
}

/** Index of the answer with the longest way of asking that the question has all the words of, or -1. */
function bestFit(answers: readonly Answer[], withVerdict: boolean, text: string, groups: WordGroups): number {
  const stems = wordsOf(normalise(text)).map(stem);
  const present = new Set([...stems, ...groups.find(stems).map((name) => `#${name}`)]);
  let best = -1;
  let longest = 0;
  for (const [index, { verdict, fits }] of answers.entries()) {
    if ((verdict !== null) !== withVerdict) continue;
    for (const fit of fits) {
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

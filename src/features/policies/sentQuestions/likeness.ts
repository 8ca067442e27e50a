import { normalise, stem, wordsOf } from '../engine/words';
import type { SentQuestion } from './sentQuestionStore';

/** From this likeness on two questions ask much the same. */
const ALIKE = 0.24;
/** Added where the engine took both for the same topic. */
const SAME_TOPIC = 0.15;

/** Words that every question has, whatever it is about. */
const SAYS_NOTHING = new Set(
  (
    'a an the i im ive me my we us our you your he she it they them their his her its this that these those is are am ' +
    'was were be been do does did done have has had can could may might must shall should will would to of in on at by ' +
    'for from with about into and or but if so as than then when what which who where why how there here not no yes any ' +
    'some all just only also too get got go ok okay please say said put allowed policy rule rules'
  )
    .split(' ')
    .map(stem),
);

/**
 * For each question those that are like it, with how much: the share of their stems that they have in common, each
 * stem weighed by how few questions have it.
 */
export function likenesses(questions: readonly SentQuestion[]): ReadonlyMap<number, number>[] {
  const terms = questions.map(({ text }) => termsOf(text));
  const weigh = rarity(terms);
  const weights = terms.map((each) => sum([...each].map(weigh)));
  const holders = holdersOf(terms);
  return terms.map((each, at) => {
    const shared = new Map<number, number>();
    for (const term of each) {
      for (const other of holders.get(term) ?? [])
        if (other !== at) shared.set(other, (shared.get(other) ?? 0) + weigh(term));
    }
    const alike = [...shared].map(([other, weight]): [number, number] => {
      const all = (weights[at] ?? 0) + (weights[other] ?? 0) - weight;
      return [other, weight / all + sameTopic(questions[at], questions[other])];
    });
    return new Map(alike.filter(([, likeness]) => likeness >= ALIKE));
  });
}

function termsOf(text: string): ReadonlySet<string> {
  const stems = wordsOf(normalise(text)).map(stem);
  return new Set(stems.filter((each) => !SAYS_NOTHING.has(each)));
}

function rarity(terms: readonly ReadonlySet<string>[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const each of terms) for (const term of each) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(2 + terms.length / (counts.get(term) ?? 1));
}

function holdersOf(terms: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, each] of terms.entries()) {
    for (const term of each) {
      const found = holders.get(term) ?? [];
      found.push(at);
      holders.set(term, found);
    }
  }
  return holders;
}

function sameTopic(one: SentQuestion | undefined, other: SentQuestion | undefined): number {
  return one?.topic !== undefined && one.topic === other?.topic ? SAME_TOPIC : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

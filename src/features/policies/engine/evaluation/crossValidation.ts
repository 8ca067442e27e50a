import type { Policy } from '../../policy';
import { lessonsOf, readAll, usualTraining, type Progress } from '../build/lessons';
import type { Banks } from '../build/readBanks';
import { trainNetwork, type NetworkTraining } from '../build/trainNetwork';
import { usualRecipe, type Recipe } from '../features';
import { Network } from '../network';
import { Ranker, splitLabel, type Kind, type Ranking } from '../ranking';
import type { SentenceEncoder } from '../sentenceEncoder';

/** One more thing that the engine goes by, and everything that it went by before. */
export interface Step {
  name: string;
  recipe: Recipe;
  training: NetworkTraining;
}

const words: Recipe = { ...usualRecipe, pair: 0, letters: 0, group: 0, vector: 0 };
const pairs: Recipe = { ...words, pair: usualRecipe.pair };
const pieces: Recipe = { ...pairs, letters: usualRecipe.letters };
const groups: Recipe = { ...pieces, group: usualRecipe.group };
const noHidden: NetworkTraining = { ...usualTraining, hidden: 0 };

/** What the engine goes by, put together one after the other. */
export const steps: readonly Step[] = [
  { name: 'words', recipe: words, training: noHidden },
  { name: '+ pairs of words', recipe: pairs, training: noHidden },
  { name: '+ pieces of words', recipe: pieces, training: noHidden },
  { name: '+ groups of words', recipe: groups, training: noHidden },
  { name: '+ sentence vector', recipe: usualRecipe, training: noHidden },
  { name: '+ hidden units', recipe: usualRecipe, training: usualTraining },
];

/** How the engine would do with voices that it has not learned from. */
export interface StepFigures {
  asked: number;
  first: number;
  firstThree: number;
  outside: number;
  outsideSaid: number;
  concerns: number;
  concernsNoticed: number;
  takenForConcerns: number;
}

/** A line that was left out, and what it is. */
interface LeftOut {
  ranking: Ranking;
  label: string;
}

/** Learns `folds` times, each time without some of the voices, and puts their lines to what was learned. */
export async function crossValidate(
  policy: Policy,
  banks: Banks,
  encoder: SentenceEncoder,
  { name, recipe, training }: Step,
  folds: number,
  progress: Progress,
): Promise<StepFigures> {
  const read = await readAll(policy, banks, encoder, () => undefined, recipe);
  const foldOf = foldsByVoice(banks, folds);
  const leftOut: LeftOut[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    progress(`${name}: learning without part ${fold + 1} of ${folds} of the voices …`);
    const kept = <T extends { voice: string }>(lines: readonly T[], isLeftOut: boolean): T[] =>
      lines.filter(({ voice }) => (foldOf.get(voice) === fold) === isLeftOut);
    const learned = { lines: kept(banks.lines, false), followUps: kept(banks.followUps, false) };
    const ranker = new Ranker(new Network(await trainNetwork(lessonsOf(policy, learned, read), training)));
    for (const { text, label } of kept(banks.lines, true)) {
      if (label !== 'calm') leftOut.push({ label, ranking: ranker.rank({ text, ...read(text) }) });
    }
  }
  return figuresOf(leftOut);
}

/** The figures as they are printed. */
export function stepsTable(rows: readonly (readonly [name: string, figures: StepFigures])[]): string {
  const lines = rows.map(([name, each]) =>
    [
      name.padEnd(20),
      percent(each.first, each.asked).padStart(12),
      percent(each.firstThree, each.asked).padStart(12),
      percent(each.outsideSaid, each.outside).padStart(14),
      percent(each.concernsNoticed, each.concerns).padStart(12),
      percent(each.concernsNoticed, each.takenForConcerns).padStart(12),
    ].join(''),
  );
  return [
    'step                 first right first three  out of scope    concerns   precision',
    ...lines,
  ].join('\n');
}

function percent(hits: number, of: number): string {
  return `${((100 * hits) / Math.max(1, of)).toFixed(1)} %`;
}

/** Voices to folds of about the same size, the longest voice first. */
function foldsByVoice({ lines }: Banks, folds: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { voice } of lines) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  const sizes = new Array<number>(folds).fill(0);
  const longestFirst = [...counts].sort((one, other) => other[1] - one[1]);
  return new Map(
    longestFirst.map(([voice, count]) => {
      const smallest = sizes.indexOf(Math.min(...sizes));
      sizes[smallest] = (sizes[smallest] ?? 0) + count;
      return [voice, smallest];
    }),
  );
}

function figuresOf(leftOut: readonly LeftOut[]): StepFigures {
  const read = leftOut.map(({ label, ranking }) => ({
    label,
    kind: kindOf(label),
    taken: likeliest(ranking),
    clauses: ranking.readings.filter(({ kind }) => kind === 'clause').map(({ name }) => `clause:${name}`),
  }));
  const asked = read.filter(({ kind }) => kind === 'clause');
  const outside = read.filter(({ kind }) => kind === 'topic');
  const concerns = read.filter(({ kind }) => kind === 'concern');
  return {
    asked: asked.length,
    first: asked.filter(({ clauses, label }) => clauses[0] === label).length,
    firstThree: asked.filter(({ clauses, label }) => clauses.slice(0, 3).includes(label)).length,
    outside: outside.length,
    outsideSaid: outside.filter(({ taken }) => taken === 'topic').length,
    concerns: concerns.length,
    concernsNoticed: concerns.filter(({ taken }) => taken === 'concern').length,
    takenForConcerns: read.filter(({ taken }) => taken === 'concern').length,
  };
}

function kindOf(label: string): Kind {
  return label === 'danger' || label === 'distress' ? 'concern' : splitLabel(label).kind;
}

function likeliest({ kinds }: Ranking): Kind {
  const all: readonly Kind[] = ['clause', 'topic', 'concern', 'talk', 'command'];
  return all.reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best));
}

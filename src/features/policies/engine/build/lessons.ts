import type { Policy } from '../../policy';
import { blend, featuresOf, usualRecipe, type Recipe } from '../features';
import type { Features } from '../hashedFeatures';
import { previousShare, type Read } from '../ranking';
import type { SentenceEncoder } from '../sentenceEncoder';
import { WordGroups } from '../wordGroups';
import type { Banks } from './readBanks';
import type { NetworkLesson, NetworkTraining, Truth } from './trainNetwork';

/** Chosen with messages of voices that are not among those now held back. */
export const usualTraining: NetworkTraining = {
  hidden: 64,
  rounds: 6,
  batch: 64,
  rate: 0.002,
  droppedFeatures: 0.25,
  droppedUnits: 0.5,
  // What a message is about; whether it is urgent.
  smoothing: [0.05, 0],
  seed: 20261128,
};

/** So many lines of danger and distress would make everything sad look like a concern. */
const alarmWeight = 0.3;

/** Told what the build is at, in words for the policy owner. */
export type Progress = (step: string) => void;

/** What was read of a text of the banks. @throws when the text is not one of them */
export type ReadText = (text: string) => Pick<Read, 'features' | 'vector'>;

/** Reads every text of the policy and of the banks. */
export async function readAll(
  policy: Policy,
  banks: Banks,
  encoder: SentenceEncoder,
  progress: Progress,
  recipe: Recipe = usualRecipe,
): Promise<ReadText> {
  const groups = new WordGroups(banks.words);
  const texts = [
    ...policy.clauses.map(({ text }) => text),
    ...[...banks.lines, ...banks.followUps].map(({ text }) => text),
    ...banks.followUps.map(({ before }) => before),
  ];
  const known = new Map<string, ReturnType<ReadText>>();
  for (const [index, text] of texts.entries()) {
    if (index % 1000 === 0) progress(`Reading example ${index} of ${texts.length} …`);
    if (known.has(text)) continue;
    const vector = await encoder.encode(text);
    known.set(text, { vector, features: featuresOf(text, groups, vector, recipe) });
  }
  return (text) => {
    const found = known.get(text);
    if (!found) throw new Error(`This text was not read: ${text}`);
    return found;
  };
}

/** The clauses themselves, every line of the banks, and follow-ups read together with the question before. */
export function lessonsOf(
  policy: Policy,
  { lines, followUps }: Pick<Banks, 'lines' | 'followUps'>,
  read: ReadText,
): NetworkLesson[] {
  return [
    ...policy.clauses.map(({ id, text }) => lesson(read(text).features, `clause:${id}`)),
    ...lines.map(({ text, label }) => lesson(read(text).features, label)),
    ...followUps.map(({ text, before, label }) =>
      lesson(blend(read(text).features, read(before).features, previousShare), label),
    ),
  ];
}

/** To what a message is about, danger and distress are concerns, and a calm message may be anything. */
function lesson(features: Features, label: string): NetworkLesson {
  const urgency = (name: string): Truth => ({ label: name, weight: 1 });
  if (label === 'calm') return { features, truths: [undefined, urgency('none')] };
  if (label === 'danger' || label === 'distress')
    return { features, truths: [{ label: 'concern', weight: alarmWeight }, urgency(label)] };
  return { features, truths: [{ label, weight: 1 }, urgency('none')] };
}

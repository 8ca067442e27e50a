import { bucketCount, type Features } from '../features';
import { softmax } from '../linearModel';
import type { ModelData } from '../engineData';

/** One line to learn from; `weight` makes up for labels with few lines. */
export interface Lesson {
  features: Features;
  label: string;
  weight: number;
}

export interface Training {
  rounds: number;
  /** Length of a step downhill. */
  rate: number;
  /** How strongly large weights are held down. */
  decay: number;
}

/**
 * Logistic regression with AdaGrad steps. Nothing in it is random: the lessons are walked through
 * with a fixed stride, so the same content always gives the same file.
 */
export function trainModel(lessons: readonly Lesson[], training: Training): ModelData {
  const labels = [...new Set(lessons.map((lesson) => lesson.label))].sort();
  const weights = new Float64Array(bucketCount * labels.length);
  const squares = new Float64Array(weights.length).fill(1e-4);
  for (let round = 0; round < training.rounds; round += 1) {
    for (const lesson of shuffled(lessons, round)) learn(lesson, labels, weights, squares, training);
  }
  return pack(labels, weights);
}

function learn(
  { features, label, weight }: Lesson,
  labels: readonly string[],
  weights: Float64Array,
  squares: Float64Array,
  { rate, decay }: Training,
): void {
  const right = labels.indexOf(label);
  const errors = softmax(scores(features, labels.length, weights)).map(
    (p, index) => weight * (p - (index === right ? 1 : 0)),
  );
  for (const [bucket, value] of features) {
    for (let index = 0, at = bucket * labels.length; index < labels.length; index += 1, at += 1) {
      const slope = (errors[index] ?? 0) * value + decay * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

function scores(features: Features, labelCount: number, weights: Float64Array): number[] {
  const sums = new Array<number>(labelCount).fill(0);
  for (const [bucket, value] of features) {
    for (let index = 0, at = bucket * labelCount; index < labelCount; index += 1, at += 1) {
      sums[index] = (sums[index] ?? 0) + value * (weights[at] ?? 0);
    }
  }
  return sums;
}

/** Every lesson once, in an order that differs from round to round. */
function shuffled<T>(items: readonly T[], round: number): T[] {
  let state = round + 1;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return { item, key: state };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

function pack(labels: string[], weights: Float64Array): ModelData {
  let highest = 1e-9;
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight));
  const step = Number((highest / 127).toPrecision(6));
  const whole = Int8Array.from(weights, (weight) => Math.round(Math.max(-127, Math.min(127, weight / step))));
  return { labels, step, weights: Buffer.from(whole.buffer).toString('base64') };
}

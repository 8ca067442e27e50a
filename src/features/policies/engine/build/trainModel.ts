import { setImmediate as breathe } from 'node:timers/promises';
import { featureCount } from '../features';
import type { Features } from '../hashedFeatures';
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

/** A lesson as the inner loop wants it. */
interface Drill {
  indexes: Int32Array;
  values: Float64Array;
  right: number;
  weight: number;
}

/**
 * Logistic regression with AdaGrad steps. Nothing in it is random: the lessons are walked through
 * with a fixed stride, so the same content always gives the same file.
 */
export async function trainModel(lessons: readonly Lesson[], training: Training): Promise<ModelData> {
  const labels = [...new Set(lessons.map((lesson) => lesson.label))].sort();
  const drills = lessons.map((lesson) => drillOf(lesson, labels));
  const weights = new Float64Array(featureCount * labels.length);
  const squares = new Float64Array(weights.length).fill(1e-4);
  for (let round = 0; round < training.rounds; round += 1) {
    for (const drill of shuffled(drills, round)) learn(drill, labels.length, weights, squares, training);
    // Whoever shows the progress gets a turn.
    await breathe();
  }
  return pack(labels, weights);
}

function drillOf({ features, label, weight }: Lesson, labels: readonly string[]): Drill {
  const indexes = Int32Array.from(features.keys());
  const values = Float64Array.from(features.values());
  return { indexes, values, right: labels.indexOf(label), weight };
}

function learn(
  { indexes, values, right, weight }: Drill,
  labelCount: number,
  weights: Float64Array,
  squares: Float64Array,
  { rate, decay }: Training,
): void {
  const errors = softmax(scores(indexes, values, labelCount, weights));
  for (let label = 0; label < labelCount; label += 1) {
    errors[label] = weight * ((errors[label] ?? 0) - (label === right ? 1 : 0));
  }
  for (let each = 0; each < indexes.length; each += 1) {
    const value = values[each] ?? 0;
    const row = (indexes[each] ?? 0) * labelCount;
    for (let label = 0, at = row; label < labelCount; label += 1, at += 1) {
      const slope = (errors[label] ?? 0) * value + decay * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

function scores(
  indexes: Int32Array,
  values: Float64Array,
  labelCount: number,
  weights: Float64Array,
): number[] {
  const sums = new Array<number>(labelCount).fill(0);
  for (let each = 0; each < indexes.length; each += 1) {
    const value = values[each] ?? 0;
    const row = (indexes[each] ?? 0) * labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      sums[label] = (sums[label] ?? 0) + value * (weights[row + label] ?? 0);
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

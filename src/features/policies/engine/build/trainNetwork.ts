import { setImmediate as breathe } from 'node:timers/promises';
import { featureCount } from '../features';
import type { Features } from '../hashedFeatures';
import { inputScale, type NetworkData } from '../network';
import { numberSource, type NumberSource } from './numberSource';
import { SlopedRows } from './slopedRows';

/** What is right for one head, and how much it counts; 1 is usual. */
export interface Truth {
  label: string;
  weight: number;
}

/** One text to learn from. For each head what is right, or undefined where it teaches nothing. */
export interface NetworkLesson {
  features: Features;
  truths: readonly (Truth | undefined)[];
}

export interface NetworkTraining {
  hidden: number;
  rounds: number;
  /** Texts after which the weights are changed. */
  batch: number;
  /** Length of the first step downhill; it shrinks to nothing by the end. */
  rate: number;
  /** The share of the features, and of the hidden units, that is left out at random, so that none is relied on. */
  droppedFeatures: number;
  droppedUnits: number;
  /** For each head the share of the probability that is left to the other labels: nothing is wholly certain. */
  smoothing: readonly number[];
  seed: number;
}

/** A lesson as the inner loop wants it. */
interface Drill {
  indexes: Int32Array;
  values: Float32Array;
  heads: readonly DrillHead[];
}

/** Which of a head's labels is right, or -1, and where the head's labels are among all. */
interface DrillHead {
  right: number;
  weight: number;
  start: number;
  end: number;
  smoothing: number;
}

/**
 * Trains a wide and deep network with Adam. What is random comes from a seed, so that the same content always gives
 * the same file.
 */
export async function trainNetwork(
  lessons: readonly NetworkLesson[],
  training: NetworkTraining,
): Promise<NetworkData> {
  const heads = training.smoothing.map((_, head) => labelsOf(lessons, head));
  const learner = new Learner(heads.flat().length, training);
  const drills = lessons.map((lesson) => drillOf(lesson, heads, training));
  const batches = Math.ceil(drills.length / training.batch) * training.rounds;
  let done = 0;
  for (let round = 0; round < training.rounds; round += 1) {
    learner.shuffle(drills);
    for (let start = 0; start < drills.length; start += training.batch) {
      for (const drill of drills.slice(start, start + training.batch)) learner.learn(drill);
      learner.step(training.rate * (1 - done / batches));
      done += 1;
    }
    // Whoever shows the progress gets a turn.
    await breathe();
  }
  return { heads, hidden: training.hidden, ...learner.pack() };
}

function labelsOf(lessons: readonly NetworkLesson[], head: number): string[] {
  return [...new Set(lessons.flatMap(({ truths }) => truths[head]?.label ?? []))].sort();
}

function drillOf(
  { features, truths }: NetworkLesson,
  heads: readonly (readonly string[])[],
  { smoothing }: NetworkTraining,
): Drill {
  let end = 0;
  return {
    indexes: Int32Array.from(features.keys()),
    values: Float32Array.from(features.values(), (value) => value * inputScale),
    heads: heads.map((labels, head) => {
      const truth = truths[head];
      const start = end;
      end += labels.length;
      return {
        right: truth === undefined ? -1 : labels.indexOf(truth.label),
        weight: truth?.weight ?? 0,
        start,
        end,
        smoothing: smoothing[head] ?? 0,
      };
    }),
  };
}

/** The network while it learns. */
class Learner {
  private readonly random: NumberSource;
  private readonly input: SlopedRows;
  private readonly output: SlopedRows;
  /** Of the text in hand: the sums into hidden units and labels, and how each should change. */
  private readonly sums: Float32Array;
  private readonly errors: Float32Array;

  constructor(
    labels: number,
    private readonly training: NetworkTraining,
  ) {
    const { hidden, seed } = training;
    this.random = numberSource(seed);
    const width = hidden + labels;
    this.input = new SlopedRows(featureCount, width, (column) =>
      column < hidden ? 0.1 * this.random.normal() : 0,
    );
    const spread = 1 / Math.sqrt(hidden);
    this.output = new SlopedRows(hidden, labels, () => spread * (2 * this.random.next() - 1));
    this.sums = new Float32Array(width);
    this.errors = new Float32Array(width);
  }

  shuffle(drills: Drill[]): void {
    this.random.shuffle(drills);
  }

  /** Finds out how the weights should change for one text, and remembers it until the next step. */
  learn(drill: Drill): void {
    const values = this.dropFeatures(drill.values);
    this.sums.fill(0);
    for (const [at, value] of values.entries()) {
      if (value !== 0) this.input.addTo(this.sums, drill.indexes[at] ?? 0, value);
    }
    const units = this.passHidden();
    for (const head of drill.heads) this.setErrors(head);
    this.blame(units);
    for (const [at, value] of values.entries()) {
      if (value !== 0) this.input.slope(drill.indexes[at] ?? 0, value, this.errors);
    }
  }

  /** Changes the weights for all texts since the last step. */
  step(rate: number): void {
    this.input.step(rate);
    this.output.step(rate);
  }

  pack(): Pick<NetworkData, 'input' | 'inputSteps' | 'output' | 'outputSteps'> {
    const input = this.input.pack();
    const output = this.output.pack();
    return { input: input.bytes, inputSteps: input.steps, output: output.bytes, outputSteps: output.steps };
  }

  private dropFeatures(values: Float32Array): Float32Array {
    const { droppedFeatures: dropped } = this.training;
    return values.map((value) => (this.random.next() < dropped ? 0 : value / (1 - dropped)));
  }

  /** The hidden units that are neither dropped nor silent, added up into the labels. @returns each one's value */
  private passHidden(): Float32Array {
    const { hidden, droppedUnits: dropped } = this.training;
    const units = new Float32Array(hidden);
    const outputs = this.sums.subarray(hidden);
    for (let unit = 0; unit < hidden; unit += 1) {
      const sum = this.sums[unit] ?? 0;
      if (sum <= 0 || this.random.next() < dropped) continue;
      units[unit] = sum / (1 - dropped);
      this.output.addTo(outputs, unit, units[unit] ?? 0);
    }
    return units;
  }

  /** Probability less truth, for each label of a head. */
  private setErrors({ right, weight, start, end, smoothing }: DrillHead): void {
    const { hidden } = this.training;
    const errors = this.errors.subarray(hidden + start, hidden + end);
    errors.fill(0);
    if (right < 0) return;
    probabilitiesInto(errors, this.sums.subarray(hidden + start, hidden + end), weight);
    for (let label = 0; label < errors.length; label += 1) {
      const truth = smoothing / errors.length + (label === right ? 1 - smoothing : 0);
      errors[label] = (errors[label] ?? 0) - weight * truth;
    }
  }

  /** Passes the errors of the labels back to the hidden units that spoke. */
  private blame(units: Float32Array): void {
    const { hidden, droppedUnits: dropped } = this.training;
    const errors = this.errors.subarray(hidden);
    for (let unit = 0; unit < hidden; unit += 1) {
      const value = units[unit] ?? 0;
      this.errors[unit] = value === 0 ? 0 : this.output.dot(unit, errors) / (1 - dropped);
      if (value !== 0) this.output.slope(unit, value, errors);
    }
  }
}

/** Writes `weight` × softmax of the scores. */
function probabilitiesInto(into: Float32Array, scores: Float32Array, weight: number): void {
  const highest = Math.max(...scores);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    into[at] = Math.exp((scores[at] ?? 0) - highest);
    total += into[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at += 1) into[at] = ((into[at] ?? 0) * weight) / total;
}

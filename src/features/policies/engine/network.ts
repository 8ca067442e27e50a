import { z } from 'zod';
import { featureCount } from './features';
import type { Features } from './hashedFeatures';

export const networkSchema = z.strictObject({
  /** What each output tells apart, in its order. */
  heads: z.array(z.array(z.string()).min(1)).min(1),
  /** How many hidden units there are. */
  hidden: z.int().nonnegative(),
  /** A row for each feature: its weight to each hidden unit, then to each label. Signed bytes in base64. */
  input: z.base64(),
  /** One step of the stored whole numbers as a weight, for each column of `input`. */
  inputSteps: z.array(z.number()),
  /** A row for each hidden unit: its weight to each label. */
  output: z.base64(),
  outputSteps: z.array(z.number()),
});

/** A trained network as stored. */
export type NetworkData = z.infer<typeof networkSchema>;

/** Chosen together with the length of a step: features of unit length are too small to learn from quickly. */
export const inputScale = 5;

/**
 * A wide and deep network (Cheng and others, 2016): every feature speaks for each label by itself, and all of them
 * together through one layer of hidden units, which has learned what words and sentences have in common. It may
 * answer several questions about a text at once: each head is one.
 */
export class Network {
  readonly heads: readonly (readonly string[])[];
  private readonly hidden: number;
  private readonly input: Int8Array;
  private readonly inputSteps: Float64Array;
  private readonly output: Float64Array;

  /** @throws when the weights do not fit the labels */
  constructor(data: NetworkData) {
    const outputs = data.heads.flat().length;
    this.heads = data.heads;
    this.hidden = data.hidden;
    this.input = bytesOf(data.input, featureCount * (data.hidden + outputs));
    this.inputSteps = Float64Array.from(data.inputSteps);
    this.output = Float64Array.from(
      bytesOf(data.output, data.hidden * outputs),
      (byte, index) => byte * (data.outputSteps[index % outputs] ?? 0),
    );
  }

  /** For each head the probabilities of its labels, in their order. */
  read(features: Features): number[][] {
    const scores = this.scores(features);
    let start = 0;
    return this.heads.map(({ length }) => softmax(scores.slice(start, (start += length))));
  }

  private scores(features: Features): number[] {
    const sums = this.sumInputs(features);
    const outputs = sums.subarray(this.hidden);
    for (let unit = 0; unit < this.hidden; unit += 1) {
      const value = sums[unit] ?? 0;
      if (value <= 0) continue;
      const row = unit * outputs.length;
      for (let at = 0; at < outputs.length; at += 1) {
        outputs[at] = (outputs[at] ?? 0) + value * (this.output[row + at] ?? 0);
      }
    }
    return [...outputs];
  }

  /** For each hidden unit and each label, what the features say directly. */
  private sumInputs(features: Features): Float64Array {
    const sums = new Float64Array(this.inputSteps.length);
    for (const [feature, value] of features) {
      const row = feature * sums.length;
      for (let at = 0; at < sums.length; at += 1) {
        sums[at] = (sums[at] ?? 0) + value * (this.input[row + at] ?? 0);
      }
    }
    return sums.map((sum, at) => sum * inputScale * (this.inputSteps[at] ?? 0));
  }
}

/** Scores to probabilities. */
function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function bytesOf(base64: string, length: number): Int8Array {
  const bytes = new Int8Array(Buffer.from(base64, 'base64'));
  if (bytes.length === length) return bytes;
  throw new Error('engine.json: the weights of a network do not fit its labels. Run: npm run policy:build');
}

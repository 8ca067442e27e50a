import { featureCount } from './features';
import type { Features } from './hashedFeatures';
import type { ModelData } from './engineData';

/** A trained model: features in, a probability for each label out. */
export class LinearModel {
  readonly labels: readonly string[];
  private readonly weights: Int8Array;
  private readonly step: number;

  /** @throws when the weights do not fit the labels */
  constructor(data: ModelData) {
    this.labels = data.labels;
    this.step = data.step;
    this.weights = new Int8Array(Buffer.from(data.weights, 'base64'));
    if (this.weights.length !== featureCount * data.labels.length) {
      throw new Error('engine.json: the weights of a model do not fit its labels. Run: npm run policy:build');
    }
  }

  /** Probabilities in the order of `labels`; they sum to 1. */
  probabilities(features: Features): number[] {
    const sums = new Array<number>(this.labels.length).fill(0);
    for (const [bucket, value] of features) {
      const row = bucket * this.labels.length;
      for (let label = 0; label < sums.length; label += 1) {
        sums[label] = (sums[label] ?? 0) + value * (this.weights[row + label] ?? 0) * this.step;
      }
    }
    return softmax(sums);
  }
}

/** Scores to probabilities. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

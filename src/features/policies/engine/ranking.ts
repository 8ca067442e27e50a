import type { Clause } from '../policy';
import type { EngineData } from './engineData';
import { blend } from './features';
import type { Features } from './hashedFeatures';
import { LinearModel } from './linearModel';
import { NearestExamples } from './nearest';
import type { WordGroups } from './wordGroups';

/** A message with its vector and its features. */
export interface Read {
  readonly text: string;
  readonly vector: Float32Array;
  readonly features: Features;
}

/** What a message can be; the part of a label before the colon. */
export type Kind = 'clause' | 'topic' | 'concern' | 'talk' | 'command';

/** One possible reading of a message. `name` is a clause id, a topic, a reply or a command. */
export interface Reading {
  kind: Kind;
  name: string;
  score: number;
}

/** How the message might be read: scores of each sort sum to about 1. */
export interface Ranking {
  readings: Reading[];
  kinds: Record<Kind, number>;
}

/** How much the nearest examples count beside the trained model. */
const nearestShare = 0.35;

/** How much the question before counts in a follow-up. */
export const previousShare = 1;

/** Ranks every clause, topic, reply and command by how well it fits a message. */
export class Ranker {
  private readonly label: LinearModel;
  private readonly kind: LinearModel;
  private readonly nearest: NearestExamples;
  private readonly labels: readonly { label: string; kind: Kind; name: string }[];

  constructor(clauses: readonly Clause[], data: EngineData, groups: WordGroups) {
    this.label = new LinearModel(data.models.label);
    this.kind = new LinearModel(data.models.kind);
    this.labels = this.label.labels.map((label) => ({ label, ...splitLabel(label) }));
    const examples: Record<string, string[]> = { ...data.examples };
    for (const { id, text } of clauses)
      examples[`clause:${id}`] = [text, ...(examples[`clause:${id}`] ?? [])];
    this.nearest = new NearestExamples(examples, groups);
  }

  /** @param previous the question that this one follows, where it cannot be understood alone */
  rank({ text, features }: Read, previous?: Read): Ranking {
    const whole = previous === undefined ? features : blend(features, previous.features, previousShare);
    const readings = this.readings(whole, previous === undefined ? text : `${text} ${previous.text}`);
    return { readings, kinds: this.kinds(readings, whole) };
  }

  private readings(features: Features, text: string): Reading[] {
    const votes = this.nearest.votes(text);
    const probabilities = this.label.probabilities(features);
    const readings = this.labels.map(({ label, kind, name }, index) => ({
      kind,
      name,
      score: (1 - nearestShare) * (probabilities[index] ?? 0) + nearestShare * (votes.get(label) ?? 0),
    }));
    return readings.sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1));
  }

  /** Half from the readings, half from a model that only tells the kinds apart. */
  private kinds(readings: readonly Reading[], features: Features): Record<Kind, number> {
    const kinds: Record<Kind, number> = { clause: 0, topic: 0, concern: 0, talk: 0, command: 0 };
    for (const { kind, score } of readings) kinds[kind] += score / 2;
    const probabilities = this.kind.probabilities(features);
    for (const [index, name] of this.kind.labels.entries()) {
      const { kind } = splitLabel(name);
      kinds[kind] += (probabilities[index] ?? 0) / 2;
    }
    return kinds;
  }
}

/** "clause:P5.9" in its parts; a concern has no name but what sort of concern it is. */
export function splitLabel(label: string): { kind: Kind; name: string } {
  const [kind = '', name = kind] = label.split(':');
  if (kind === 'confession') return { kind: 'concern', name };
  if (kind === 'clause' || kind === 'topic' || kind === 'concern' || kind === 'talk' || kind === 'command') {
    return { kind, name };
  }
  throw new Error(`engine.json: unknown label ${label}. Run: npm run policy:build`);
}

import { blend } from './features';
import type { Features } from './hashedFeatures';
import type { Network } from './network';

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

/** How the message might be read: the scores of all readings sum to 1, and so do those of the kinds. */
export interface Ranking {
  readings: Reading[];
  kinds: Record<Kind, number>;
}

/** How much the question before counts in a follow-up. */
export const previousShare = 1;

/** Ranks every clause, topic, reply and command by how well it fits a message. */
export class Ranker {
  private readonly labels: readonly { kind: Kind; name: string }[];

  constructor(private readonly network: Network) {
    this.labels = (network.heads[0] ?? []).map(splitLabel);
  }

  /** @param previous the question that this one follows, where it cannot be understood alone */
  rank({ features }: Read, previous?: Read): Ranking {
    const whole = previous === undefined ? features : blend(features, previous.features, previousShare);
    const [shares = []] = this.network.read(whole);
    const readings = this.labels.map((label, index) => ({ ...label, score: shares[index] ?? 0 }));
    const kinds: Record<Kind, number> = { clause: 0, topic: 0, concern: 0, talk: 0, command: 0 };
    for (const { kind, score } of readings) kinds[kind] += score;
    readings.sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1));
    return { readings, kinds };
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

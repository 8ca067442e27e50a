import { createHash } from 'node:crypto';
import type { Policy } from '../../policy';
import type { EngineData, ModelData } from '../engineData';
import { featuresOf, type Features } from '../features';
import { splitLabel } from '../ranking';
import { WordGroups } from '../wordGroups';
import { normalise, wordsOf } from '../words';
import type { Banks } from './readBanks';
import { trainModel } from './trainModel';

/** Chosen by leaving out every fifth example in turn. */
const training = { rounds: 20, rate: 0.3, decay: 1e-6 };

/** Danger has few examples against many that are none, and must not be missed. */
const dangerWeight = 3;

/** Learns from the banks. The same content always gives the same data. */
export function buildEngineData(policy: Policy, banks: Banks): EngineData {
  const groups = new WordGroups(banks.words);
  const clauseLines = policy.clauses.map(({ id, text }) => ({ text, label: `clause:${id}` }));
  const lines = [...clauseLines, ...banks.lines].map(({ text, label }) => ({
    label,
    features: featuresOf(text, groups),
  }));
  return {
    builtFrom: fingerprint(policy, banks),
    words: banks.words,
    examples: examplesByLabel(banks),
    patterns: {
      danger: patternsOf(banks.danger.danger),
      distress: patternsOf(banks.danger.distress),
      calm: banks.danger.calm.phrases,
    },
    urgentWords: urgentWords(banks),
    models: {
      label: train(lines),
      kind: train(lines.map(({ features, label }) => ({ features, label: splitLabel(label).kind }))),
      urgency: trainUrgency(lines, banks, groups),
    },
  };
}

function patternsOf({ patterns, otherLanguages, whenTold }: Banks['danger']['danger']) {
  return { always: [...patterns, ...otherLanguages], whenTold };
}

function urgentWords({ danger: { danger, distress } }: Banks): string[] {
  const words = [...danger.examples, ...distress.examples].flatMap((line) => wordsOf(normalise(line)));
  return [...new Set(words)].sort();
}

function examplesByLabel({ lines }: Banks): Record<string, string[]> {
  const examples: Record<string, string[]> = {};
  for (const { label, text } of lines) examples[label] = [...(examples[label] ?? []), text];
  return examples;
}

/** SHA-256 over everything that the engine's file is made from. */
export function fingerprint(policy: Policy, banks: Banks): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, banks]))
    .digest('hex');
}

function train(lines: readonly { features: Features; label: string }[]): ModelData {
  return trainModel(
    lines.map((line) => ({ ...line, weight: 1 })),
    training,
  );
}

function trainUrgency(lines: readonly { features: Features }[], banks: Banks, groups: WordGroups): ModelData {
  const urgent = (['danger', 'distress'] as const).flatMap((label) =>
    banks.danger[label].examples.map((text) => ({
      features: featuresOf(text, groups),
      label,
      weight: dangerWeight,
    })),
  );
  const calm = banks.danger.calm.examples.map((text) => ({ features: featuresOf(text, groups) }));
  const others = [...lines, ...calm].map(({ features }) => ({ features, label: 'none', weight: 1 }));
  return trainModel([...urgent, ...others], training);
}

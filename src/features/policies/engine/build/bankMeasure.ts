import { normalise, stem, wordsOf } from '../words';
import type { ExampleLine } from './readExamples';

/** How much the examples of one label still teach. */
export interface BankMeasure {
  readonly label: string;
  readonly examples: number;
  /** New word stems that an example of the last voices brings, on average: near 0, more of the same kind is no use. */
  readonly newStems: number;
  /** The share of the examples that begin with the same two words. */
  readonly largestFrame: number;
}

/** The part of the examples, the last ones, over which new stems are counted. */
const lastShare = 0.25;

/** Measures the examples of every clause, in the order of the labels' first lines. */
export function measureBank(lines: readonly ExampleLine[]): BankMeasure[] {
  const byLabel = new Map<string, string[][]>();
  for (const { label, text } of lines) {
    if (!label.startsWith('clause:')) continue;
    const words = wordsOf(normalise(text)).map(stem);
    byLabel.set(label, [...(byLabel.get(label) ?? []), words]);
  }
  return [...byLabel].map(([label, examples]) => ({
    label,
    examples: examples.length,
    newStems: newStemsOf(examples),
    largestFrame: largestFrameOf(examples),
  }));
}

/** The measures as they are printed. */
export function bankTable(measures: readonly BankMeasure[]): string {
  const rows = measures.map(({ label, examples, newStems, largestFrame }) =>
    [
      label.padEnd(16),
      String(examples).padStart(9),
      newStems.toFixed(2).padStart(26),
      `${(100 * largestFrame).toFixed(0)} %`.padStart(15),
    ].join(''),
  );
  return ['clause           examples   new stems in each of late   largest frame', ...rows].join('\n');
}

function newStemsOf(examples: readonly string[][]): number {
  const late = Math.ceil(examples.length * lastShare);
  const known = new Set(examples.slice(0, -late).flat());
  const fresh = new Set(
    examples
      .slice(-late)
      .flat()
      .filter((root) => !known.has(root)),
  );
  return fresh.size / late;
}

function largestFrameOf(examples: readonly string[][]): number {
  const counts = new Map<string, number>();
  for (const words of examples) {
    const frame = words.slice(0, 2).join(' ');
    counts.set(frame, (counts.get(frame) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / examples.length;
}

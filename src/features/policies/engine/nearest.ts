import { TermIndex } from './termIndex';
import type { WordGroups } from './wordGroups';
import { normalise, readLength, stem, wordsOf } from './words';

/** Words that say nothing about the subject. */
const emptyWords = new Set(
  'a an the i im is it to of on in and or do does me my if be am are at for what s t'.split(' '),
);

/** How many examples have a vote. */
const nearest = 10;

/** How well the examples nearest to a text speak for each label. */
export class NearestExamples {
  private readonly index: TermIndex;
  private readonly labels: readonly string[];

  constructor(
    examples: Readonly<Record<string, readonly string[]>>,
    private readonly groups: WordGroups,
  ) {
    const lines = Object.entries(examples).flatMap(([label, texts]) =>
      texts.map((text) => ({ label, terms: this.terms(text) })),
    );
    this.labels = lines.map(({ label }) => label);
    this.index = new TermIndex(lines.map(({ terms }) => terms));
  }

  /** Label to a share of 1: each of the nearest ten examples votes with its score. */
  votes(text: string): Map<string, number> {
    const hits = this.index.best(this.terms(text), nearest);
    const total = hits.reduce((sum, { score }) => sum + score ** 2, 0) || 1;
    const votes = new Map<string, number>();
    for (const { line, score } of hits) {
      const label = this.labels[line] ?? '';
      votes.set(label, (votes.get(label) ?? 0) + score ** 2 / total);
    }
    return votes;
  }

  private terms(text: string): string[] {
    const stems = wordsOf(normalise(text.slice(0, readLength)))
      .slice(0, 80)
      .map(stem);
    return [
      ...stems.filter((each) => !emptyWords.has(each)),
      ...this.groups.find(stems).map((name) => `#${name}`),
    ];
  }
}

import MiniSearch from 'minisearch';
import type { WordGroups } from './wordGroups';
import { normalise, readLength, stem, wordsOf } from './words';

/** Words that say nothing about the subject. */
const emptyWords = new Set(
  'a an the i im is it to of on in and or do does me my if be am are at for what s t'.split(' '),
);

/** How well the examples nearest to a text speak for each label, by MiniSearch's BM25. */
export class NearestExamples {
  private readonly index: MiniSearch<{ id: number; text: string }>;
  private readonly labels: string[] = [];

  constructor(
    examples: Readonly<Record<string, readonly string[]>>,
    private readonly groups: WordGroups,
  ) {
    this.index = new MiniSearch({
      fields: ['text'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    });
    for (const [label, lines] of Object.entries(examples)) {
      for (const line of lines) {
        this.index.add({ id: this.labels.length, text: this.terms(line).join(' ') });
        this.labels.push(label);
      }
    }
  }

  /** Label to a share of 1: each of the nearest ten examples votes with its score. */
  votes(text: string): Map<string, number> {
    const hits = this.index.search(this.terms(text).join(' '), { boost: { text: 1 } }).slice(0, 10);
    const total = hits.reduce((sum, hit) => sum + hit.score ** 2, 0) || 1;
    const votes = new Map<string, number>();
    for (const hit of hits) {
      const label = this.labels[Number(hit.id)] ?? '';
      votes.set(label, (votes.get(label) ?? 0) + hit.score ** 2 / total);
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

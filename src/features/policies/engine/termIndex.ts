/**
 * The usual constants of BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), with a length
 * penalty a little under the usual, since example lines are all short.
 */
const bm25 = { saturation: 1.2, lengthPenalty: 0.7, floor: 0.5 } as const;

/** A line that shares terms with a query. */
export interface Hit {
  /** The line's place in the list that the index was made of. */
  line: number;
  score: number;
}

interface Posting {
  line: number;
  score: number;
}

/**
 * Finds the lines that share the rarest terms with a query. What a term adds to a line is worked out when the index is
 * made, so that a query only adds up: a question is answered in a fraction of a millisecond.
 */
export class TermIndex {
  private readonly postings = new Map<string, Posting[]>();
  private readonly size: number;

  /** @param lines each line as its terms */
  constructor(lines: readonly (readonly string[])[]) {
    this.size = lines.length;
    const lengths = lines.map((terms) => new Set(terms).size);
    const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lines.length);
    for (const [line, terms] of lines.entries()) {
      const relative = (lengths[line] ?? 0) / usual;
      for (const [term, count] of counted(terms)) {
        const found = this.postings.get(term) ?? [];
        found.push({ line, score: worthOf(count, relative) });
        this.postings.set(term, found);
      }
    }
    for (const found of this.postings.values()) {
      const rarity = Math.log(1 + (lines.length - found.length + 0.5) / (found.length + 0.5));
      for (const posting of found) posting.score *= rarity;
    }
  }

  /** The best lines, best first; lines that share several different terms count for more. */
  best(terms: readonly string[], most: number): Hit[] {
    const scores = new Float64Array(this.size);
    const shared = new Uint16Array(this.size);
    const touched: number[] = [];
    for (const [term, count] of counted(terms)) {
      for (const { line, score } of this.postings.get(term) ?? []) {
        if (shared[line] === 0) touched.push(line);
        scores[line] = (scores[line] ?? 0) + count * score;
        shared[line] = (shared[line] ?? 0) + 1;
      }
    }
    const hits = touched.map((line) => ({ line, score: (scores[line] ?? 0) * (shared[line] ?? 0) }));
    return hits.sort((one, other) => other.score - one.score || one.line - other.line).slice(0, most);
  }
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function worthOf(count: number, relativeLength: number): number {
  const { saturation, lengthPenalty, floor } = bm25;
  const damping = saturation * (1 - lengthPenalty + lengthPenalty * relativeLength);
  return floor + (count * (saturation + 1)) / (count + damping);
}

import { TermIndex } from '../engine/termIndex';
import { WordGroups } from '../engine/wordGroups';
import { normalise, readLength, stem, wordsOf } from '../engine/words';
import type { Clause, Policy } from '../policy';
import { clausesNamed } from './clauseIds';
import { emptyWords } from './emptyWords';

/** As many as a panel shows without much scrolling. */
export const MOST_RESULTS = 8;
/** A clause that fits this much less than the best one is noise. */
const WORTH_SHOWING = 0.1;
/** Letters from which a word that is still being typed finds longer ones. */
const SHORTEST_BEGINNING = 3;

/**
 * Finds clauses by their ids and words. Quick and without any learning, so that it can answer while somebody types;
 * what a question means is for the answering engine.
 */
export class ClauseSearch {
  private readonly groups: WordGroups;
  private readonly index: TermIndex;
  private readonly vocabulary: readonly string[];
  /** The clause of each line of the index. */
  private readonly owners: Clause[] = [];

  /** @param words groups of words that mean the same here (words.json) */
  constructor(
    private readonly policy: Policy,
    words: Readonly<Record<string, readonly string[]>>,
  ) {
    this.groups = new WordGroups(words);
    const lines: string[][] = [];
    for (const clause of policy.clauses) {
      for (const line of linesOf(clause)) {
        lines.push(this.termsOf(stemsOf(line)));
        this.owners.push(clause);
      }
    }
    this.index = new TermIndex(lines);
    this.vocabulary = [...new Set(lines.flat())];
  }

  /** The best clauses, best first. An empty search finds the key ones; words that fit nothing find nothing. */
  find(search: string): Clause[] {
    const text = search.slice(0, readLength).trim();
    const found =
      text === '' ? this.keyClauses() : [...clausesNamed(this.policy.clauses, text), ...this.byWords(text)];
    return [...new Set(found)].slice(0, MOST_RESULTS);
  }

  private keyClauses(): Clause[] {
    const ids = this.policy.keyPoints.flatMap(({ clauses }) => clauses);
    return ids.flatMap((id) => this.policy.clauses.find((clause) => clause.id === id) ?? []);
  }

  private byWords(text: string): Clause[] {
    const scores = new Map<Clause, number>();
    for (const { line, score } of this.index.best(this.searchTerms(text), this.owners.length)) {
      const clause = this.owners[line];
      if (clause) scores.set(clause, (scores.get(clause) ?? 0) + score);
    }
    const least = Math.max(0, ...scores.values()) * WORTH_SHOWING;
    return [...scores]
      .filter(([, score]) => score >= least)
      .sort(([, one], [, other]) => other - one)
      .map(([clause]) => clause);
  }

  /** The last word may be half typed: where nothing has it, it stands for the words that begin like it. */
  private searchTerms(text: string): string[] {
    const stems = stemsOf(text);
    const terms = this.termsOf(stems);
    const last = stems.at(-1);
    if (last === undefined || last.length < SHORTEST_BEGINNING || this.vocabulary.includes(last))
      return terms;
    return [...terms, ...this.vocabulary.filter((term) => term.startsWith(last))];
  }

  /** Words and the groups that they belong to, so that "resident" finds "service users". */
  private termsOf(stems: readonly string[]): string[] {
    return [...stems, ...this.groups.find(stems).map((name) => `group ${name}`)];
  }
}

/** Everything that is written about a clause, each answer by itself. */
function linesOf({ heading, text, answers }: Clause): string[] {
  return [heading, `${heading} ${text}`, ...answers.map((answer) => [answer.text, ...answer.fits].join(' '))];
}

function stemsOf(text: string): string[] {
  return wordsOf(normalise(text))
    .filter((word) => !emptyWords.has(word))
    .map(stem);
}

import type { PolicyPageClause } from '../policyPage';

/** A piece of a text; `isHit` where the search found it. */
export interface Segment {
  text: string;
  isHit: boolean;
}

/** What a search finds in one clause. */
export interface Found {
  clause: PolicyPageClause;
  /** True when a word stands in the folded plain answer, so that it has to be opened. */
  isInAnswer: boolean;
}

/** The words of a search, in small letters, each once. */
export function wordsOf(query: string): string[] {
  const words = plain(query).match(/[\p{L}\p{N}.'&-]+/gu) ?? [];
  const trimmed = words.map((word) => word.replace(/^[.'&-]+|[.'&-]+$/g, '')).filter((word) => word !== '');
  return [...new Set(trimmed)];
}

/** The clauses that hold every word, each at the beginning of one of theirs. No words find everything. */
export function findClauses(clauses: readonly PolicyPageClause[], words: readonly string[]): Found[] {
  return clauses
    .filter((clause) => words.every((word) => isIn(everything(clause), word)))
    .map((clause) => ({ clause, isInAnswer: words.some((word) => isIn(clause.plainAnswer, word)) }));
}

/** Splits a text where the words of a search stand in it. The pieces together are the text, unchanged. */
export function segments(text: string, words: readonly string[]): Segment[] {
  if (words.length === 0) return [{ text, isHit: false }];
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})`, 'gu');
  const result: Segment[] = [];
  let end = 0;
  for (const match of plain(text).matchAll(pattern)) {
    if (match.index > end) result.push({ text: text.slice(end, match.index), isHit: false });
    end = match.index + match[0].length;
    result.push({ text: text.slice(match.index, end), isHit: true });
  }
  if (end < text.length) result.push({ text: text.slice(end), isHit: false });
  return result;
}

function isIn(text: string, word: string): boolean {
  return segments(text, [word]).some((segment) => segment.isHit);
}

function everything(clause: PolicyPageClause): string {
  return [clause.id, clause.heading, clause.text, clause.plainAnswer].join('\n');
}

/** Keeps every character in its place, so that a place in the plain text is a place in the text. */
function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

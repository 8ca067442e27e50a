/** Stands where something was left out. */
export const LEFT_OUT = '[…]';

/** A word as somebody typed it. */
export interface TypedWord {
  readonly text: string;
  /** In small letters with plain apostrophes: "i'm", "sarah's", "follow-up". */
  readonly lower: string;
  /** What stands before it, since the word before. */
  readonly gap: string;
  /** Holds a figure or a sign that no word has: a number, date, link, address, handle. */
  readonly sign: boolean;
  /** Begins a sentence, where a capital letter says nothing. */
  readonly opens: boolean;
}

/** A text as its words, and what stands after the last one. */
export interface TypedText {
  readonly words: readonly TypedWord[];
  readonly end: string;
}

/** Signs that nobody can see and that break a word apart. */
const INVISIBLE = /\p{Cf}/gu;
/** A dot, at-sign or the like inside makes one thing of it: rosie.k@example.org, sarah_88, a.b/c. */
const SIGN = /[\p{N}@#_\\=+~^*<>|$£€%]|:\/\/|[\p{L}\p{M}]\.[\p{L}\p{M}]/u;
const EDGES = /^([^\p{L}\p{M}\p{N}@#]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su;
/** Letters of a word, with apostrophes and hyphens inside it. */
const WORD = /[\p{L}\p{M}]+(?:['’‘`´-][\p{L}\p{M}]+)*/gu;
const OPENS = /[.!?:\n"“‘(]/;
/** "PX19 ABC" and older plates: the letters alone might be a word. */
const PLATES = [
  /\b[a-z]{2}\d{2}\s?[a-z]{3}\b/gi,
  /\b[a-z]\d{1,3}\s?[a-z]{3}\b/gi,
  /\b[a-z]{3}\s?\d{1,3}[a-z]\b/gi,
];

/** Cuts a text into words. Nothing is lost: the gaps and the words make up the text again. */
export function readTyped(text: string): TypedText {
  const words: TypedWord[] = [];
  let gap = '';
  for (const { text: piece, kind } of allPieces(text)) {
    if (kind === 'gap') {
      gap += piece;
      continue;
    }
    words.push(wordOf(piece, gap, kind === 'sign', words.length === 0));
    gap = '';
  }
  return { words, end: gap };
}

/** A mark of an earlier redaction stands by itself, so that a second one changes nothing. */
function allPieces(text: string): Piece[] {
  const mark: Piece = { text: LEFT_OUT, kind: 'sign' };
  return text
    .split(LEFT_OUT)
    .flatMap((part, at) => [...(at > 0 ? [mark] : []), ...piecesOf(withoutPlates(part))]);
}

function withoutPlates(text: string): string {
  const clean = text.normalize('NFKC').replace(INVISIBLE, '');
  return PLATES.reduce((rest, plate) => rest.replace(plate, '0'), clean);
}

interface Piece {
  readonly text: string;
  readonly kind: 'word' | 'sign' | 'gap';
}

function piecesOf(text: string): Piece[] {
  return (text.match(/\s+|\S+/g) ?? []).flatMap((chunk) => {
    const [, before = '', core = '', after = ''] = EDGES.exec(chunk) ?? [];
    const inside: Piece[] = SIGN.test(core) ? [{ text: core, kind: 'sign' }] : wordsAndGaps(core);
    return [{ text: before, kind: 'gap' } as const, ...inside, { text: after, kind: 'gap' } as const];
  });
}

function wordsAndGaps(core: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: word, index } of core.matchAll(WORD)) {
    pieces.push({ text: core.slice(at, index), kind: 'gap' }, { text: word, kind: 'word' });
    at = index + word.length;
  }
  return [...pieces, { text: core.slice(at), kind: 'gap' }];
}

function wordOf(text: string, gap: string, sign: boolean, first: boolean): TypedWord {
  const lower = text.toLowerCase().replace(/[’‘`´]/g, "'");
  return { text, lower, gap, sign, opens: first || OPENS.test(gap) };
}

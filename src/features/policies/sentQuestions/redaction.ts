import { hasNamesCapital, mostlyCapitals } from './capitals';
import { isHalfOfName } from './halfOfName';
import type { NameRule } from './nameRules';
import { NAME_RULES } from './nameRules';
import type { PlainWords } from './plainWords';
import type { ReviewedWords } from './reviewedWords';
import type { TypedWord } from './typedWords';
import { LEFT_OUT, readTyped } from './typedWords';

/** A question as it may be sent. */
export interface Redacted {
  readonly text: string;
  /** How many of its words stayed. */
  readonly kept: number;
}

export type Redaction = (text: string) => Redacted;

/** Single letters that people type for a word; any other may be somebody's initial. */
const LETTERS = new Set('aiurn');
const NEGATED = new Set(
  'ain aren can couldn daren didn doesn don hadn hasn haven isn mightn mustn needn oughtn shan shouldn wasn weren won wouldn'.split(
    ' ',
  ),
);
const SHORTENED = new Set(['s', 're', 've', 'll', 'd', 'm']);
/** Signs that may stand between words; of any other only a space stays. */
const OTHER_SIGNS = /[^\s.,!?;:()'"“”‘’–—…/&-]/gu;

/**
 * Leaves in a question only the words that are known to be nobody's name. It works the other way round from a search
 * for names: what is not known to be harmless goes, so that a name that no list has goes too.
 */
export function createRedaction(plain: PlainWords, reviewed: ReviewedWords): Redaction {
  const rules: readonly NameRule[] = [...NAME_RULES, phraseRule(reviewed.phrases)];
  return (text) => {
    const { words, end } = readTyped(text);
    const capitalsTell = !mostlyCapitals(words);
    const names = words.map(
      (word, at) =>
        word.sign ||
        !isPlain(word.lower, plain) ||
        (capitalsTell && hasNamesCapital(word, reviewed)) ||
        rules.some((rule) => rule(words, at)),
    );
    const hidden = names.map((name, at) => name || isHalfOfName(words, names, at, reviewed));
    return { text: written(words, hidden, end), kept: hidden.filter((each) => !each).length };
  };
}

/** Each part of "follow-up" must be known, and of "she'll" what stands before the apostrophe. */
function isPlain(lower: string, plain: PlainWords): boolean {
  return lower.split('-').every((part) => {
    const [base = '', suffix, ...more] = part.split("'");
    if (more.length > 0) return false;
    if (suffix === 't') return NEGATED.has(base);
    if (part === "o'clock") return true;
    const known = base.length === 1 ? LETTERS.has(base) : plain.has(base);
    return known && (suffix === undefined || SHORTENED.has(suffix));
  });
}

/** Places of several words, each of which may be an everyday word. */
function phraseRule(phrases: ReviewedWords['phrases']): NameRule {
  return (words, at) =>
    phrases.some((phrase) =>
      phrase.some((_, offset) => phrase.every((word, step) => words[at - offset + step]?.lower === word)),
    );
}

/** The words that stay with what stood between them; those that go become one mark where they stand together. */
function written(words: readonly TypedWord[], hidden: readonly boolean[], end: string): string {
  const parts = words.map(({ text, gap }, at) => {
    const together = hidden[at] && hidden[at - 1] && !/[.!?\n]/.test(gap);
    return together ? '' : `${clean(gap)}${hidden[at] ? LEFT_OUT : text}`;
  });
  return `${parts.join('')}${clean(end)}`.replace(/[ \t]+/g, ' ').trim();
}

function clean(gap: string): string {
  return gap.replace(OTHER_SIGNS, '');
}

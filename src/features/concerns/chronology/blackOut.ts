import { detailsIn, mayBeName } from '../report/drafts/personalDetails';

/** Somebody whom a report names, and what stands there instead. */
export interface KnownName {
  readonly name: string;
  readonly mark: string;
}

/** What a report says, before anything is taken out. */
export interface Words {
  readonly texts: readonly string[];
  /** Answers to the question who somebody is: every word with a capital in them is taken for a name. */
  readonly naming: readonly string[];
}

/** What stands for somebody of whom no more is said. */
export const NAME = '[name]';
const DETAIL_MARKS = { name: NAME, nhsNumber: '[NHS number]', birthDate: '[date of birth]' } as const;
const TITLES = ['Mr', 'Mrs', 'Miss', 'Ms', 'Mx', 'Dr'];
const TITLE = `(?:${TITLES.join('|')})\\.?\\s+`;
/** What spells a name without being one. The lengths are bounded so that no text takes long. */
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[e-mail address]'],
  [/(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}\/\S*/gi, '[link]'],
  [/(?<![\w@])@[\w.]{2,64}/g, '[account]'],
];
/** What people are called by their work. */
const WORK = new Set(
  (
    'carer carers nurse senior manager deputy officer cook cleaner driver domestic colleague resident staff agency ' +
    'worker night day shift bank family relative daughter son mother father sister brother wife husband neighbour ' +
    'everybody nobody unknown'
  ).split(' '),
);
/** One private character stands for each mark until all is done, so that no mark is taken for words. */
const FIRST_MARK = 0xe000;
const PRIVATE = /[\ue000-\uf8ff]/g;
const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;

/**
 * @returns blacks out a text of these: names with the same mark everywhere, numbers, dates of birth and addresses. What
 * nobody could know for a name, such as one that is written small and stands alone, stays.
 */
export function blackOut(known: readonly KnownName[], words: Words): (text: string) => string {
  const marks: string[] = [];
  const signOf = (mark: string): string => {
    if (!marks.includes(mark)) marks.push(mark);
    return String.fromCharCode(FIRST_MARK + marks.indexOf(mark));
  };
  const whole = wholeNames(known);
  const first = (text: string): string =>
    [...ADDRESSES, ...whole].reduce(
      (left, [find, mark]) => left.replace(find, signOf(mark)),
      text.replace(PRIVATE, ''),
    );
  const single = singleNames(known, { texts: words.texts.map(first), naming: words.naming.map(first) });
  const runs = new RegExp(`(?:${TITLE})?([\\ue000-\\uf8ff])(?:\\s+([\\ue000-\\uf8ff]))*`, 'gu');
  return (text) =>
    withoutDetails(first(text), signOf)
      .replace(WORD, (word) => withoutName(word, single, signOf))
      .replace(runs, (run) => oneSign(run, signOf(NAME)))
      .replace(PRIVATE, (sign) => marks[sign.charCodeAt(0) - FIRST_MARK] ?? NAME);
}

/** Known names in full, however they are written; the longest first. */
function wholeNames(known: readonly KnownName[]): [RegExp, string][] {
  return known
    .map(({ name, mark }) => ({ mark, parts: name.trim().split(/\s+/).map(escaped) }))
    .filter(({ parts }) => parts.length > 1)
    .sort((one, other) => other.parts.join().length - one.parts.join().length)
    .map(({ mark, parts }) => [
      new RegExp(`(?<!\\p{L})${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu'),
      mark,
    ]);
}

/** Every word of a name that is known or was found, and what stands for it. */
function singleNames(known: readonly KnownName[], { texts, naming }: Words): Map<string, string> {
  const single = new Map<string, string>();
  const add = (word: string, mark: string): void => {
    for (const each of [word, word.toUpperCase()])
      single.set(each, (single.get(each) ?? mark) === mark ? mark : NAME);
  };
  for (const { name, mark } of known) for (const word of wordsOf(name)) add(word, mark);
  const found = texts.flatMap(detailsIn).filter(({ kind }) => kind === 'name');
  const all = [...found.flatMap(({ words }) => wordsOf(words)), ...naming.flatMap(wordsOf)];
  for (const word of all) if (!single.has(word)) add(word, NAME);
  return single;
}

/** The words of a name that can be told from other words. What stands in brackets is a department. */
function wordsOf(name: string): string[] {
  const words = name.replace(/\(.*?\)/g, ' ').match(WORD) ?? [];
  return words
    .map((word) => word.replace(/['’]s$/, ''))
    .flatMap((word) => [word, ...word.split('-')])
    .filter((word) => word.length > 1 && /^\p{Lu}/u.test(word) && mayBeName(word))
    .filter((word) => !isTitle(word) && !WORK.has(word.toLowerCase()));
}

function withoutDetails(text: string, signOf: (mark: string) => string): string {
  const found = detailsIn(text).sort((one, other) => other.words.length - one.words.length);
  return found
    .filter(({ kind }) => kind !== 'name')
    .reduce((left, { kind, words }) => left.replaceAll(words, signOf(DETAIL_MARKS[kind])), text);
}

function withoutName(
  word: string,
  single: ReadonlyMap<string, string>,
  signOf: (mark: string) => string,
): string {
  const owner = /['’]s$/.exec(word)?.[0] ?? '';
  const name = word.slice(0, word.length - owner.length);
  const mark = single.get(name) ?? single.get(name.split('-')[0] ?? '');
  return mark ? `${signOf(mark)}${owner}` : word;
}

/** Several marks in a row are one name; of two people's names nobody knows whose it is. */
function oneSign(run: string, name: string): string {
  const signs = new Set(run.match(PRIVATE) ?? []);
  const [only = name] = signs;
  return signs.size === 1 ? only : name;
}

const isTitle = (word: string): boolean => TITLES.includes(word);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

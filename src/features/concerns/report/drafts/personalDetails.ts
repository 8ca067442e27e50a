/**
 * Finds in a text what a report does not need: names, NHS numbers and dates of birth. A gentle reminder and no sieve:
 * a name that is written small, or alone, is not found.
 */
export function personalDetails(text: string): string[] {
  const found = [...new Set(PATTERNS.flatMap(({ find }) => find(text)))];
  return found.filter((one) => !found.some((other) => other !== one && other.includes(one)));
}

/** What a found name or number may take of a card. */
const [MOST_FOUND, LONGEST_FOUND] = [10, 60];

/** The same as rows of a card. */
export function personalDetailRows(text: string): { readonly words: string }[] {
  const found = personalDetails(text).slice(0, MOST_FOUND);
  return found.map((words) => ({ words: words.slice(0, LONGEST_FOUND) }));
}

/** The same text with initials for names and a word for numbers and dates. */
export function withInitials(text: string): string {
  return PATTERNS.reduce(
    (left, { find, instead }) =>
      find(left).reduce((rest, found) => rest.replaceAll(found, instead(found)), left),
    text,
  );
}

/** Something personal in a text, word for word. */
export interface PersonalDetail {
  readonly kind: 'name' | 'nhsNumber' | 'birthDate';
  readonly words: string;
}

/** The same with what each is. */
export function detailsIn(text: string): PersonalDetail[] {
  return PATTERNS.flatMap(({ kind, find }) => find(text).map((words) => ({ kind, words })));
}

/** Whether a word that is written with a capital may be somebody's name. */
export const mayBeName = (word: string): boolean => !NO_NAMES.has(word.toLowerCase().replace(/['’]s$/, ''));

interface Pattern {
  readonly kind: PersonalDetail['kind'];
  readonly find: (text: string) => string[];
  readonly instead: (found: string) => string;
}

const TITLES = /^(?:Mr|Mrs|Miss|Ms|Mx|Dr)\s/;
/** Also with a capital inside, such as O’Brien and McDonald. */
const NAME = "\\p{Lu}[\\p{L}'’-]*\\p{Ll}";
const TITLED = new RegExp(`\\b(?:Mr|Mrs|Miss|Ms|Mx|Dr)\\.?\\s+${NAME}(?:\\s+${NAME})?`, 'gu');
const CALLED = new RegExp(
  `(?<=\\b(?:service user|resident|client|patient|called|named|name is|name was)\\s+)${NAME}(?:\\s+${NAME})?`,
  'gu',
);
const CAPITALS = new RegExp(`(?<![\\p{L}])${NAME}(?:\\s+${NAME})+(?![\\p{L}])`, 'gu');
/** Written with a capital without being anybody's name. */
const NO_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december facebook whatsapp instagram messenger tiktok snapchat twitter youtube ' +
    'linkedin reddit teams google microsoft apple the a an in on at my our his her their this that these those he ' +
    'she they we it i if when then there what who why how yes no please not nobody somebody someone everybody ' +
    'house home court lodge street road lane avenue close hall care services service council team group chat page ' +
    'westmorland furness cumbria england english british nhs cqc hr to for from with and but or so as by about ' +
    'after before while since because today yesterday last next christmas easter boxing day new year'
  ).split(' '),
);
const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const DATE = '\\d{1,2}(?:[./-]\\d{1,2}[./-]|(?:st|nd|rd|th)?(?: of)? \\p{L}{3,9},? )\\d{2,4}';
const BORN = new RegExp(
  `(?<=\\b(?:born|dob|d\\.o\\.b\\.?|date of birth|birthday)\\b[^\\d.!?]{0,20})${DATE}`,
  'giu',
);
/** A full date with a year in which whoever was born is grown up. */
const LONG_AGO = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19\d\d|200\d)(?!\d)/g;

const PATTERNS: readonly Pattern[] = [
  { kind: 'name', find: (text) => text.match(TITLED) ?? [], instead: initials },
  { kind: 'name', find: (text) => (text.match(CALLED) ?? []).filter(isName), instead: initials },
  { kind: 'name', find: (text) => (text.match(CAPITALS) ?? []).flatMap(namesOfRun), instead: initials },
  {
    kind: 'nhsNumber',
    find: (text) => (text.match(TEN_DIGITS) ?? []).filter(isNhsNumber),
    instead: () => '(NHS number)',
  },
  {
    kind: 'birthDate',
    find: (text) => [...(text.match(BORN) ?? []), ...(text.match(LONG_AGO) ?? [])],
    instead: () => '(date of birth)',
  },
];

const isName = (found: string): boolean => found.split(/\s+/).every(mayBeName);

/** Several words with capitals, cut where one is nobody's name: "Yesterday Ada Exampleby". One alone is left. */
function namesOfRun(run: string): string[] {
  const names: string[][] = [[]];
  for (const word of run.split(/(?<=\s)(?=\S)/))
    if (mayBeName(word.trim()) && !TITLES.test(word)) names.at(-1)?.push(word);
    else names.push([]);
  return names.filter((words) => words.length > 1).map((words) => words.join('').trim());
}

function initials(name: string): string {
  const words = name.replace(/^(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.?\s+/u, '').split(/[\s-]+/);
  return words.map((word) => `${word.charAt(0)}.`).join('');
}

/** The tenth digit checks the other nine (NHS Data Dictionary, "NHS Number"). */
function isNhsNumber(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/**
 * Finds in a text what a report does not need: names, NHS numbers and dates of birth. A gentle reminder and no sieve:
 * a name that is written small, or alone, is not found.
 */
export function personalDetails(text: string): string[] {
  return [...new Set(PATTERNS.flatMap(({ find }) => find(text)))];
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

interface Pattern {
  readonly find: (text: string) => string[];
  readonly instead: (found: string) => string;
}

const NAME = "\\p{Lu}[\\p{Ll}'’-]+(?:-\\p{Lu}\\p{Ll}+)?";
const TITLED = new RegExp(`\\b(?:Mr|Mrs|Miss|Ms|Mx|Dr)\\.?\\s+${NAME}(?:\\s+${NAME})?`, 'gu');
const CALLED = new RegExp(
  `(?<=\\b(?:service user|resident|client|patient|called|named|name is|name was)\\s+)${NAME}(?:\\s+${NAME})?`,
  'gu',
);
const TWO_CAPITALS = new RegExp(`(?<![\\p{L}])${NAME}\\s+${NAME}(?![\\p{L}])`, 'gu');
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
  { find: (text) => text.match(TITLED) ?? [], instead: initials },
  { find: (text) => (text.match(CALLED) ?? []).filter(isName), instead: initials },
  { find: (text) => (text.match(TWO_CAPITALS) ?? []).filter(isName), instead: initials },
  { find: (text) => (text.match(TEN_DIGITS) ?? []).filter(isNhsNumber), instead: () => '(NHS number)' },
  {
    find: (text) => [...(text.match(BORN) ?? []), ...(text.match(LONG_AGO) ?? [])],
    instead: () => '(date of birth)',
  },
];

const isName = (found: string): boolean =>
  found.split(/\s+/).every((word) => !NO_NAMES.has(word.toLowerCase().replace(/['’]s$/, '')));

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

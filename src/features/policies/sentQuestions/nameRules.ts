import { FUNCTION_WORDS, ROLE_WORDS } from './ordinaryWords';
import type { TypedWord } from './typedWords';

/** Whether the word at this place stands where a name, an address or a date stands. */
export type NameRule = (words: readonly TypedWord[], at: number) => boolean;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const TITLES = wordSet('mr mrs ms mx dr prof rev mister missus');
const CALLED = wordSet('called named surname nickname nicknamed alias aka');
const NAME_IS = wordSet('is was');
const NAME_OF = wordSet("names name's");

/** "mrs day", "called poppy", "her name is grace". */
const afterTitle: NameRule = (words, at) => {
  const [second, first] = [lower(words, at - 2), lower(words, at - 1)];
  if (FUNCTION_WORDS.has(lower(words, at)) || !joined(words, at)) return false;
  const named = CALLED.has(first) && !ROLE_WORDS.has(lower(words, at));
  return TITLES.has(first) || named || NAME_OF.has(first) || (NAME_IS.has(first) && second === 'name');
};

/** Kinds of street and house that always have a name before them: "beech lodge", "12 station road". */
const AFTER_ANY_NAME = wordSet(
  'road rd street lane avenue ave terrace crescent lodge manor grange croft cottage cottages villas villa mews',
);
/** Kinds that also stand by themselves, so that the name must follow a word of place: "at heron hill". */
const AFTER_A_PLACE_NAME = wordSet(
  'drive close court hall house gardens garden hill bank view park green bridge mount fold garth brow rise bungalows ' +
    'meadow meadows field fields row square place way walk end head side wood woods heights towers centre',
);
const PLACING = wordSet('at in from near to of off by outside inside on round down up');
const HOME_KINDS = wordSet('care nursing residential rest retirement');

/** The name before a street or house, and the word for the street or house. */
const streetOrHouse: NameRule = (words, at) => endsAddress(words, at) || endsAddress(words, at + 1);

function endsAddress(words: readonly TypedWord[], at: number): boolean {
  const [kind, name] = [lower(words, at), lower(words, at - 1)];
  if (!joined(words, at) || !couldBeName(name)) return false;
  return AFTER_ANY_NAME.has(kind) || (AFTER_A_PLACE_NAME.has(kind) && PLACING.has(lower(words, at - 2)));
}

/** "sunny bank care home": up to two words before it. */
const namedHome: NameRule = (words, at) => {
  const beforeHome = (place: number): boolean =>
    HOME_KINDS.has(lower(words, place)) && lower(words, place + 1) === 'home';
  const name = couldBeName(lower(words, at));
  return name && (beforeHome(at + 1) || (beforeHome(at + 2) && couldBeName(lower(words, at + 1))));
};

function couldBeName(word: string): boolean {
  return word !== '' && !FUNCTION_WORDS.has(word) && !ROLE_WORDS.has(word);
}

const NUMBER = /^(?:ten|eleven|twelve|\w+teen|\w+ty(?:first|second|third|\w+th)?|hundred|thousand)$/;
const TENS = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty/;
const TEENS = /^(?:thir|four|fif|six|seven|eigh|nine)teen/;
const ORDINAL =
  /^(?:third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thousand|hundred)th|\w+teenth|\w+tieth)$/;
const SMALL_NUMBER = wordSet(
  'one two three four five six seven eight nine first second oh double triple zero nought',
);
const NUMBERED = wordSet('room flat bed unit ward bay door bungalow apartment extension pin number');

/** Numbers in words, which make up dates and ages: "the fourth of the eighth forty two". */
const number: NameRule = (words, at) => {
  const word = lower(words, at);
  if (isNumber(word)) return true;
  if (!SMALL_NUMBER.has(word)) return false;
  const beside = [at - 1, at + 1].some((place) => isNumber(lower(words, place)));
  return beside || NUMBERED.has(lower(words, at - 1)) || runOfThree(words, at);
};

/** In figures or in words. */
function isNumber(word: string): boolean {
  if (/\p{N}/u.test(word)) return true;
  if (NUMBER.test(word) && (TENS.test(word) || TEENS.test(word) || !/t(?:y|een)/.test(word))) return true;
  return ORDINAL.test(word);
}

/** A telephone number said aloud. */
function runOfThree(words: readonly TypedWord[], at: number): boolean {
  const small = (place: number): boolean => SMALL_NUMBER.has(lower(words, place));
  return [at - 2, at - 1, at].some((from) => small(from) && small(from + 1) && small(from + 2));
}

const BEFORE_A_PERSON = wordSet(
  'can could should would does did is was has had to from by with of for about my our told asked if because hi hello ' +
    'dear poor in since last next until',
);
const AFTER_A_PERSON = wordSet(
  'said says is was has did does posted posts wants told can could should would',
);

/** "can will post", "may said", "12 may", "will's photo": where neither the helping verb nor the wish can stand. */
const willOrMay: NameRule = (words, at) => {
  const word = lower(words, at);
  if (/^(?:will|may)'s$/.test(word)) return true;
  if (word !== 'will' && word !== 'may') return false;
  const [before, after] = [lower(words, at - 1), lower(words, at + 1)];
  const dated = [at - 1, at + 1].some((place) => isNumber(lower(words, place)));
  return dated || BEFORE_A_PERSON.has(before) || AFTER_A_PERSON.has(after);
};

export const NAME_RULES: readonly NameRule[] = [afterTitle, streetOrHouse, namedHome, number, willOrMay];

function lower(words: readonly TypedWord[], at: number): string {
  return words[at]?.lower ?? '';
}

/** Whether nothing but space stands between this word and the one before. */
export function joined(words: readonly TypedWord[], at: number): boolean {
  return at > 0 && words[at]?.gap.trim() === '';
}

import { normalise, wordsOf } from './words';

const opening =
  /^(and|but|so|or|even|also|then|what about|what if|how about|how come|why|same|does that|does it|is that|is it|not even|only if|where|when|who|if|because|really|still|ok but|okay but|the|only|just|unless|except|including|in)\b/;

const pointingBack =
  /\b(it|its|that|thats|this|they|them|those|these|she|he|her|him|his|one|there|then|instead|either|too)\b/;

/** The earlier question that a message cannot be understood without, if it is of that sort. */
export function questionBefore(text: string, previous: readonly string[]): string | undefined {
  const before = previous.findLast((turn) => wordsOf(turn).length > 2);
  return before !== undefined && leansBack(text) ? before : undefined;
}

function leansBack(text: string): boolean {
  const normalised = normalise(text);
  const count = wordsOf(normalised).length;
  if (count <= 4) return true;
  return count <= 12 && (opening.test(normalised) || pointingBack.test(normalised));
}

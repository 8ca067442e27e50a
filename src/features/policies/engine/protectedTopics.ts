import type { ProtectedTopic } from '../policy';
import { isSlipOf } from './slips';
import { normalise, wordsOf } from './words';

/** Finds the topic on which nobody is to be silenced that a text touches. */
export type ProtectedTopicFinder = (text: string) => string | null;

/** Stands before a word that is also meant when somebody slips in typing it. */
const SLIPS_TOO = '~';
/** Stands where a phrase was taken out, so that the words on either side do not make a new one. */
const TAKEN_OUT = ' | ';

/** A finder for the topics of content/protectedTopics.json; the first topic that fits is found. */
export function createProtectedTopicFinder(topics: readonly ProtectedTopic[]): ProtectedTopicFinder {
  const finders = topics.map((topic) => ({ id: topic.id, touches: touching(topic) }));
  return (text) => {
    const words = wordsOf(normalise(text).replace(/[-_]/g, ' ')).join(' ');
    return finders.find(({ touches }) => touches(words))?.id ?? null;
  };
}

function touching({ words, unless }: ProtectedTopic): (text: string) => boolean {
  const phrases = anyPhrase(words.filter((word) => !word.startsWith(SLIPS_TOO)));
  const slips = words.filter((word) => word.startsWith(SLIPS_TOO)).map((word) => word.slice(1));
  const other = unless.length > 0 ? new RegExp(anyPhrase(unless), 'gu') : undefined;
  return (text) => {
    const rest = other ? text.replace(other, TAKEN_OUT) : text;
    return phrases.test(rest) || rest.split(' ').some((typed) => slips.some((word) => isSlipOf(word, typed)));
  };
}

/** `*` at the end of a word stands for any ending. */
function anyPhrase(phrases: readonly string[]): RegExp {
  const patterns = phrases.map((phrase) => phrase.replaceAll('*', '[\\p{L}\\p{N}]*'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

import type { Affected, Answers, Draft, Kind } from '../draft';
import type { DraftInput } from '../drafts/draftChanges';
import { nextStep, unanswered } from '../nextStep';
import { NOBODY, UNLISTED, involvedIn, involvedValue } from '../involved';
import type { MayHandle } from '../mayHandle';
import {
  AS_IT_IS,
  BACK,
  DELETE,
  GO_ON,
  INITIALS,
  KEEP,
  KEPT,
  LATER,
  NO,
  NOBODY_INVOLVED,
  RING_ME,
  SEND,
  SHOWN,
  SOMEBODY_ELSE_INVOLVED,
  UNSURE,
  YES,
} from './shortAnswers';
import { AFFECTED_LABELS, KIND_LABELS } from '../../case/wording';
import { plain } from './plainWords';

/** What typed words mean at the present step. */
export type Understood =
  | DraftInput
  | { readonly do: 'delete' }
  | { readonly do: 'later' }
  | { readonly do: 'send' }
  | { readonly do: 'ringMe' }
  /** Words that are no answer to what was asked. */
  | { readonly do: 'unclear' };

/** A free text that came before it was asked for has at least this many words; less is taken for a missed answer. */
const FEWEST_WORDS_OF_A_TEXT = 5;
/** Names of kinds and people are short; a longer text that contains such a word tells what happened. */
const MOST_WORDS_OF_A_NAME = 7;

const KIND_WORDS: Readonly<Record<Kind, RegExp>> = {
  bullying: /bull(y|ied)|intimidat|harass/,
  picture: /picture|photo|image|video/,
  confidential: /confidential|private information|information shared/,
  comments: /comment|post about/,
  contact: /contact|friend request/,
  sexual: /sexual|unlawful|illegal|explicit/,
  pretending: /pretend|fake|imperson/,
  ownData: /my (own )?(data|records?|personal information)/,
  socialMedia: /raised on social media|raised online|posted a complaint/,
  other: /^(something else|other|none of (these|them))$/,
};
const AFFECTED_WORDS: Readonly<Record<Affected, RegExp>> = {
  me: /^(me|myself|i am|i|its me|just me)$/,
  ownJob: /\bmy (own )?(job|pay|hours|contract|treatment)\b|treated at work/,
  serviceUser: /service user|client|resident|patient/,
  colleague: /colleague|co ?worker|work with|staff/,
  service: /^(the )?(service|council|company|organisation|team)$/,
  somebodyElse: /^(somebody|someone|anybody) else$|^other$|^others$/,
};

/**
 * Finds what typed words mean. Pure: the same words at the same step always mean the same.
 * @param people whose names count as an answer at the last step
 */
export function understand(draft: Draft, text: string, people: readonly MayHandle[] = []): Understood {
  const words = plain(text);
  if (LATER.includes(words)) return { do: 'later' };
  switch (nextStep(draft)) {
    case 'cancel':
      if (DELETE.includes(words)) return { do: 'delete' };
      return KEEP.includes(words) ? { do: 'keep', answers: {} } : { do: 'unclear' };
    case 'danger':
      return danger(words) ?? told(text);
    case 'goOn':
      return GO_ON.includes(words) ? { do: 'goOn', answers: {} } : (backTo('danger', words) ?? told(text));
    case 'hr':
      return atHr(words) ?? backTo('about', words) ?? { do: 'unclear' };
    case 'personal':
      return atPersonal(words) ?? backTo('about', words) ?? told(text);
    case 'about':
      return backTo('danger', words) ?? about(draft, words, text);
    case 'review':
      return backTo('about', words) ?? atReview(draft, words, people);
  }
}

/** True when the words answer the open question by being written down: then only a plain question is not part of it. */
export function asksForFreeText(draft: Draft): boolean {
  return nextStep(draft) === 'about' && unanswered(draft)[0] === 'what';
}

/** True for words that stand on the card: whoever types them chooses, and tells nothing, whatever they sound like. */
export function areOffered(text: string): boolean {
  const words = plain(text);
  return [labelled(KIND_LABELS, words), labelled(AFFECTED_LABELS, words)].some((key) => key !== undefined);
}

/** True for the words that send a report. */
export function saysSend(text: string): boolean {
  return SEND.includes(plain(text));
}

function danger(words: string): Understood | undefined {
  if (YES.includes(words) || UNSURE.includes(words)) return { do: 'answer', answers: { danger: 'yes' } };
  return NO.includes(words) ? { do: 'answer', answers: { danger: 'no' } } : undefined;
}

function about(draft: Draft, words: string, text: string): Understood {
  const open = unanswered(draft);
  if (open[0] === 'what') return { do: 'tell', text };
  const answers = named(open.length === 0 ? ['kind', 'affected'] : open, words);
  return answers ? { do: 'answer', answers } : told(text);
}

function named(open: readonly string[], words: string): Answers | undefined {
  const kind = open.includes('kind') ? meantBy(KIND_LABELS, KIND_WORDS, words) : undefined;
  if (kind) return { kind };
  const affected = open.includes('affected') ? meantBy(AFFECTED_LABELS, AFFECTED_WORDS, words) : undefined;
  return affected && { affected };
}

function meantBy<K extends string>(
  labels: Readonly<Record<K, string>>,
  patterns: Readonly<Record<K, RegExp>>,
  words: string,
): K | undefined {
  const exact = labelled(labels, words);
  if (exact || words.split(' ').length > MOST_WORDS_OF_A_NAME) return exact;
  return onlyMatch(patterns, words);
}

function labelled<K extends string>(labels: Readonly<Record<K, string>>, words: string): K | undefined {
  return (Object.keys(labels) as K[]).find((key) => plain(labels[key]) === words);
}

function onlyMatch<K extends string>(patterns: Readonly<Record<K, RegExp>>, words: string): K | undefined {
  const found = (Object.keys(patterns) as K[]).filter((key) => patterns[key].test(words));
  return found.length === 1 ? found[0] : undefined;
}

function atHr(words: string): Understood | undefined {
  if (RING_ME.includes(words)) return { do: 'ringMe' };
  return GO_ON.includes(words) ? { do: 'goOn', answers: {} } : undefined;
}

function atPersonal(words: string): Understood | undefined {
  if (INITIALS.includes(words)) return { do: 'initials', answers: {} };
  return AS_IT_IS.includes(words) ? { do: 'goOn', answers: {} } : undefined;
}

function atReview(draft: Draft, words: string, people: readonly MayHandle[]): Understood {
  if (saysSend(words)) return { do: 'send' };
  if (SHOWN.includes(words)) return { do: 'answer', answers: { name: 'shown' } };
  if (KEPT.includes(words)) return { do: 'answer', answers: { name: 'kept' } };
  const more = involvedBy(words, people);
  if (!more) return { do: 'unclear' };
  const chosen = more === NOBODY ? NOBODY : [involvedValue(draft), more].filter(Boolean).join(',');
  return { do: 'answer', answers: involvedIn(chosen) };
}

/** Whom typed words name, as the choice on the card does. Of two people with one name both are meant: it is the safe side. */
function involvedBy(words: string, people: readonly MayHandle[]): string | undefined {
  if (NOBODY_INVOLVED.includes(words)) return NOBODY;
  if (SOMEBODY_ELSE_INVOLVED.includes(words)) return UNLISTED;
  const name = words.replace(/ is involved$/, '');
  return (
    people
      .filter((one) => plain(one.name) === name)
      .map(({ id }) => id)
      .join(',') || undefined
  );
}

function backTo(to: 'danger' | 'about', words: string): Understood | undefined {
  return BACK.includes(words) ? { do: 'change', to, answers: {} } : undefined;
}

function told(text: string): Understood {
  return text.trim().split(/\s+/).length >= FEWEST_WORDS_OF_A_TEXT ? { do: 'tell', text } : { do: 'unclear' };
}

import type { Kind } from '../report/draft';

/** What may be added to a report after it was sent, in the order in which it is asked. */
export const DETAIL_QUESTIONS = [
  'who',
  'platform',
  'when',
  'link',
  'online',
  'told',
  'evidence',
  'witnesses',
  'more',
] as const;
export type DetailQuestion = (typeof DETAIL_QUESTIONS)[number];

/** How much may be added at once, in UTF-16 code units. */
export const LONGEST_DETAIL = 4_000;
/** How many additions one report takes: all of them must fit the handler's dialog. */
export const MOST_DETAILS = 60;

export interface QuestionWords {
  readonly title: string;
  readonly hint: string;
}

const WORDS: Readonly<Record<DetailQuestion, QuestionWords>> = {
  who: {
    title: 'Who did it?',
    hint: 'A role, initials or the name of an account. Leave it if you do not know.',
  },
  platform: { title: 'Where was it?', hint: 'For example Facebook, WhatsApp or a group chat.' },
  when: { title: 'When was it?', hint: 'A day, "yesterday", or as near as you remember.' },
  link: { title: 'Is there a link to it?', hint: 'Copy it here if you have it. I do not open it.' },
  online: { title: 'Can it still be seen?', hint: 'Yes, no or not sure, and since when.' },
  told: {
    title: 'Have you told anybody?',
    hint: 'For example your manager, the police or the website. A role is enough.',
  },
  evidence: {
    title: 'Do you have a picture or a copy of it?',
    hint: 'Keep it safe and do not send it. Tell us in words what you have and what it shows.',
  },
  witnesses: { title: 'Who else saw it?', hint: 'A role or initials are enough.' },
  more: { title: 'Is there anything else?', hint: 'Anything that may help.' },
};

/** Copies of such material may be unlawful in themselves. */
const NO_COPIES: QuestionWords = {
  title: 'Where can it be found?',
  hint: 'Do not copy, screenshot or forward it. Note here where it is, and tell the police or safeguarding.',
};

/** What does not matter for a kind, so that nobody is asked for nothing. */
const NOT_ASKED: Readonly<Record<Kind, readonly DetailQuestion[]>> = {
  bullying: [],
  picture: ['witnesses'],
  confidential: ['witnesses'],
  comments: [],
  contact: ['link', 'online'],
  sexual: ['witnesses'],
  pretending: ['who', 'witnesses'],
  ownData: ['who', 'platform', 'link', 'online', 'witnesses'],
  socialMedia: ['witnesses'],
  other: [],
};

export function wordsOf(question: DetailQuestion, kind: Kind): QuestionWords {
  return question === 'evidence' && kind === 'sexual' ? NO_COPIES : WORDS[question];
}

/** The first question for a kind. */
export function firstQuestion(kind: Kind): DetailQuestion {
  return DETAIL_QUESTIONS.find((question) => !NOT_ASKED[kind].includes(question)) ?? 'more';
}

/** The question after this one, or undefined after the last. */
export function questionAfter(question: DetailQuestion, kind: Kind): DetailQuestion | undefined {
  const later = DETAIL_QUESTIONS.slice(DETAIL_QUESTIONS.indexOf(question) + 1);
  return later.find((next) => !NOT_ASKED[kind].includes(next));
}

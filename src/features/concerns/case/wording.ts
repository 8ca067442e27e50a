import type { Case, Outcome, Reply, Urgency } from './case';
import type { Affected, Danger, Kind, NameChoice } from '../report/draft';

/** The words of cards, in one place so that they can be reviewed in one place. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  bullying: 'Cyber-bullying or intimidation',
  picture: 'A picture of a service user or a colleague',
  confidential: 'Confidential information was shared',
  comments: 'Comments about people or the service',
  contact: 'Contact with a service user',
  sexual: 'Sexual or unlawful material',
  pretending: 'Somebody pretending to be me or the service',
  ownData: 'A complaint about my own data',
  socialMedia: 'A concern that somebody raised on social media',
  other: 'Something else',
};

export const AFFECTED_LABELS: Readonly<Record<Affected, string>> = {
  me: 'Me',
  ownJob: 'Me: my own job, or how I am treated at work',
  serviceUser: 'A service user',
  colleague: 'A colleague',
  service: 'The service',
  somebodyElse: 'Somebody else',
};

export const DANGER_LABELS: Readonly<Record<Danger, string>> = {
  yes: 'Yes, somebody may be in danger',
  no: 'No, nobody is in danger now',
};

export const NAME_LABELS: Readonly<Record<NameChoice, string>> = {
  kept: 'Keep my name back',
  shown: 'Show my name to the complaints team',
};

export const URGENCY_LABELS: Readonly<Record<Urgency, string>> = {
  danger: 'At once: somebody may be in danger',
  soon: 'Soon',
  normal: 'Normal',
};

export const STATUS_LABELS: Readonly<Record<Case['status'], string>> = {
  new: 'New',
  taken: 'Taken on',
  closed: 'Closed',
};

/** For the reporter, in `my reports`. */
export const REPORTER_STATUS: Readonly<Record<Case['status'], string>> = {
  new: 'Sent. Waiting for the complaints team to take it on.',
  taken: 'Somebody in the complaints team is looking into it.',
  closed: 'Closed.',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  upheld: 'Upheld',
  partly: 'Partly upheld',
  notUpheld: 'Not upheld',
  passedOn: 'Passed on to another process',
  noAction: 'No action needed',
};

/** Reviewed wording: what a reporter is told when a case is closed. Says nothing of what became of anybody. */
export const REPLY_WORDS: Readonly<Record<Reply, string>> = {
  dealtWith:
    'We looked into what you told us and did what we found to be needed. We cannot tell you about steps that concern other people.',
  nothingFound:
    'We looked into what you told us. With what we have, we did not find a reason to do more now. You were right to tell us.',
  passedOn: 'What you told us belongs with another team, and we have passed it on to them.',
  moreNeeded:
    'We could not look into this further with what we know. If you can tell us more, add it to your report, and the complaints team can see it.',
};

/** The words by which a handler picks one of them. */
export const REPLY_LABELS: Readonly<Record<Reply, string>> = {
  dealtWith: 'We looked into it and did what was needed',
  nothingFound: 'We looked into it and found no reason to do more',
  passedOn: 'We passed it on to another team',
  moreNeeded: 'We could not go further with what we know',
};

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** Choices for a card, in the order of the labels. */
export function choices(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, title]) => ({ title, value }));
}

import { HELP_WORDS } from '../campaign/needs';
import { isSignedOnPaper } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import { dayInWords, momentInWords } from '../dates';
import type { NameList } from './namesPage';

/** What a manager can do about somebody who cannot be reached. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  blocked: 'Has blocked me. Ask them to unblock me in Teams.',
  notInstalled: 'Does not have me in Teams. Ask your administrator to add me for them.',
  left: 'Teams no longer knows this person. Check whether they have left.',
  failed: 'Teams did not take the message. Talk to them, or ask your administrator.',
};

/** The line below a name. */
export function detailOf(show: NameList, recipient: Recipient): string {
  if (show === 'unreachable') return WHAT_TO_DO[recipient.delivery] ?? '';
  if (show === 'confirmed') {
    if (isSignedOnPaper(recipient)) return onPaperInWords(recipient);
    return `${momentInWords(recipient.acknowledgedAt ?? '')}, receipt number ${recipient.receipt ?? ''}`;
  }
  return [waitingInWords(recipient), ...needsInWords(recipient)].join(' ');
}

function waitingInWords(recipient: Recipient): string {
  if (recipient.paper?.disputedAt) return 'Says that they did not sign the paper. Please talk to them.';
  if (recipient.delivery === 'onPaper') return 'To be asked on paper.';
  return recipient.deliveredAt
    ? `Has had the request since ${momentInWords(recipient.deliveredAt)}.`
    : 'Not sent yet.';
}

function needsInWords({ needs }: Recipient): string[] {
  return (needs ?? []).map(
    ({ help, askedAt }) => `Asked for ${HELP_WORDS[help]} on ${momentInWords(askedAt)}.`,
  );
}

function onPaperInWords({ paper, receipt }: Recipient): string {
  return `On paper, signed on ${dayInWords(paper?.signedOn ?? '')}, receipt number ${receipt ?? ''}`;
}

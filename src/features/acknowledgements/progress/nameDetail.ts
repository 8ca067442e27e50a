import { HELP_WORDS } from '../campaign/needs';
import { isSignedOnPaper } from '../campaign/onPaper';
import type { Recipient } from '../campaign/recipient';
import { dayInWords, momentInWords } from '../dates';
import type { NameList } from './namesPage';
import { whyUnreachable, whyWaiting } from './nextSteps';

/** The line below a name. */
export function detailOf(show: NameList, recipient: Recipient): string {
  if (show === 'unreachable') return whyUnreachable(recipient);
  if (show === 'confirmed') {
    if (isSignedOnPaper(recipient)) return onPaperInWords(recipient);
    return `${momentInWords(recipient.acknowledgedAt ?? '')}, receipt number ${recipient.receipt ?? ''}`;
  }
  return [waitingInWords(recipient), ...needsInWords(recipient)].join(' ');
}

function waitingInWords(recipient: Recipient): string {
  if (recipient.paper?.disputedAt) return 'Says that they did not sign the paper. Please talk to them.';
  if (recipient.delivery === 'onPaper') return 'To be asked on paper.';
  return whyWaiting(recipient);
}

function needsInWords({ needs }: Recipient): string[] {
  return (needs ?? []).map(
    ({ help, askedAt }) => `Asked for ${HELP_WORDS[help]} on ${momentInWords(askedAt)}.`,
  );
}

function onPaperInWords({ paper, receipt }: Recipient): string {
  return `On paper, signed on ${dayInWords(paper?.signedOn ?? '')}, receipt number ${receipt ?? ''}`;
}

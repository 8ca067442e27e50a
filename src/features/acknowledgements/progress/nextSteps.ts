import { MOST_REMINDERS } from '../campaign/reminded';
import type { Recipient } from '../campaign/recipient';
import { dayInWords, momentInWords, timeInWords } from '../dates';

const NEXT_RETRY = 'then press Retry failed.';
const UNBLOCK = 'Has blocked me. Ask them to unblock me in Teams';
const INSTALL = 'Does not have me in Teams. Ask your administrator to add me for them';

/** Why Teams took nothing at all, by the refusal of the last try. */
const FAILED: Readonly<Record<string, string>> = {
  unavailable: 'Teams could not be reached for hours. Press Retry failed when it works again.',
  forbidden: `Teams does not let me write to them. Ask your administrator to allow it, ${NEXT_RETRY}`,
  tooLarge: 'Teams did not take the message because it is too long. Send a new request with fewer words.',
};
const FAILED_OTHERWISE = `Teams did not take the message. Talk to them, or ask your administrator, ${NEXT_RETRY}`;

/** What became of somebody who cannot be reached, and what a manager can do about it. */
export function whyUnreachable(recipient: Recipient): string {
  switch (recipient.delivery) {
    case 'blocked':
      return `${UNBLOCK}, ${NEXT_RETRY}`;
    case 'notInstalled':
      return `${INSTALL}, ${NEXT_RETRY}`;
    case 'left':
      return recipient.leftTeamAt
        ? `Left the team without confirming (seen on ${momentInWords(recipient.leftTeamAt)}). Nothing to do.`
        : 'Teams no longer knows this person. Check whether they have left.';
    default:
      return FAILED[recipient.refusal ?? ''] ?? FAILED_OTHERWISE;
  }
}

/** Where somebody stands who has still to confirm, and what a manager can do about it. */
export function whyWaiting(recipient: Recipient): string {
  const { awayUntil, ownDue } = recipient;
  if (awayUntil) return `Away until ${dayInWords(awayUntil)}. I send them nothing until then.`;
  const own = ownDue ? ` Was away: has until ${dayInWords(ownDue)}.` : '';
  return whyWaitingHere(recipient) + own;
}

function whyWaitingHere(recipient: Recipient): string {
  if (recipient.delivery === 'covered') {
    return 'Is asked by another request for the same policy. It counts here when they confirm.';
  }
  if (recipient.delivery !== 'delivered') return notSentYet(recipient);
  const since = recipient.deliveredAt ? ` since ${momentInWords(recipient.deliveredAt)}` : '';
  return [`Has had the request${since}.`, ...reminders(recipient)].join(' ');
}

function notSentYet({ nextTryAt }: Recipient): string {
  return nextTryAt ? `Teams did not take it yet. I try again at ${timeInWords(nextTryAt)}.` : 'Not sent yet.';
}

function reminders({ reminders: count = 0, remindedAt, reminderRefusal }: Recipient): string[] {
  const words: string[] = [];
  if (count > 0 && remindedAt) {
    const times = count === 1 ? 'Reminded once' : `Reminded ${count} times`;
    words.push(`${times}, the last time on ${momentInWords(remindedAt)}.`);
  }
  if (count >= MOST_REMINDERS) words.push('Please talk to them.');
  if (reminderRefusal) words.push(whyNotReminded(reminderRefusal));
  return words;
}

function whyNotReminded(refusal: string): string {
  if (refusal === 'blocked') return `The last reminder did not reach them: ${lower(UNBLOCK)}.`;
  if (refusal === 'notInstalled') return `The last reminder did not reach them: ${lower(INSTALL)}.`;
  return 'The last reminder did not reach them. Please talk to them.';
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

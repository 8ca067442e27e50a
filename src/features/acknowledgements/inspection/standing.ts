import { HELP_WORDS } from '../campaign/needs';
import type { Recipient } from '../campaign/recipient';
import { dayInWords, momentInWords } from '../dates';
import { whyUnreachable, whyWaiting } from '../progress/nextSteps';

/** A moment that a page is about: the end of a day in London, or now. */
export interface AsAt {
  /** A calendar day in London. */
  readonly day: string;
  /** ISO. */
  readonly moment: string;
}

/** Where somebody stood, in the order in which a page tells it. */
export const GROUPS = [
  'confirmed',
  'onPaper',
  'away',
  'outstanding',
  'notReached',
  'left',
  'withdrawn',
] as const;
export type Group = (typeof GROUPS)[number];

/** A row, also where it says until which day somebody is away. */
type Row = Recipient & { readonly awayUntil?: string | undefined };

/** Where the person of this row stood at that moment; reasons for not being reached are known as they are now. */
export function groupAt(row: Row, { day, moment }: AsAt): Group {
  if (row.acknowledgedAt && row.acknowledgedAt <= moment) return 'confirmed';
  if (row.paper && row.paper.signedOn <= day && !isDisputed(row, moment)) return 'onPaper';
  if (row.leftTeamAt && row.leftTeamAt <= moment) return 'left';
  if (row.delivery === 'cancelled') return 'withdrawn';
  if (row.awayUntil && row.awayUntil > day) return 'away';
  if (row.delivery === 'covered' || row.delivery === 'onPaper') return 'outstanding';
  return row.deliveredAt && row.deliveredAt <= moment ? 'outstanding' : 'notReached';
}

function isDisputed({ paper }: Row, moment: string): boolean {
  return paper?.disputedAt !== undefined && paper.disputedAt <= moment;
}

/** How it stood, in words. */
export function howItStood(row: Row, at: AsAt): string {
  switch (groupAt(row, at)) {
    case 'confirmed':
      return `${momentInWords(row.acknowledgedAt ?? '')}, receipt number ${row.receipt ?? ''}`;
    case 'onPaper':
      return `Signed on ${dayInWords(row.paper?.signedOn ?? '')}, receipt number ${row.receipt ?? ''}`;
    case 'away':
      return `Away until ${dayInWords(row.awayUntil ?? '')}`;
    case 'left':
      return `Left the team without confirming, seen on ${momentInWords(row.leftTeamAt ?? '')}`;
    case 'withdrawn':
      return 'The request was withdrawn';
    case 'outstanding':
      return outstandingInWords(row);
    case 'notReached':
      return notReachedInWords(row, at);
  }
}

function outstandingInWords({ delivery, deliveredAt }: Row): string {
  if (delivery === 'onPaper') return 'To be asked on paper';
  if (delivery === 'covered') return 'Asked by another request for the same policy';
  return `Has had the request since ${momentInWords(deliveredAt ?? '')}`;
}

function notReachedInWords(row: Row, { moment }: AsAt): string {
  if (row.deliveredAt && row.deliveredAt > moment) return `Got it on ${momentInWords(row.deliveredAt)}`;
  return row.delivery === 'pending' ? whyWaiting(row) : whyUnreachable(row);
}

/** What was done about somebody, each with its date. */
export function whatWasDone(row: Row): string {
  const done = [...triesInWords(row), ...remindersInWords(row), ...needsInWords(row), ...paperInWords(row)];
  return done.join(' ');
}

function triesInWords({ attempts, activityId }: Row): string[] {
  if (attempts === 0 || activityId) return [];
  return [attempts === 1 ? 'Tried once.' : `Tried ${attempts} times.`];
}

function remindersInWords({ reminders = 0, remindedAt }: Row): string[] {
  if (reminders === 0 || !remindedAt) return [];
  const times = reminders === 1 ? 'Reminded once' : `Reminded ${reminders} times, the last time`;
  return [`${times} on ${momentInWords(remindedAt)}.`];
}

function needsInWords({ needs = [] }: Row): string[] {
  return needs.map(({ help, askedAt, toldAt }) => {
    const told = toldAt ? `, and the manager was told on ${momentInWords(toldAt)}` : '';
    return `Asked for ${HELP_WORDS[help]} on ${momentInWords(askedAt)}${told}.`;
  });
}

function paperInWords({ paper }: Row): string[] {
  if (!paper) return [];
  const recorded = `A paper of ${dayInWords(paper.signedOn)} was recorded on ${momentInWords(paper.recordedAt)}.`;
  if (!paper.disputedAt) return [recorded];
  return [recorded, `They said on ${momentInWords(paper.disputedAt)} that they did not sign it.`];
}

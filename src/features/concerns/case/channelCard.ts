import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from './case';
import { isHeld } from '../work/workInWords';
import { receivedOn } from '../report/submit';
import { KIND_LABELS, STATUS_LABELS, URGENCY_LABELS } from './wording';
import { dayInWords } from '../clocks/workingDays';

/**
 * The card in the concerns channel. Everybody in the team sees it, so it holds nothing personal and nothing that
 * anybody wrote.
 */
export function channelCard(caseId: string, value: Case): Card {
  return render('concerns/channel', {
    case: caseId,
    reference: value.reference,
    kind: KIND_LABELS[value.kind],
    urgency: URGENCY_LABELS[value.urgency],
    danger: value.urgency === 'danger',
    received: dayInWords(receivedOn(value)),
    target: dayInWords(value.targetOn),
    status: `${STATUS_LABELS[value.status]}${isHeld(value) ? ', on hold' : ''}`,
    handler: value.handler?.name ?? 'Nobody yet',
    added: value.added,
    isNew: isNobodys(value),
    isTaken: value.status === 'taken' && !isNobodys(value),
  });
}

/** Whether it waits for somebody to take it on: nobody did yet, or whoever did handles reports no more. */
export const isNobodys = ({ status, handler }: Pick<Case, 'status' | 'handler'>): boolean =>
  status === 'new' || (status === 'taken' && !handler);

/** What of a case the channel's card can show differently from one step to the next. */
export function faceOf(value: Case): string {
  const { status, handler, added, urgency } = value;
  return [status, handler?.id ?? '', added ? 'added' : '', urgency, ...(isHeld(value) ? ['hold'] : [])].join(
    '/',
  );
}

import type { Case, Handler } from '../case/case';
import type { CaseStep } from '../case/caseStore';
import { isNobodys } from '../case/channelCard';
import { reasonsNotToClose } from '../safeguarding/lines';
import { withTelling } from '../telling/tellings';

const TAKE_ON_FIRST = 'Please press Take on first, so that everybody knows who looks after it.';

/** Undefined where somebody was first. Of a second handler after one who left, the reporter hears nothing new. */
export function takenOn(now: Case, by: Handler, at: string): CaseStep | undefined {
  if (!isNobodys(now)) return undefined;
  const next: Case = { ...now, status: 'taken', handler: by };
  const told = now.status === 'new' ? withTelling(next, 'taken') : next;
  return { next: told, event: { what: 'takenOn', at, by } };
}

/** Whoever opens a case sees everything that was added. */
export function opened(now: Case, by: Handler, at: string): CaseStep {
  return { next: { ...now, added: false }, event: { what: 'opened', at, by } };
}

/** Why a case cannot be closed now, in a sentence for the handler; undefined when it can. */
export function notClosable(value: Case): string | undefined {
  const { status, handler } = value;
  if (isNobodys(value)) return TAKE_ON_FIRST;
  return status === 'closed'
    ? `This report is closed already. ${handler?.name ?? 'A colleague'} looked after it.`
    : reasonsNotToClose(value)[0];
}

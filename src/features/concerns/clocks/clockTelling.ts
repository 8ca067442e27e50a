import type { Sent } from '../../../bot/outcomes';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { isForChannel } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import type { Notice } from './clockEngine';
import { dueInWords } from './periods';
import { mayPass, tellPerson } from '../tellPerson';

type TellingDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'log' | 'administrators'>;
interface HandlersDeps extends TellingDeps {
  /** Whether a person may see a case, asked of Teams now. */
  readonly maySee: (personId: string, caseId: string) => Promise<boolean>;
}

/**
 * In the thread of the case's card: nothing personal. Where somebody who might read there is involved, one person alone
 * is told. @returns false when it is to be tried again
 */
export async function tellHandlers(
  deps: HandlersDeps,
  id: string,
  value: Case,
  notice: Notice,
): Promise<boolean> {
  const card = noticeCard(value, notice);
  if (!isForChannel(value)) return toHolder(deps, id, value, card);
  const sent = await inThread(deps, value, card);
  if (!sent) return false;
  noteRefusal(deps, sent);
  return !mayPass(sent);
}

/**
 * Whoever looks after the case, and otherwise whoever it was handed to: the first whom it reaches, and who may see the
 * case. Nobody else hears of it, so that it is tried until it lands.
 */
async function toHolder(deps: HandlersDeps, id: string, value: Case, card: Card): Promise<boolean> {
  const holders = new Set([value.handler?.id, value.handOff.chat?.personId]);
  for (const holder of holders) {
    if (!holder || !(await deps.maySee(holder, id))) continue;
    const sent = await tellPerson(deps, holder, card);
    if (sent.outcome === 'sent') return true;
    noteRefusal(deps, sent);
  }
  return false;
}

function noteRefusal({ log }: TellingDeps, sent: Sent): void {
  if (sent.outcome !== 'sent') log.warn('concerns.clockNotTold', { outcome: sent.outcome, code: sent.code });
}

/** @returns undefined where there is no thread yet */
async function inThread(
  { messenger }: TellingDeps,
  { handOff: { channel }, channelCards }: Case,
  card: Card,
): Promise<Sent | undefined> {
  const thread = channelCards[0];
  // Without a card there is no thread yet: the hand-off goes on trying, and this after it.
  if (!channel || !thread) return undefined;
  const to = { serviceUrl: channel.serviceUrl, conversationId: `${channel.channelId};messageid=${thread}` };
  return messenger.send(to, { card }, 'waiting');
}

function noticeCard({ reference, status, handler }: Case, { clock, kind }: Notice): Card {
  return render('concerns/clockNotice', {
    reference,
    late: kind === 'alarm',
    clock: clock.title,
    due: dueInWords(clock.due),
    handler: (status !== 'new' && handler?.name) || 'Nobody yet',
  });
}

/** Each administrator, that a date passed and no more. @returns false when it is to be tried again */
export async function tellAdministrators(deps: TellingDeps, value: Case): Promise<boolean> {
  // Of a case that is kept from the channel administrators do not learn that it exists.
  if (!isForChannel(value)) return true;
  const { reference } = value;
  const card = render('concerns/datePassed', { reference });
  const sent = await Promise.all(deps.administrators.map((id) => tellPerson(deps, id, card)));
  return !sent.some(mayPass);
}

import type { Sent } from '../../../bot/outcomes';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { isForChannel, isInvolved } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import type { Notice } from './clockEngine';
import { dueInWords } from './periods';
import { mayPass, tellPerson } from '../tellPerson';

type TellingDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'log' | 'administrators'>;

/**
 * In the thread of the case's card: nothing personal. Where somebody who might read there is involved, the person who
 * has the case alone is told. @returns false when it is to be tried again
 */
export async function tellHandlers(deps: TellingDeps, value: Case, notice: Notice): Promise<boolean> {
  const card = noticeCard(value, notice);
  const sent = isForChannel(value) ? await inThread(deps, value, card) : await toHolder(deps, value, card);
  if (!sent) return false;
  if (sent.outcome !== 'sent')
    deps.log.warn('concerns.clockNotTold', { outcome: sent.outcome, code: sent.code });
  return !mayPass(sent);
}

/** @returns undefined where nobody has it yet */
async function toHolder(deps: TellingDeps, value: Case, card: Card): Promise<Sent | undefined> {
  const holder = value.handler?.id ?? value.handOff.chat?.personId;
  return holder && !isInvolved(holder, value) ? tellPerson(deps, holder, card) : undefined;
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

import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import type { Notice } from './clockEngine';
import { dueInWords } from './periods';
import { mayPass, tellPerson } from '../tellPerson';

type TellingDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'log' | 'administrators'>;

/** In the thread of the case's card: nothing personal. @returns false when it is to be tried again */
export async function tellHandlers(
  { messenger, log }: TellingDeps,
  { handOff: { channel }, channelCards, reference, status, handler }: Case,
  { clock, kind }: Notice,
): Promise<boolean> {
  const thread = channelCards[0];
  // Without a card there is no thread yet: the hand-off goes on trying, and this after it.
  if (!channel || !thread) return false;
  const to = { serviceUrl: channel.serviceUrl, conversationId: `${channel.channelId};messageid=${thread}` };
  const card = render('concerns/clockNotice', {
    reference,
    late: kind === 'alarm',
    clock: clock.title,
    due: dueInWords(clock.due),
    handler: (status !== 'new' && handler?.name) || 'Nobody yet',
  });
  const sent = await messenger.send(to, { card }, 'waiting');
  if (sent.outcome !== 'sent') log.warn('concerns.clockNotTold', { outcome: sent.outcome, code: sent.code });
  return !mayPass(sent);
}

/** Each administrator, that a date passed and no more. @returns false when it is to be tried again */
export async function tellAdministrators(deps: TellingDeps, { reference }: Case): Promise<boolean> {
  const card = render('concerns/datePassed', { reference });
  const sent = await Promise.all(deps.administrators.map((id) => tellPerson(deps, id, card)));
  return !sent.some(mayPass);
}

import type { CardReply } from '../../bot/cardReply';
import { done } from '../../bot/cardReply';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Storage } from '../../storage/storage';
import { confirm } from './asked/confirming';
import { showOwnRecords } from './asked/ownRecords';
import { notNow, read } from './asked/reading';
import type { Asked } from './asked/reading';
import { Evidence } from './asked/record';
import { Campaigns } from './campaign/campaigns';
import { Claims } from './campaign/claims';
import { Recipients } from './campaign/recipients';
import { TeamRequests } from './campaign/teamRequests';
import type { Composer } from './compose/composing';
import { edit, preview, remind } from './compose/composing';
import { Drafts } from './compose/draft';
import { send } from './compose/sending';
import { askToCancel, cancel, keep } from './control/cancelling';
import { pause, resume } from './control/pausing';
import { retry } from './control/retrying';
import type { AcknowledgementsDeps } from './deps';
import { deliver } from './delivery/deliver';
import { DELIVERY } from './delivery/deliverSoon';
import { membershipChanged } from './delivery/lookAgain';
import { count, COUNTING, STATUS } from './progress/counting';
import { showNames } from './progress/names';
import { updateStatus } from './progress/statusUpdate';
import { refresh, showNewest } from './progress/watching';
import { remindEverybody, remindPerson } from './remind/asking';
import { REMINDING, remindOutstanding } from './remind/reminding';

export type { AcknowledgementsDeps } from './deps';
export type { PolicyToConfirm } from './policyToConfirm';

type Press<P> = (parties: P, turn: Turn, data: Record<string, unknown>) => Promise<CardReply>;
type Command<P> = (parties: P, turn: Turn) => Promise<void>;

/** What the feature tells the rest of the product. */
export interface Acknowledgements {
  /** Somebody joined or left a team, or its whole roster was read; repeats do no harm. */
  membershipChanged(teamId: string): Promise<void>;
}

/** Job 2: managers ask staff to confirm the policy; staff read and confirm it; managers see how it goes. */
export function registerAcknowledgements(router: Router, deps: AcknowledgementsDeps): Acknowledgements {
  const all: Composer & Asked = { ...deps, ...storesIn(deps.storage) };
  onCommands(router, all);
  onPresses(router, all);
  deps.jobs.on(DELIVERY, (job) => deliver(all, job));
  deps.jobs.on(COUNTING, (job) => count(all, job));
  deps.jobs.on(STATUS, (job) => updateStatus(all, job));
  deps.jobs.on(REMINDING, (job) => remindOutstanding(all, job));
  return { membershipChanged: (teamId) => membershipChanged(all, teamId) };
}

function storesIn(storage: Storage) {
  return {
    campaigns: new Campaigns(storage),
    recipients: new Recipients(storage),
    claims: new Claims(storage),
    teamRequests: new TeamRequests(storage),
    evidence: new Evidence(storage),
    drafts: new Drafts(storage),
  };
}

function onCommands(router: Router, all: Composer & Asked): void {
  const commands: Readonly<Record<string, Command<Composer & Asked> | undefined>> = {
    remind,
    status: showNewest,
    my_acknowledgements: showOwnRecords,
  };
  router.onMessage('acknowledgements', async (turn) => {
    const work = commands[(await all.commandIn(turn.text)) ?? ''];
    if (!work) return false;
    await work(all, turn);
    return true;
  });
}

function onPresses(router: Router, all: Composer & Asked): void {
  const on = (action: string, press: Press<Composer & Asked>): void =>
    router.onCardAction(`acknowledgements.${action}`, (turn, data) => press(all, turn, data));
  on('remind', async (_, turn) => {
    await remind(all, turn);
    return done;
  });
  on('preview', preview);
  on('edit', edit);
  on('send', send);
  on('read', read);
  on('confirm', confirm);
  on('notNow', notNow);
  on('refresh', refresh);
  on('names', showNames);
  on('pause', pause);
  on('resume', resume);
  on('retry', retry);
  on('askToCancel', askToCancel);
  on('cancel', cancel);
  on('keep', keep);
  on('remindEverybody', remindEverybody);
  on('remindPerson', remindPerson);
}

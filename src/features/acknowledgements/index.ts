import type { CardReply } from '../../bot/cardReply';
import { done } from '../../bot/cardReply';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import { confirm } from './asked/confirming';
import { askForHelp, needHelp } from './asked/help';
import { HELP_TOLD, tellOfHelp } from './asked/helpTold';
import { showOwnRecords } from './asked/ownRecords';
import { backToRequest, haveQuestion } from './asked/questions';
import { notNow, read } from './asked/reading';
import { Evidence } from './asked/record';
import { Campaigns } from './campaign/campaigns';
import { Recipients } from './campaign/recipients';
import type { Checking } from './check/checking';
import { check } from './check/checking';
import { showHardQuestions } from './check/hardQuestions';
import { WrongTries } from './check/wrongTries';
import type { Composer } from './compose/composing';
import { edit, preview, remind } from './compose/composing';
import { Drafts } from './compose/draft';
import { send } from './compose/sending';
import type { AcknowledgementsDeps } from './deps';
import { deliver, DELIVERY } from './delivery/deliver';
import { disputePaper } from './paper/disputing';
import { DISPUTE_TOLD, SIGNER_TOLD, tellOfDispute, tellSigner } from './paper/paperTold';
import { openPaper, recordPaper } from './paper/recording';
import { count, COUNTING, STATUS } from './progress/counting';
import { showNames } from './progress/names';
import { updateStatus } from './progress/statusUpdate';
import { refresh, showNewest } from './progress/watching';

export { loadCheckQuestions } from './check/questions';
export type { AcknowledgementsDeps } from './deps';
export type { PolicyToConfirm } from './policyToConfirm';

type All = Composer & Checking;
type Press<P> = (parties: P, turn: Turn, data: Record<string, unknown>) => Promise<CardReply>;
type Command<P> = (parties: P, turn: Turn) => Promise<void>;

/** Job 2: managers ask staff to confirm the policy; staff read and confirm it; managers see how it goes. */
export function registerAcknowledgements(router: Router, deps: AcknowledgementsDeps): void {
  const { storage } = deps;
  const parties = { ...deps, campaigns: new Campaigns(storage), recipients: new Recipients(storage) };
  const all: All = {
    ...parties,
    drafts: new Drafts(storage),
    evidence: new Evidence(storage),
    wrongTries: new WrongTries(storage),
  };
  onCommands(router, all);
  onPresses(router, all);
  deps.jobs.on(DELIVERY, (job) => deliver(all, job));
  deps.jobs.on(COUNTING, (job) => count(all, job));
  deps.jobs.on(STATUS, (job) => updateStatus(all, job));
  deps.jobs.on(HELP_TOLD, (job) => tellOfHelp(all, job));
  deps.jobs.on(SIGNER_TOLD, (job) => tellSigner(all, job));
  deps.jobs.on(DISPUTE_TOLD, (job) => tellOfDispute(all, job));
}

function onCommands(router: Router, all: All): void {
  const commands: Readonly<Record<string, Command<All> | undefined>> = {
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

function onPresses(router: Router, all: All): void {
  const on = (action: string, press: Press<All>): void =>
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
  on('check', check);
  on('question', haveQuestion);
  on('request', backToRequest);
  on('needHelp', needHelp);
  on('askForHelp', askForHelp);
  on('notSigned', disputePaper);
  on('refresh', refresh);
  on('names', showNames);
  on('paper', openPaper);
  on('recordPaper', recordPaper);
  on('hardQuestions', showHardQuestions);
}

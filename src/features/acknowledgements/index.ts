import type { CardReply } from '../../bot/cardReply';
import { done } from '../../bot/cardReply';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import type { Storage } from '../../storage/storage';
import { confirm } from './asked/confirming';
import { askForHelp, needHelp } from './asked/help';
import { HELP_TOLD, tellOfHelp } from './asked/helpTold';
import { showOwnRecords } from './asked/ownRecords';
import { backToRequest, haveQuestion } from './asked/questions';
import { notNow, read } from './asked/reading';
import { Evidence } from './asked/record';
import { Campaigns } from './campaign/campaigns';
import { Claims } from './campaign/claims';
import { Recipients } from './campaign/recipients';
import type { Checking } from './check/checking';
import { check } from './check/checking';
import { showHardQuestions } from './check/hardQuestions';
import { WrongTries } from './check/wrongTries';
import { TeamRequests } from './campaign/teamRequests';
import type { Composer } from './compose/composing';
import { edit, preview, remind } from './compose/composing';
import { Drafts } from './compose/draft';
import { send } from './compose/sending';
import { askToCancel, cancel, keep } from './control/cancelling';
import { correct, openCorrection } from './control/correcting';
import { pause, resume } from './control/pausing';
import { retry } from './control/retrying';
import type { AcknowledgementsDeps } from './deps';
import { Chain } from './evidence/chain';
import { DAILY_HEAD, scheduleDailyHead, writeDailyHead } from './evidence/dailyHead';
import type { EvidenceParties } from './evidence/evidenceCommand';
import { asksForEvidence, openEvidence, showEvidence } from './evidence/evidenceCommand';
import type { EvidenceFiles } from './evidence/evidenceFiles';
import { evidenceFiles } from './evidence/evidenceFiles';
import { FileLinks, LINK_ENDS } from './evidence/fileLinks';
import { scheduleSealing, seal, SEALING } from './evidence/sealing';
import { Unsealed } from './evidence/unsealed';
import { deliver } from './delivery/deliver';
import { DELIVERY } from './delivery/deliverSoon';
import { membershipChanged } from './delivery/lookAgain';
import { disputePaper } from './paper/disputing';
import { DISPUTE_TOLD, SIGNER_TOLD, tellOfDispute, tellSigner } from './paper/paperTold';
import { openPaper, recordPaper } from './paper/recording';
import { count, COUNTING, STATUS } from './progress/counting';
import { showNames } from './progress/names';
import { updateStatus } from './progress/statusUpdate';
import { refresh, showNewest } from './progress/watching';
import { remindEverybody, remindPerson } from './remind/asking';
import { REMINDING, remindOutstanding } from './remind/reminding';

export { loadCheckQuestions } from './check/questions';
export type { AcknowledgementsDeps } from './deps';
export type { EvidenceFiles } from './evidence/evidenceFiles';
export type { PolicyToConfirm } from './policyToConfirm';

type All = Composer & Checking & EvidenceParties;
type Press<P> = (parties: P, turn: Turn, data: Record<string, unknown>) => Promise<CardReply>;
type Command<P> = (parties: P, turn: Turn) => Promise<void>;

/** What the feature tells the rest of the product. */
export interface Acknowledgements {
  /** The files of records, for whoever has a link to one. */
  readonly files: EvidenceFiles;
  /** Somebody joined or left a team, or its whole roster was read; repeats do no harm. */
  membershipChanged(teamId: string): Promise<void>;
}

/** Job 2: managers ask staff to confirm the policy; staff read and confirm it; managers see how it goes. */
export function registerAcknowledgements(router: Router, deps: AcknowledgementsDeps): Acknowledgements {
  const all: All = { ...deps, ...storesIn(deps.storage), fileLinks: new FileLinks(deps) };
  onCommands(router, all);
  onPresses(router, all);
  deps.jobs.on(DELIVERY, (job) => deliver(all, job));
  deps.jobs.on(COUNTING, (job) => count(all, job));
  deps.jobs.on(STATUS, (job) => updateStatus(all, job));
  deps.jobs.on(REMINDING, (job) => remindOutstanding(all, job));
  deps.jobs.on(HELP_TOLD, (job) => tellOfHelp(all, job));
  deps.jobs.on(SIGNER_TOLD, (job) => tellSigner(all, job));
  deps.jobs.on(DISPUTE_TOLD, (job) => tellOfDispute(all, job));
  return {
    files: provingRecords(all),
    membershipChanged: (teamId) => membershipChanged(all, teamId),
  };
}

function storesIn(storage: Storage) {
  return {
    campaigns: new Campaigns(storage),
    recipients: new Recipients(storage),
    claims: new Claims(storage),
    teamRequests: new TeamRequests(storage),
    evidence: new Evidence(storage),
    drafts: new Drafts(storage),
    wrongTries: new WrongTries(storage),
  };
}

/** The chain of records: what seals it, writes its head each day, and gives files out of it. */
function provingRecords(all: All): EvidenceFiles {
  const {
    storage,
    jobs,
    clock,
    evidence,
    fileLinks,
    evidenceFiles: { signing },
  } = all;
  const chain = new Chain(storage);
  const sealer = { chain, evidence, unsealed: new Unsealed(storage), clock };
  jobs.on(SEALING, (job) => seal(sealer, job));
  jobs.on(DAILY_HEAD, () => writeDailyHead({ storage, chain, signing, clock }));
  jobs.on(LINK_ENDS, ({ key }) => fileLinks.clear(key));
  return evidenceFiles({ ...all, chain });
}

/** Puts the jobs of the chain down; each follows itself from then on. */
export async function scheduleEvidence(jobs: Jobs, clock: Clock): Promise<void> {
  await Promise.all([scheduleSealing(jobs, clock), scheduleDailyHead(jobs, clock)]);
}

function onCommands(router: Router, all: All): void {
  const commands: Readonly<Record<string, Command<All> | undefined>> = {
    remind,
    status: showNewest,
    my_acknowledgements: showOwnRecords,
  };
  router.onMessage('acknowledgements', async (turn) => {
    const work = asksForEvidence(turn.text) ? showEvidence : commands[(await all.commandIn(turn.text)) ?? ''];
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
  on('evidence', openEvidence);
  on('paper', openPaper);
  on('recordPaper', recordPaper);
  on('hardQuestions', showHardQuestions);
  on('pause', pause);
  on('resume', resume);
  on('retry', retry);
  on('askToCancel', askToCancel);
  on('cancel', cancel);
  on('keep', keep);
  on('correct', openCorrection);
  on('saveCorrection', correct);
  on('remindEverybody', remindEverybody);
  on('remindPerson', remindPerson);
}

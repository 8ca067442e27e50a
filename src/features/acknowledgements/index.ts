import type { CardReply } from '../../bot/cardReply';
import { done } from '../../bot/cardReply';
import type { HowPressed, Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import { DIGEST, sendDigest } from './after/digest';
import { OVERDUE, tellOverdue } from './after/overdue';
import { confirm } from './asked/confirming';
import { askForHelp, needHelp } from './asked/help';
import { HELP_TOLD, tellOfHelp } from './asked/helpTold';
import { showOwnRecords } from './asked/ownRecords';
import { backToRequest, haveQuestion } from './asked/questions';
import { notNow, read } from './asked/reading';
import { Evidence } from './asked/record';
import { awayCommandIn } from './away/awayCommands';
import { AWAY } from './away/awaySoon';
import { bringAwayInLine } from './away/bringAwayInLine';
import { endAway, openAway, saveAway } from './away/managerAway';
import { sayAway } from './away/sayingAway';
import { Campaigns } from './campaign/campaigns';
import { Claims } from './campaign/claims';
import { Recipients } from './campaign/recipients';
import type { Checking } from './check/checking';
import { check } from './check/checking';
import { showHardQuestions } from './check/hardQuestions';
import { WrongTries } from './check/wrongTries';
import { TeamRequests } from './campaign/teamRequests';
import { asksForForm } from './compose/askedForForm';
import { edit, preview, remind } from './compose/composing';
import { Approvals } from './compose/everyone/approvals';
import type { Approving } from './compose/everyone/asking';
import { APPROVAL_ASKED, tellAdministrators } from './compose/everyone/asking';
import { APPROVAL_DECIDED, carryOut } from './compose/everyone/carryingOut';
import { approve, refuse } from './compose/everyone/deciding';
import { Lists } from './compose/list/lists';
import { dropList, openList, readList } from './compose/list/pasting';
import { Drafts } from './compose/drafts';
import { send } from './compose/sending';
import { sendToMe } from './compose/trial';
import { askToCancel, cancel, keep } from './control/cancelling';
import { correct, openCorrection } from './control/correcting';
import { pause, resume } from './control/pausing';
import { retry } from './control/retrying';
import { sendNow } from './control/sendingNow';
import type { AcknowledgementsDeps } from './deps';
import { Chain } from './evidence/chain';
import { DAILY_HEAD, scheduleDailyHead, writeDailyHead } from './evidence/dailyHead';
import type { EvidenceParties } from './evidence/evidenceCommand';
import { asksForEvidence, openEvidence, showEvidence } from './evidence/evidenceCommand';
import type { EvidenceFiles } from './evidence/evidenceFiles';
import { evidenceFiles } from './evidence/evidenceFiles';
import { FileLinks, LINK_ENDS } from './evidence/fileLinks';
import {
  asksForInspection,
  makeInspection,
  makeSheet,
  openInspection,
  showInspection,
} from './inspection/inspectionCommand';
import { OlderRecords } from './evidence/olderRecords';
import { scheduleSealing, seal, SEALING } from './evidence/sealing';
import { Unsealed } from './evidence/unsealed';
import { deliver } from './delivery/deliver';
import { DELIVERY } from './delivery/deliverSoon';
import { membershipChanged } from './delivery/lookAgain';
import { disputePaper } from './paper/disputing';
import { DISPUTE_TOLD, SIGNER_TOLD, tellOfDispute, tellSigner } from './paper/paperTold';
import { openPaper, recordPaper } from './paper/recording';
import { count, COUNTING, STATUS } from './progress/counting';
import { Countings } from './progress/countings';
import { showNames } from './progress/names';
import { updateStatus } from './progress/statusUpdate';
import { refresh, showNewest } from './progress/watching';
import { remindEverybody, remindPerson } from './remind/asking';
import { LOOKING, lookAtRequests } from './remind/looking';
import { askForTime, openOwnTime, saveOwnTime } from './remind/ownTime';
import { asksForOwnTime, asksForTeamTimes } from './remind/remindCommands';
import { REMINDING, remindOutstanding } from './remind/reminding';
import { reminderStores } from './remind/stores';
import { openTeamTimes, saveTeamTime, showTeamTimes } from './remind/teamTime';
import { SharedAccounts } from './shared/sharedAccounts';
import {
  asksForSharedAccounts,
  lookAtShared,
  meansSharedAccounts,
  share,
  SHARING,
  showSharedAccounts,
  unshare,
} from './shared/sharing';
import {
  asksForPolicyChanges,
  draftChange,
  material,
  minor,
  showPolicyChanges,
  turnPage,
} from './versions/deciding';
import { PolicyVersions } from './versions/policyVersions';
import { askAboutVersion, askAboutVersionSoon, VERSION_TOLD } from './versions/versionTold';

export { loadCheckQuestions } from './check/questions';
export { scheduleReminders } from './remind/looking';
export type { AcknowledgementsDeps } from './deps';
export type { EvidenceFiles } from './evidence/evidenceFiles';
export type { PolicyToConfirm } from './policyToConfirm';

type All = Approving & Checking & EvidenceParties;
type Press<P> = (parties: P, turn: Turn, data: Record<string, unknown>) => Promise<CardReply>;
type Command<P> = (parties: P, turn: Turn) => Promise<void>;

/** What the feature tells the rest of the product. */
export interface Acknowledgements {
  /** The files of records, for whoever has a link to one. */
  readonly files: EvidenceFiles;
  /** The product is up: has administrators asked about a policy version that is new to it. */
  started(): Promise<void>;
  /** Every command, for the test of who may use which. */
  readonly commands: readonly string[];
  /** Somebody joined or left a team, or its whole roster was read; repeats do no harm. */
  membershipChanged(teamId: string): Promise<void>;
}

/** Job 2: managers ask staff to confirm the policy; staff read and confirm it; managers see how it goes. */
export function registerAcknowledgements(router: Router, deps: AcknowledgementsDeps): Acknowledgements {
  const countings = new Countings(deps.jobs, deps.clock);
  const all: All = { ...deps, ...storesIn(deps), countings, fileLinks: new FileLinks(deps) };
  onCommands(router, all);
  onPresses(router, all);
  deps.jobs.on(DELIVERY, (job) => deliver(all, job));
  deps.jobs.on(COUNTING, (job) => count(all, job));
  deps.jobs.on(STATUS, (job) => updateStatus(all, job));
  deps.jobs.on(REMINDING, (job) => remindOutstanding(all, job));
  deps.jobs.on(APPROVAL_ASKED, (job) => tellAdministrators(all, job));
  deps.jobs.on(APPROVAL_DECIDED, (job) => carryOut(all, job));
  deps.jobs.on(AWAY, (job) => bringAwayInLine(all, job));
  deps.jobs.on(OVERDUE, (job) => tellOverdue(all, job));
  deps.jobs.on(DIGEST, (job) => sendDigest(all, job));
  deps.jobs.on(LOOKING, (job) => lookAtRequests(all, job));
  deps.jobs.on(SHARING, () => lookAtShared(all));
  deps.jobs.on(VERSION_TOLD, (job) => askAboutVersion(all, job));
  deps.jobs.on(HELP_TOLD, (job) => tellOfHelp(all, job));
  deps.jobs.on(SIGNER_TOLD, (job) => tellSigner(all, job));
  deps.jobs.on(DISPUTE_TOLD, (job) => tellOfDispute(all, job));
  return {
    files: provingRecords(all),
    commands: [...Object.keys(COMMANDS), ...EXACT_COMMANDS.map(({ name }) => name)],
    started: () => askAboutVersionSoon(all),
    membershipChanged: (teamId) => membershipChanged(all, teamId),
  };
}

function storesIn({ storage, clock, policy }: AcknowledgementsDeps) {
  const versions = new PolicyVersions(storage, policy, clock);
  return {
    versions,
    campaigns: new Campaigns(storage),
    recipients: new Recipients(storage),
    claims: new Claims(storage, (version) => versions.rootOf(version)),
    teamRequests: new TeamRequests(storage),
    evidence: new Evidence(storage),
    drafts: new Drafts(storage),
    lists: new Lists(storage),
    approvals: new Approvals(storage),
    wrongTries: new WrongTries(storage),
    reminders: reminderStores(storage),
    sharedAccounts: new SharedAccounts(storage, clock),
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
  const unsealed = new Unsealed(storage);
  const older = new OlderRecords(storage, evidence, unsealed);
  const sealer = { chain, evidence, unsealed, older, clock };
  jobs.on(SEALING, (job) => seal(sealer, job));
  jobs.on(DAILY_HEAD, () => writeDailyHead({ storage, chain, signing, clock }));
  jobs.on(LINK_ENDS, ({ key }) => fileLinks.clear(key));
  return evidenceFiles({ ...all, chain });
}

/** Puts the jobs of the chain down; each follows itself from then on. */
export async function scheduleEvidence(jobs: Jobs, clock: Clock): Promise<void> {
  await Promise.all([scheduleSealing(jobs, clock), scheduleDailyHead(jobs, clock)]);
}

/** Commands in people's own words, by the name that the answering engine gives them. */
const COMMANDS: Readonly<Record<string, Command<All> | undefined>> = {
  remind,
  status: showNewest,
  my_acknowledgements: showOwnRecords,
};

/** Commands that are known by their own words alone. */
const EXACT_COMMANDS: readonly {
  readonly name: string;
  readonly isIn: (text: string) => boolean;
  /** Where others may mean something else by the words, which is for the next feature then. */
  readonly isMeant?: (all: All, turn: Turn) => Promise<boolean>;
  readonly work: Command<All>;
}[] = [
  { name: 'evidence', isIn: asksForEvidence, work: showEvidence },
  { name: 'inspection', isIn: asksForInspection, work: showInspection },
  {
    name: 'shared accounts',
    isIn: asksForSharedAccounts,
    isMeant: meansSharedAccounts,
    work: showSharedAccounts,
  },
  { name: 'policy changes', isIn: asksForPolicyChanges, work: showPolicyChanges },
  { name: 'new reminder', isIn: asksForForm, work: remind },
  { name: 'when to remind me', isIn: asksForOwnTime, work: askForTime },
  { name: 'reminder times', isIn: asksForTeamTimes, work: showTeamTimes },
];

function onCommands(router: Router, all: All): void {
  router.onMessage('acknowledgements', async (turn) => {
    const away = awayCommandIn(turn.text);
    if (away && (await sayAway(all, turn, away))) return true;
    const exact = EXACT_COMMANDS.find(({ isIn }) => isIn(turn.text));
    if (exact?.isMeant && !(await exact.isMeant(all, turn))) return false;
    const work = exact?.work ?? COMMANDS[(await all.commandIn(turn.text)) ?? ''];
    if (!work) return false;
    await work(all, turn);
    return true;
  });
}

function onPresses(router: Router, all: All): void {
  const on = (action: string, press: Press<All>, how?: HowPressed): void =>
    router.onCardAction(`acknowledgements.${action}`, (turn, data) => press(all, turn, data), how);
  on('remind', async (_, turn) => {
    await remind(all, turn);
    return done;
  });
  on('preview', preview);
  on('edit', edit);
  on('send', send);
  on('sendToMe', sendToMe);
  on('openList', openList);
  on('readList', readList);
  on('dropList', dropList);
  on('approve', approve);
  on('refuse', refuse);
  on('read', read, { repeatable: true });
  on('confirm', confirm, { repeatable: true });
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
  on('inspection', openInspection);
  on('makeInspection', makeInspection);
  on('makeSheet', makeSheet);
  on('paper', openPaper);
  on('recordPaper', recordPaper);
  on('hardQuestions', showHardQuestions);
  on('pause', pause);
  on('resume', resume);
  on('retry', retry);
  on('sendNow', sendNow);
  on('askToCancel', askToCancel);
  on('cancel', cancel);
  on('keep', keep);
  on('correct', openCorrection);
  on('saveCorrection', correct);
  on('share', share);
  on('unshare', unshare);
  on('policyVersion', turnPage);
  on('material', material);
  on('minor', minor);
  on('draftChange', draftChange);
  on('remindEverybody', remindEverybody);
  on('remindPerson', remindPerson);
  on('away', openAway);
  on('saveAway', saveAway);
  on('endAway', endAway);
  on('ownTime', openOwnTime);
  on('saveOwnTime', saveOwnTime);
  on('teamTimes', openTeamTimes);
  on('saveTeamTime', saveTeamTime);
}

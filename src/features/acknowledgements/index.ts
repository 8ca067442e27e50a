import type { Router } from '../../bot/router';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import type { Eraser } from '../../storage/eraser';
import type { HeldAbout } from '../../storage/heldAbout';
import { DIGEST, sendDigest } from './after/digest';
import { OVERDUE, tellOverdue } from './after/overdue';
import { HELP_TOLD, tellOfHelp } from './asked/helpTold';
import { Evidence } from './asked/record';
import { AWAY } from './away/awaySoon';
import { bringAwayInLine } from './away/bringAwayInLine';
import { Campaigns } from './campaign/campaigns';
import { Claims } from './campaign/claims';
import { Recipients } from './campaign/recipients';
import { WrongTries } from './check/wrongTries';
import { TeamRequests } from './campaign/teamRequests';
import { Approvals } from './compose/everyone/approvals';
import { APPROVAL_ASKED, tellAdministrators } from './compose/everyone/asking';
import { APPROVAL_DECIDED, carryOut } from './compose/everyone/carryingOut';
import { Lists } from './compose/list/lists';
import { createListLinks } from './compose/list/upload/listLinks';
import { ListFiles } from './compose/list/upload/listFiles';
import { Drafts } from './compose/drafts';
import type { AcknowledgementsDeps } from './deps';
import { Chain } from './evidence/chain';
import { DAILY_HEAD, scheduleDailyHead, writeDailyHead } from './evidence/dailyHead';
import type { EvidenceFiles } from './evidence/evidenceFiles';
import { evidenceFiles } from './evidence/evidenceFiles';
import { recordsEraser } from './evidence/erasing';
import { createFileLinks } from './evidence/fileLinks';
import { heldRecords } from './evidence/heldRecords';
import { OlderRecords } from './evidence/olderRecords';
import { scheduleSealing, seal, SEALING } from './evidence/sealing';
import { Unsealed } from './evidence/unsealed';
import { deliver } from './delivery/deliver';
import { DELIVERY } from './delivery/deliverSoon';
import { membershipChanged } from './delivery/lookAgain';
import { DISPUTE_TOLD, SIGNER_TOLD, tellOfDispute, tellSigner } from './paper/paperTold';
import { count, COUNTING, STATUS } from './progress/counting';
import { Countings } from './progress/countings';
import { updateStatus } from './progress/statusUpdate';
import { LOOKING, lookAtRequests } from './remind/looking';
import { REMINDING, remindOutstanding } from './remind/reminding';
import { reminderStores } from './remind/stores';
import { SharedAccounts } from './shared/sharedAccounts';
import { lookAtShared, SHARING } from './shared/sharing';
import { PolicyVersions } from './versions/policyVersions';
import { askAboutVersion, askAboutVersionSoon, VERSION_TOLD } from './versions/versionTold';
import { commandNames, onCommands } from './commands';
import { onPresses } from './presses';
import type { All } from './all';

export { loadCheckQuestions } from './check/questions';
export { scheduleReminders } from './remind/looking';
export type { AcknowledgementsDeps } from './deps';
export type { ListFiles } from './compose/list/upload/listFiles';
export type { EvidenceFiles } from './evidence/evidenceFiles';
export type { PolicyToConfirm } from './policyToConfirm';

/** What the feature tells the rest of the product. */
export interface Acknowledgements {
  /** The files of records, for whoever has a link to one. */
  readonly files: EvidenceFiles;
  /** Files of addresses, for the page of whoever writes a request. */
  readonly listFiles: ListFiles;
  /** Erases records whose time has come. */
  readonly eraser: Eraser;
  /** What somebody confirmed, for them alone. */
  readonly held: HeldAbout;
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
  const all: All = { ...deps, ...storesIn(deps), countings, fileLinks: createFileLinks(deps) };
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
  const proving = provingRecords(all);
  return {
    files: proving.files,
    listFiles: new ListFiles(all),
    eraser: proving.eraser,
    held: heldRecords(all.evidence),
    commands: commandNames,
    started: () => askAboutVersionSoon(all),
    membershipChanged: (teamId) => membershipChanged(all, teamId),
  };
}

function storesIn({ storage, clock, policy, jobs }: AcknowledgementsDeps) {
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
    listLinks: createListLinks({ storage, jobs, clock }),
    approvals: new Approvals(storage),
    wrongTries: new WrongTries(storage),
    reminders: reminderStores(storage),
    sharedAccounts: new SharedAccounts(storage, clock),
  };
}

/** The chain of records: what seals it, writes its head each day, and gives files out of it. */
function provingRecords(all: All): { readonly files: EvidenceFiles; readonly eraser: Eraser } {
  const {
    storage,
    jobs,
    clock,
    evidence,
    evidenceFiles: { signing },
  } = all;
  const chain = new Chain(storage);
  const unsealed = new Unsealed(storage);
  const older = new OlderRecords(storage, evidence, unsealed);
  const sealer = { chain, evidence, unsealed, older, clock };
  jobs.on(SEALING, (job) => seal(sealer, job));
  jobs.on(DAILY_HEAD, () => writeDailyHead({ storage, chain, signing, clock }));
  return { files: evidenceFiles({ ...all, chain }), eraser: recordsEraser({ evidence, chain }) };
}

/** Puts the jobs of the chain down; each follows itself from then on. */
export async function scheduleEvidence(jobs: Jobs, clock: Clock): Promise<void> {
  await Promise.all([scheduleSealing(jobs, clock), scheduleDailyHead(jobs, clock)]);
}

import type { Router } from '../../bot/router';
import { notice } from '../../bot/cardReply';
import type { Eraser } from '../../storage/eraser';
import type { HeldAbout } from '../../storage/heldAbout';
import { CaseAccess } from './access/caseAccess';
import { Confirming } from './access/confirming';
import { ConflictList } from './access/conflictList';
import { ListCommand } from './access/listCommand';
import { HandlerCommands } from './access/handlerCommands';
import { DECISIONS, scheduleDecisions, tellDecisions } from './access/decisions';
import { LEFT_HANDLERS, leftHandlersJob, scheduleLeftHandlers } from './access/leftHandlers';
import { CaseStore } from './case/caseStore';
import { CARD_LEFT, cardLeftJob } from './handOff/cardsLeft';
import { CHANNEL_MOVE, channelMoveJob, scheduleChannelMove } from './handOff/channelMove';
import { CLOCKS, clockJob } from './clocks/clockJob';
import { ClockPresses } from './clocks/clockPresses';
import { HOLIDAYS, holidayJob, scheduleHolidayNotices } from './clocks/holidayNotice';
import type { ConcernsDeps } from './deps';
import type { FilesApi } from './evidence';
import { registerFiles } from './evidence';
import { SealedFiles } from './evidence/sealedFiles';
import { ChatAsked } from './reporter/chatAsked';
import { Details } from './reporter/details';
import { FEATURE } from './report/dialog';
import { draftJob } from './report/drafts/draftJob';
import { DraftStore } from './report/drafts/draftStore';
import { DRAFT_DUE } from './report/drafts/draftTimes';
import { HIDE_CARDS } from './reporter/reportCards';
import { hideReports, hideWhenAsked } from './reporter/hideReports';
import { FOLLOW_UP, followUpJob } from './reporter/followUp';
import { handOffJob } from './handOff/handOff';
import { HAND_OFF } from './handOff/scheduling';
import { HandlerPresses } from './handling/handlerPresses';
import { Handling } from './handling/handling';
import { Answering } from './reporter/answering';
import { OwnReports } from './reporter/ownReport';
import { Withdrawal } from './reporter/withdrawal';
import { MyReports } from './reporter/myReports';
import { message } from './message';
import { ContactAccess } from './safeguarding/contactAccess';
import { ContactPresses } from './safeguarding/contactPresses';
import { NamedContacts } from './safeguarding/contacts';
import { NamingContacts } from './safeguarding/namingContacts';
import { LinesPresses } from './safeguarding/linesPresses';
import { PeopleWhoMayHandle } from './report/mayHandle';
import { References } from './case/reference';
import { CaseEraser } from './retention/caseEraser';
import { heldReports } from './retention/heldReports';
import { Keeping } from './retention/keeping';
import { RevealPeople } from './reveal/revealPeople';
import { RevealPresses } from './reveal/revealPresses';
import { REVEAL, revealJob } from './reveal/revealTelling';
import { ReportDialog } from './report/reportDialog';
import { ReportIndex } from './case/reportIndex';
import { RING_ME, ringMeJob } from './report/ringMe';
import { sealAnew } from './sealing/sealAnew';
import { registerReportPresses } from './report/reportPresses';
import { Sending } from './report/send';
import type { Submission } from './report/submit';
import { TypedWords } from './report/typed/typedWords';
import { ConcernsReport } from './trends/concernsReport';
import { Chronologies } from './chronology/chronologies';
import { createFileLinks } from './fileLinks';
import { FilesToFetch } from './filesToFetch';
import { askingWork, QUESTION, questionJob } from './work/asking';
import { assigningWork } from './work/assigning';
import { linkingWork } from './work/linking';
import { HandlerLists, showMyCases } from './work/myCases';
import { WorkPresses } from './work/workPresses';
import { WORKS } from './work/works';

export type { ConcernContacts, ConcernsDeps, Contact } from './deps';
export type { FilesApi } from './evidence';
export { ReportCards } from './reporter/reportCards';

/** What other parts tell concerns. */
export interface Concerns {
  /** What is to be done once when the product is up. */
  started(): Promise<void>;
  /** Another channel takes concerns now. */
  channelMoved(): Promise<void>;
  /** Somebody joined or left a team: reports of a handler who left are nobody's. */
  membershipChanged(teamId: string): Promise<void>;
  /** Has the channel told of who leads and who handles. @param written false: a decision is about to be written */
  tellDecisions(written: boolean): Promise<void>;
  /** What somebody's own reports say, for them alone. */
  readonly held: HeldAbout;
  /** Entra object ids of whom the council named for data protection. */
  dataProtection(): Promise<readonly string[]>;
  /** Erases reports whose time has come. */
  readonly eraser: Eraser;
  /** Seals names with the newest key, so that older ones can be taken away. */
  sealNamesAnew(mayGoOn: () => boolean): Promise<void>;
  /** For the pages on which files are added and looked at. */
  readonly files: FilesApi;
  /** For the page on which a file about cases is fetched. */
  readonly filesToFetch: Pick<FilesToFetch, 'find' | 'fetch'>;
}

/** Job 3: a concern is heard, handed to the complaints team and never lost. */
export function registerConcerns(router: Router, deps: ConcernsDeps): Concerns {
  const { storage, sealing, jobs, clock } = deps;
  const drafts = new DraftStore(deps);
  const cases = new CaseStore(storage);
  const submission: Submission = {
    cases,
    references: new References(storage, sealing),
    index: new ReportIndex(storage, sealing),
  };
  const conflicts = new ConflictList(storage);
  const listed = (): ReturnType<ConflictList['people']> => conflicts.people();
  const mayHandle = new PeopleWhoMayHandle({ ...deps, listed });
  const dialog = new ReportDialog(deps, drafts, mayHandle);
  const sending = new Sending(deps, drafts, submission);
  const typed = new TypedWords(deps, dialog, sending);
  const mine = new MyReports(deps, drafts, submission);

  registerReportPresses(router, dialog, sending);
  const access = new CaseAccess(deps, cases, conflicts);
  const confirming = new Confirming(deps);
  confirming.register(router);
  new HandlerCommands(deps, confirming).register(router);
  const listChanged = (): Promise<void> => scheduleChannelMove(jobs, clock);
  new ListCommand({ ...deps, listChanged }, conflicts, confirming).register(router);
  const presses = new HandlerPresses(router, deps, cases, access, confirming);
  new Handling(presses, cases).register();
  const works = [
    ...WORKS,
    askingWork(deps),
    linkingWork(submission.references, access, cases),
    assigningWork(deps, access, cases),
  ];
  new WorkPresses(presses, cases, works, deps).register();
  const own = new OwnReports(router, deps, cases);
  const asked = new ChatAsked(deps);
  const details = new Details(own, deps, cases, asked);
  details.register();
  const answering = new Answering(own, cases, deps, asked);
  answering.register();
  new Withdrawal(own, deps).register();
  router.onExactWords(FEATURE, (turn) => showMyCases(turn, new HandlerLists(storage, cases), access));
  new ClockPresses(presses, cases, deps).register();
  const people = new RevealPeople(deps);
  new RevealPresses(presses, cases, people, deps).register();
  new Keeping(presses, cases, deps).register();
  new LinesPresses(presses, cases).register();
  const contacts = new NamedContacts(storage);
  new ContactPresses(router, deps, cases, new ContactAccess(deps, contacts)).register();
  const naming = new NamingContacts(deps, contacts, cases);
  router.onExactWords(FEATURE, (turn) => naming.message(turn));
  const links = createFileLinks(deps);
  const report = new ConcernsReport(deps, cases, access, links);
  router.onExactWords(FEATURE, (turn) => report.message(turn));
  const { references } = submission;
  const chronologies = new Chronologies(deps, cases, access, { references, links, mayHandle });
  chronologies.register(presses);
  router.onExactWords(FEATURE, (turn) => chronologies.message(turn));
  const maySee = (personId: string, caseId: string): Promise<boolean> => access.maySee(personId, caseId);
  const files = registerFiles(router, { deps, cases, presses, maySee });
  router.onCardAction('concerns.myReports', async (turn) => {
    turn.keepNothingSaid();
    turn.show(await mine.card(turn.person));
    return notice('Your reports are below.');
  });
  router.onExactWords(FEATURE, (turn) => hideWhenAsked(turn, deps));
  router.onCardAction('concerns.hideReports', async (turn) => notice(await hideReports(deps, turn)));
  const parts = { deps, drafts, dialog, sending, typed, mine, asked, details, answering };
  router.onMessage(FEATURE, (turn) => message(turn, parts));
  jobs.on(HAND_OFF, (job) => handOffJob(deps, cases, job));
  jobs.on(CHANNEL_MOVE, () => channelMoveJob(deps, cases));
  jobs.on(CARD_LEFT, (job) => cardLeftJob(deps, job));
  jobs.on(CLOCKS, (job) => clockJob({ ...deps, maySee }, { cases, contacts }, job));
  jobs.on(LEFT_HANDLERS, () => leftHandlersJob(deps, cases));
  jobs.on(DECISIONS, () => tellDecisions(deps));
  jobs.on(REVEAL, (job) => revealJob({ deps, cases, people }, job));
  jobs.on(DRAFT_DUE, (job) => draftJob(deps, drafts, sending, job));
  jobs.on(HIDE_CARDS, (job) => deps.reportCards.hideJob(deps, job));
  jobs.on(RING_ME, (job) => ringMeJob(deps, job));
  jobs.on(QUESTION, (job) => questionJob(deps, cases, job));
  jobs.on(FOLLOW_UP, (job) => followUpJob(deps, cases, job));
  jobs.on(HOLIDAYS, (job) => holidayJob(deps, job));
  return {
    started: () => scheduleHolidayNotices(deps),
    channelMoved: () => scheduleChannelMove(jobs, clock),
    membershipChanged: async (teamId) => {
      if ((await deps.directory.concernsChannel())?.team.id === teamId)
        await scheduleLeftHandlers(deps, true);
    },
    tellDecisions: async (written) => {
      await scheduleLeftHandlers(deps, written);
      await scheduleDecisions(deps, written);
    },
    held: heldReports(submission, drafts),
    dataProtection: () => people.dataProtection(),
    eraser: new CaseEraser(deps, cases, submission.index, new SealedFiles(storage)),
    sealNamesAnew: async (mayGoOn) => {
      await sealAnew(deps, submission, mayGoOn);
      await deps.reportCards.sealAnew(mayGoOn);
    },
    files,
    filesToFetch: new FilesToFetch(links, report, chronologies),
  };
}

import type { Authentication } from './bot/authentication';
import { ExtensionQueries } from './bot/extensionQueries';
import { FailureWords } from './bot/failures';
import { Inbox } from './bot/inbox';
import { MembershipEvents } from './bot/membershipEvents';
import { MembershipRoles } from './bot/membershipRoles';
import type { Messenger } from './bot/messengerPort';
import { PolicyBot } from './bot/policyBot';
import { Roster } from './bot/roster';
import { keepRostersFresh, readRosterSoon } from './bot/rosterJob';
import { Router } from './bot/router';
import { tellingMessenger } from './bot/tellingMessenger';
import { TurnRunner } from './bot/turnRunner';
import type { Clock } from './clock';
import { contactLine } from './contacts/contactLine';
import type { Contacts } from './contacts/contacts';
import type { ListFiles } from './features/acknowledgements';
import { loadCheckQuestions, registerAcknowledgements } from './features/acknowledgements';
import type { FilesApi } from './features/concerns';
import { registerConcerns, ReportCards } from './features/concerns';
import { createWelcome, registerHelp } from './features/help';
import {
  createFeedback,
  createPolicyConversation,
  loadRedaction,
  registerPolicies,
  registerSentQuestions,
} from './features/policies';
import type { AnsweringEngine } from './features/policies/engine/outcome';
import type { Policy } from './features/policies/policy';
import { sections } from './features/policies/sections';
import { registerSetup } from './features/setup';
import type { Jobs } from './jobs/jobs';
import { registerHeldAbout } from './retention/heldAbout';
import { HeldFiles } from './retention/heldAbout/heldFiles';
import { registerRetention } from './retention/retention';
import type { Log } from './log';
import { eitherFiles } from './pages/eitherFiles';
import type { RecordFiles } from './pages/recordFiles';
import { BotStates } from './storage/botState';
import { ComplaintsRoles } from './storage/complaintsRoles';
import { StoredDirectory } from './storage/directory';
import { heldPeople } from './storage/heldPeople';
import { ForgetPeople } from './storage/forgetPeople';
import type { KeyRing } from './storage/keyRing';
import type { NameSeal } from './storage/nameSeal';
import type { Sealing } from './storage/sealing';
import type { Signing } from './storage/signing';
import type { Storage } from './storage/storage';

/** The real things that the product is built from; a test passes its own clock, storage and local Teams. */
export interface AppDeps {
  readonly storage: Storage;
  readonly authentication: Authentication;
  readonly messenger: Messenger;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly sealing: Sealing & { readonly names: NameSeal; readonly files: KeyRing };
  readonly signing: Signing;
  /** Where the pages are served, without a slash at the end. */
  readonly baseUrl: string;
  readonly engine: AnsweringEngine;
  readonly policy: Policy;
  readonly contacts: Contacts;
  readonly contactProblems: readonly string[];
  /** Entra object ids. */
  readonly administrators: readonly string[];
  /** Entra object ids of those in HR who are told that somebody asks to be rung. */
  readonly hrPeople: readonly string[];
  /** The address that opens a clause on the policy page. */
  readonly clauseLink: (clauseId: string) => string;
  /** Opens the one-to-one chat with the bot; empty where there is no such link. */
  readonly chatLink: string;
}

export interface App {
  readonly inbox: Inbox;
  readonly router: Router;
  readonly recordFiles: RecordFiles;
  readonly files: FilesApi;
  readonly listFiles: ListFiles;
  /** What is to be done once when the product is up. */
  started(): Promise<void>;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
}

/** Asked by people who do not know what to ask; the engine answers each. */
const EXAMPLE_QUESTIONS = [
  'Can I post a photo of a resident?',
  'Can I accept a friend request from a client?',
  'Is a private group really private?',
];

/** Puts the product together: one line for each feature, the first in line first. */
export function createApp(deps: AppDeps): App {
  const { storage, jobs, log, clock, policy } = deps;
  const reportCards = new ReportCards(deps);
  const messenger = tellingMessenger(deps.messenger, (...card) => reportCards.sent(...card));
  const directory = new StoredDirectory(storage);
  const complaints = new ComplaintsRoles(storage);
  const { administrators } = deps;
  const roles = new MembershipRoles({ directory, messenger, complaints, administrators });
  const router = new Router();
  const policies = { ...deps, redact: loadRedaction() };
  const conversation = createPolicyConversation(policies);
  const shared = {
    ...deps,
    messenger,
    reportCards,
    directory,
    roles,
    complaints,
    commandIn: (text: string) => conversation.commandIn(text),
  };

  registerSetup(router, {
    ...shared,
    concernsMoved: () => concerns.channelMoved(),
    tellDecisions: (written) => concerns.tellDecisions(written),
  });
  registerSentQuestions(router, policies);
  const concerns = registerConcerns(router, {
    ...shared,
    answerQuestion: (turn) => conversation.answerIfClearQuestion(turn),
    tells: (text) => conversation.tells(text),
    urgencyIn: (text) => conversation.urgencyIn(text),
    distressCard: () => conversation.distressCard(),
  });
  const acknowledgements = registerAcknowledgements(router, {
    ...shared,
    policy: { ...policy, sections: sections(policy) },
    evidenceFiles: { baseUrl: deps.baseUrl, signing: deps.signing },
    checkQuestions: loadCheckQuestions(sections(policy)),
  });
  const people = new ForgetPeople(storage, directory, clock);
  registerRetention(router, {
    ...shared,
    erasers: { people, acknowledgements: acknowledgements.eraser, cases: concerns.eraser },
    afterwards: (mayGoOn) => concerns.sealNamesAnew(mayGoOn),
  });
  const held = new HeldFiles(deps, [...heldPeople(storage, directory), acknowledgements.held, concerns.held]);
  registerHeldAbout(router, {
    ...shared,
    files: held,
    dataProtection: () => concerns.dataProtection(),
    contact: contactLine(deps.contacts.dataProtection),
  });
  registerPolicies(router, policies, conversation);
  registerHelp(router, { ...shared, exampleQuestions: EXAMPLE_QUESTIONS });

  const membershipChanged = async (teamId: string): Promise<void> => {
    await concerns.membershipChanged(teamId);
    await acknowledgements.membershipChanged(teamId);
  };
  const roster = new Roster(messenger, directory, membershipChanged);
  keepRostersFresh({ jobs, directory, roster, clock, log });
  const greeting = createWelcome({ storage, roles, chatLink: deps.chatLink });
  const events = new MembershipEvents({
    directory,
    roster,
    greeting,
    readRosterSoon: (teamId) => readRosterSoon(deps, teamId),
    membershipChanged,
  });
  const feedback = createFeedback(storage);
  const bot = new PolicyBot(router, (turn, reaction) => feedback.recordFeedback(turn, reaction));
  const failures = new FailureWords(log);
  const runner = new TurnRunner({ states: new BotStates(storage), messenger, failures, clock, log });
  const { authentication } = deps;
  const queries = new ExtensionQueries(router, failures);
  // What every feature asks first, asked while storage is still read; a failure is met again by the turn itself.
  const expect = (text: string): void => void conversation.commandIn(text).catch(() => undefined);
  const inbox = new Inbox({
    ...{ authentication, runner, bot, events, queries, directory, messenger, clock, expect },
  });
  const started = async (): Promise<void> => {
    await Promise.all([acknowledgements.started(), concerns.started()]);
  };
  return {
    inbox,
    router,
    recordFiles: eitherFiles(held, eitherFiles(concerns.filesToFetch, acknowledgements.files)),
    files: concerns.files,
    listFiles: acknowledgements.listFiles,
    started,
    idle: () => runner.idle(),
  };
}

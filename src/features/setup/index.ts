import type { Messenger } from '../../bot/messengerPort';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Jobs } from '../../jobs/jobs';
import type { Directory } from '../../storage/roles';
import type { Storage } from '../../storage/storage';
import { channelIn, namedConcernsChannel, readSetupState } from './knownTeams';
import { leadNamedIn, nameLead } from './namingLead';
import { OneAtATime } from '../../jobs/oneAtATime';
import { askSecond, SETUP_REQUEST } from './secondWord/asking';
import { approve, refuse } from './secondWord/deciding';
import type { SecondWordDeps } from './secondWord/deps';
import { requestJob } from './secondWord/requestJob';
import { SetupRequests } from './secondWord/requests';
import { waitingWords } from './secondWord/requestWords';
import { questionCard, resultCard, statusCard } from './setupCards';
import { setupCommandIn } from './setupCommand';
import type { SetupChange, SetupDecision, SetupFacts } from './setupDecision';
import { decideSetup } from './setupDecision';
import type { SetupDirectory } from './setupDirectory';
import { refusalWords, setupWords } from './setupWords';

export type { SetupDirectory } from './setupDirectory';
export { setupCommandIn } from './setupCommand';

export interface SetupDeps extends Omit<SecondWordDeps, 'requests' | 'changing'> {
  readonly storage: Pick<Storage, 'table'>;
  readonly directory: Pick<Directory, 'team' | 'teams' | 'person' | 'concernsChannel' | 'members'> &
    SetupDirectory;
  readonly messenger: Pick<Messenger, 'channels' | 'members' | 'post' | 'send' | 'openChat'>;
  readonly jobs: Pick<Jobs, 'on' | 'schedule'>;
  /** Contacts that are examples or were checked too long ago, one line each. */
  readonly contactProblems: readonly string[];
}
/** What the commands work with. */
type Setup = Omit<SetupDeps, 'storage'> & SecondWordDeps;

/** The administrator's commands. First in line: their words are exact, and nobody else's messages fit them. */
export function registerSetup(router: Router, { storage, ...deps }: SetupDeps): void {
  const setup: Setup = { ...deps, requests: new SetupRequests(storage), changing: new OneAtATime() };
  router.onMessage('setup', async (turn) => {
    const lead = leadNamedIn(turn.text);
    if (lead) {
      turn.show(resultCard(await nameLead(turn, lead, setup)));
      return true;
    }
    const command = setupCommandIn(turn.text);
    if (!command) return false;
    if (command === 'status') await showStatus(turn, setup);
    else await change(turn, command, setup);
    return true;
  });
  router.onCardAction('setup.approve', (turn, data) => approve(setup, turn, data));
  router.onCardAction('setup.refuse', (turn, data) => refuse(setup, turn, data));
  deps.jobs.on(SETUP_REQUEST, (job) => requestJob(setup, job));
}

async function showStatus(turn: Turn, deps: Setup): Promise<void> {
  const administrator = await deps.roles.confirm(turn.person.id, 'administrator');
  if (!administrator) return turn.show(resultCard(refusalWords('notAdministrator')));
  const { contactProblems } = deps;
  const open = await deps.requests.open(deps.clock.now());
  turn.show(statusCard(await readSetupState(deps, { contactProblems, waiting: open.map(waitingWords) })));
  // Whoever may decide gets the buttons again: the first card may be far up, or never have come.
  for (const request of open.filter(({ askedBy }) => askedBy.id !== turn.person.id))
    turn.show(questionCard(request));
}

/** What is known where nothing was read. */
const NOTHING_READ: Omit<SetupFacts, 'administrator'> = {
  here: undefined,
  team: undefined,
  channel: 'unread',
  concerns: undefined,
  concernsBefore: true,
};

async function change(turn: Turn, command: SetupChange, deps: Setup): Promise<void> {
  const facts = await factsFor(turn, deps);
  const decision = decideSetup(command, facts);
  deps.log.info('setup.decided', {
    command,
    decision: decision.kind,
    reason: decision.kind === 'refuse' ? decision.reason : undefined,
  });
  if (decision.kind === 'ask') return turn.show(resultCard(await askSecond(deps, turn, decision.change)));
  await carryOut(decision, facts, deps);
  turn.show(resultCard(setupWords(command, decision, facts)));
}

/** Asks no more than is needed: nothing for somebody who may not, nothing outside a team. */
async function factsFor({ person, place }: Turn, deps: Setup): Promise<SetupFacts> {
  const administrator = await deps.roles.confirm(person.id, 'administrator');
  const { teamId, channelId, serviceUrl } = place;
  if (!administrator || place.kind !== 'channel' || !teamId || !channelId)
    return { ...NOTHING_READ, administrator };
  return {
    administrator,
    here: { teamId, channelId },
    team: await deps.directory.team(teamId),
    channel: await channelIn(deps, serviceUrl, teamId, channelId),
    concerns: await namedConcernsChannel(deps),
    concernsBefore: await deps.directory.hadConcernsChannel(),
  };
}

async function carryOut(
  decision: SetupDecision,
  { here }: SetupFacts,
  { directory, concernsMoved }: Setup,
): Promise<void> {
  if (!here) return;
  if (decision.kind === 'setManagers') await directory.setManagers(here.teamId, decision.on);
  if (decision.kind === 'setConcerns') {
    await directory.setConcernsChannel(here.teamId, here.channelId);
    await concernsMoved();
  }
}

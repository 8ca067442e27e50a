import type { Messenger } from '../../bot/messengerPort';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Log } from '../../log';
import type { ComplaintsMembership, Directory } from '../../storage/roles';
import { channelIn, namedConcernsChannel, readSetupState } from './knownTeams';
import type { NamingDeps } from './namingLead';
import { leadNamedIn, nameLead } from './namingLead';
import { resultCard, statusCard } from './setupCards';
import { setupCommandIn } from './setupCommand';
import type { SetupChange, SetupDecision, SetupFacts } from './setupDecision';
import { decideSetup } from './setupDecision';
import type { SetupDirectory } from './setupDirectory';
import { refusalWords, setupWords } from './setupWords';

export type { SetupDirectory } from './setupDirectory';
export { setupCommandIn } from './setupCommand';

export interface SetupDeps extends NamingDeps {
  readonly directory: Pick<Directory, 'team' | 'teams' | 'concernsChannel' | 'members'> & SetupDirectory;
  readonly roles: Pick<ComplaintsMembership, 'confirm' | 'couldHandle'>;
  readonly messenger: Pick<Messenger, 'channels' | 'members'>;
  /** Contacts that are examples or were checked too long ago, one line each. */
  readonly contactProblems: readonly string[];
  readonly log: Log;
  /** Concerns go to another channel now: open ones follow. */
  readonly concernsMoved: () => Promise<void>;
}

/** The administrator's commands. First in line: their words are exact, and nobody else's messages fit them. */
export function registerSetup(router: Router, deps: SetupDeps): void {
  router.onMessage('setup', async (turn) => {
    const lead = leadNamedIn(turn.text);
    if (lead) {
      turn.show(resultCard(await nameLead(turn, lead, deps)));
      return true;
    }
    const command = setupCommandIn(turn.text);
    if (!command) return false;
    if (command === 'status') await showStatus(turn, deps);
    else await change(turn, command, deps);
    return true;
  });
}

async function showStatus(turn: Turn, deps: SetupDeps): Promise<void> {
  const administrator = await deps.roles.confirm(turn.person.id, 'administrator');
  if (!administrator) turn.show(resultCard(refusalWords('notAdministrator')));
  else turn.show(statusCard(await readSetupState(deps, deps.contactProblems)));
}

/** What is known where nothing was read. */
const NOTHING_READ: Omit<SetupFacts, 'administrator'> = {
  here: undefined,
  team: undefined,
  channel: 'unread',
  concerns: undefined,
};

async function change(turn: Turn, command: SetupChange, deps: SetupDeps): Promise<void> {
  const facts = await factsFor(turn, deps);
  const decision = decideSetup(command, facts);
  await carryOut(decision, facts, deps);
  deps.log.info('setup.decided', {
    command,
    decision: decision.kind,
    reason: decision.kind === 'refuse' ? decision.reason : undefined,
  });
  turn.show(resultCard(setupWords(command, decision, facts)));
}

/** Asks no more than is needed: nothing for somebody who may not, nothing outside a team. */
async function factsFor({ person, place }: Turn, deps: SetupDeps): Promise<SetupFacts> {
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
  };
}

async function carryOut(
  decision: SetupDecision,
  { here }: SetupFacts,
  { directory, concernsMoved }: SetupDeps,
): Promise<void> {
  if (!here) return;
  if (decision.kind === 'setManagers') await directory.setManagers(here.teamId, decision.on);
  if (decision.kind === 'setConcerns') {
    await directory.setConcernsChannel(here.teamId, here.channelId);
    await concernsMoved();
  }
  if (decision.kind === 'clearConcerns') await directory.setConcernsChannel(here.teamId, undefined);
}

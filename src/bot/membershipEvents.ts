import type { Activity } from 'botbuilder';
import type { Card } from '../cards/render';
import type { StoredDirectory } from '../storage/directory';
import type { HeldTurn } from './heldTurn';
import { teamsDataOf } from './incoming';
import type { Roster } from './roster';

/** The greeting of somebody or of a team, at most once for each installation. */
export interface Greeting {
  welcomePerson(arrival: { id: string; activityId: string }, send: (card: Card) => void): Promise<boolean>;
  welcomeTeam(arrival: { id: string; activityId: string }, send: (card: Card) => void): Promise<boolean>;
  removed(kind: 'person' | 'team', from: { id: string; activityId: string }): Promise<void>;
}

export interface MembershipEventsDeps {
  readonly directory: StoredDirectory;
  readonly roster: Roster;
  readonly greeting: Greeting;
  /** Has the whole roster read, also when Teams cannot give it now. */
  readonly readRosterSoon: (teamId: string) => Promise<void>;
  /** Told after somebody joined or left a team. */
  readonly membershipChanged: (teamId: string) => Promise<void>;
}

/** What Teams tells about installations, teams and their members. Everything here may be told twice. */
export class MembershipEvents {
  constructor(private readonly deps: MembershipEventsDeps) {}

  async handle(turn: HeldTurn): Promise<void> {
    const { activity } = turn.context;
    if (turn.place.kind === 'personal') return this.personal(turn, activity);
    const team = teamsDataOf(activity).team;
    if (team) await this.ofTeam(turn, activity, { id: team.id, name: team.name ?? '' });
  }

  private async personal(turn: HeldTurn, activity: Activity): Promise<void> {
    const { directory, greeting } = this.deps;
    const { id } = turn.person;
    const arrival = { id, activityId: turn.activityId };
    const gone = activity.type === 'installationUpdate' && activity.action?.startsWith('remove');
    if (gone) {
      await directory.setChat(id, 'none');
      return greeting.removed('person', arrival);
    }
    if (!added(activity)) return;
    await directory.setChat(id, 'open');
    await greeting.welcomePerson(arrival, (card) => turn.show(card));
  }

  private async ofTeam(
    turn: HeldTurn,
    activity: Activity,
    team: { id: string; name: string },
  ): Promise<void> {
    const { directory, greeting, readRosterSoon } = this.deps;
    const known = { ...team, serviceUrl: turn.place.serviceUrl };
    const arrival = { id: team.id, activityId: turn.activityId };
    if (botIs(activity, 'removed') || isDeletion(activity)) {
      await directory.rememberTeam({ ...known, installed: false });
      return greeting.removed('team', arrival);
    }
    await directory.rememberTeam({ ...known, installed: true });
    if (botIs(activity, 'added')) {
      await readRosterSoon(team.id);
      await greeting.welcomeTeam(arrival, (card) => turn.showHere(card));
      return;
    }
    await this.members(known, activity);
  }

  private async members(team: { id: string; serviceUrl: string }, activity: Activity): Promise<void> {
    const { directory, roster, readRosterSoon, membershipChanged } = this.deps;
    const [joiners, leavers] = [
      people(activity, activity.membersAdded),
      people(activity, activity.membersRemoved),
    ];
    for (const joined of joiners) {
      if (!(await roster.readOne(team, joined))) await readRosterSoon(team.id);
    }
    for (const { personId, teamsId } of leavers) {
      if (personId) await directory.removeMember(team.id, personId);
      else await directory.removeMemberCalled(team.id, teamsId);
    }
    if (joiners.length + leavers.length > 0) await membershipChanged(team.id);
  }
}

function added(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action?.startsWith('add') ?? false;
  return (activity.membersAdded ?? []).length > 0;
}

/** The whole team is gone (Microsoft Learn, "Conversation events in your Teams bot"). */
function isDeletion(activity: Activity): boolean {
  return ['teamDeleted', 'teamHardDeleted'].includes(teamsDataOf(activity).eventType ?? '');
}

/** Whether the activity says that the bot itself came or went. */
function botIs(activity: Activity, what: 'added' | 'removed'): boolean {
  if (activity.type === 'installationUpdate')
    return (activity.action ?? '').startsWith(what === 'added' ? 'add' : 'remove');
  const members = what === 'added' ? activity.membersAdded : activity.membersRemoved;
  return (members ?? []).some(({ id }) => id === activity.recipient?.id);
}

function people(
  activity: Activity,
  members: Activity['membersAdded'],
): { teamsId: string; personId: string | undefined }[] {
  return (members ?? [])
    .filter(({ id }) => id !== activity.recipient?.id)
    .map(({ id, aadObjectId }) => ({ teamsId: id, personId: aadObjectId?.toLowerCase() }));
}

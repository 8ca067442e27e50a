import type { StoredDirectory } from '../storage/directory';
import type { MemberRecord, TeamRecord } from '../storage/roles';
import type { Member } from './addresses';
import type { Messenger } from './messengerPort';

type TeamPlace = Pick<TeamRecord, 'id' | 'serviceUrl'>;

/** The roster could not be read to its end; what was read is kept, nobody is removed. */
export class RosterUnreadable extends Error {}

/** Brings the membership table in line with what Teams says. */
export class Roster {
  constructor(
    private readonly messenger: Messenger,
    private readonly directory: StoredDirectory,
    /** Told after a team's roster was read to its end. */
    private readonly wasRead: (teamId: string) => Promise<void>,
  ) {}

  /**
   * Reads all pages of a team and removes who is no longer there.
   * @returns how many members there are.
   * @throws RosterUnreadable
   */
  async read(team: TeamPlace): Promise<number> {
    const before: string[] = [];
    for await (const { personId } of this.directory.members(team.id)) before.push(personId);
    const seen = new Set<string>();
    const where = { serviceUrl: team.serviceUrl, conversationId: team.id };
    let continuation: string | undefined;
    do {
      const page = await this.messenger.members(where, continuation, 'bulk');
      if (page.outcome !== 'read') throw new RosterUnreadable(`The roster gave ${page.outcome}.`);
      for (const member of page.value.members) {
        await this.note(team, member);
        seen.add(member.id);
      }
      continuation = page.value.continuation;
    } while (continuation);
    // Whoever joined while the pages were read is not on them, and stays.
    for (const personId of before) {
      if (!seen.has(personId)) await this.directory.removeMember(team.id, personId);
    }
    await this.wasRead(team.id);
    return seen.size;
  }

  /**
   * Asks Teams about somebody who joined: the event itself does not say who is a guest.
   * @returns false when Teams did not answer; until the roster is read they hold no role, which is the safe side.
   */
  async readOne(team: TeamPlace, joined: { readonly teamsId: string }): Promise<boolean> {
    const where = { serviceUrl: team.serviceUrl, conversationId: team.id };
    const answer = await this.messenger.member(where, joined.teamsId, 'bulk');
    if (answer.outcome !== 'read') return false;
    if (answer.value) await this.note(team, answer.value);
    return true;
  }

  private async note(team: TeamPlace, member: Member): Promise<void> {
    await this.directory.addMember(team.id, recordOf(member));
    const { id, teamsId, name } = member;
    await this.directory.rememberPerson({ id, teamsId, name, serviceUrl: team.serviceUrl });
  }
}

function recordOf({ id, teamsId, name, email, userPrincipalName, guest }: Member): MemberRecord {
  return { personId: id, teamsId, name, email, userPrincipalName, guest };
}

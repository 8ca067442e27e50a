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
  ) {}

  /**
   * Reads all pages of a team and removes who is no longer there.
   * @returns how many members there are.
   * @throws RosterUnreadable
   */
  async read(team: TeamPlace): Promise<number> {
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
    for await (const known of this.directory.members(team.id)) {
      if (!seen.has(known.personId)) await this.directory.removeMember(team.id, known.personId);
    }
    return seen.size;
  }

  /** Asks Teams about somebody who joined: the event itself does not say who is a guest. */
  async readOne(team: TeamPlace, joined: { readonly teamsId: string }): Promise<void> {
    const where = { serviceUrl: team.serviceUrl, conversationId: team.id };
    const answer = await this.messenger.member(where, joined.teamsId, 'bulk');
    // Without an answer the nightly reading brings the person in; until then they hold no role, which is the safe side.
    if (answer.outcome === 'read' && answer.value) await this.note(team, answer.value);
  }

  private async note(team: TeamPlace, member: Member): Promise<void> {
    await this.directory.addMember(team.id, recordOf(member));
    const { id, teamsId, name } = member;
    await this.directory.rememberPerson({ id, teamsId, name, serviceUrl: team.serviceUrl });
  }
}

function recordOf({ id, teamsId, name, email, guest }: Member): MemberRecord {
  return { personId: id, teamsId, name, email, guest };
}

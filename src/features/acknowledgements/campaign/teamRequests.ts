import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Campaign } from './campaign';

const entrySchema = z.object({
  due: z.string(),
  /** Nobody asks any more who joins or leaves; the request is still found. */
  closed: z.boolean().optional(),
});

/** Where requests to a list stand: its people may be in any team. No team has such an id. */
const WITH_LIST = 'withList';

/** Which requests a team is asked by, so that a change of its members finds them: a partition for each team. */
export class TeamRequests {
  private readonly rows: Table<z.infer<typeof entrySchema>>;

  constructor(storage: Storage) {
    this.rows = storage.table('campaignsbyteam', entrySchema);
  }

  /** Before the roster is read for the first time, so that nobody who joins is missed; again does no harm. */
  async enter({ id, teams, listId, due }: Campaign): Promise<void> {
    const places = [...teams.map((team) => team.id), ...(listId ? [WITH_LIST] : [])];
    for (const place of places) await this.rows.put(place, id, { due });
  }

  /** Those that look at who joins and leaves this team: the ones that ask it, and all that ask a list. */
  async of(teamId: string): Promise<string[]> {
    return [...new Set([...(await this.openIn(teamId)), ...(await this.openIn(WITH_LIST))])];
  }

  /** All that ever asked the team. */
  async allOf(teamId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { row } of this.rows.list({ partition: teamId })) ids.push(row);
    return ids;
  }

  /** The request looks no more at who joins and leaves this team, nor at its list. */
  async close(teamId: string, campaignId: string): Promise<void> {
    for (const place of [teamId, WITH_LIST])
      await this.rows.change(place, campaignId, (now) => (now ? { ...now, closed: true } : undefined));
  }

  private async openIn(place: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { row, value } of this.rows.list({ partition: place })) if (!value.closed) ids.push(row);
    return ids;
  }
}

import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Campaign } from './campaign';

const entrySchema = z.object({
  due: z.string(),
  /** Nobody asks any more who joins or leaves; the request is still found. */
  closed: z.boolean().optional(),
});

/** Which requests a team is asked by, so that a change of its members finds them: a partition for each team. */
export class TeamRequests {
  private readonly rows: Table<z.infer<typeof entrySchema>>;

  constructor(storage: Storage) {
    this.rows = storage.table('campaignsbyteam', entrySchema);
  }

  /** Before the roster is read for the first time, so that nobody who joins is missed; again does no harm. */
  async enter({ id, teams, due }: Campaign): Promise<void> {
    for (const team of teams) await this.rows.put(team.id, id, { due });
  }

  /** Those that look at who joins and leaves. */
  async of(teamId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { row, value } of this.rows.list({ partition: teamId }))
      if (!value.closed) ids.push(row);
    return ids;
  }

  /** All that ever asked the team. */
  async allOf(teamId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { row } of this.rows.list({ partition: teamId })) ids.push(row);
    return ids;
  }

  async close(teamId: string, campaignId: string): Promise<void> {
    await this.rows.change(teamId, campaignId, (now) => (now ? { ...now, closed: true } : undefined));
  }
}

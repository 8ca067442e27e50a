import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const awaySchema = z.object({
  personId: z.string(),
  /** A calendar day in London: the one on which they are back. */
  until: z.string(),
  /** The moment at which it ends (ISO); in the past when they came back before that day. */
  endsAt: z.string(),
});
/** Somebody who is away. Why, and who said so, is nobody's business and kept nowhere. */
export type Away = z.infer<typeof awaySchema>;

/** Who is away: a row only while they are. */
export class AwayPeople {
  private readonly rows: Table<Away>;

  constructor(storage: Storage) {
    this.rows = storage.table('awaypeople', awaySchema);
  }

  async of(personId: string): Promise<Away | undefined> {
    return (await this.rows.get(spread(personId), personId))?.value;
  }

  async set(away: Away): Promise<void> {
    await this.rows.put(spread(away.personId), away.personId, away);
  }

  /** They are back. @returns undefined when they were not away */
  end(personId: string, at: string): Promise<Away | undefined> {
    return this.rows.change(spread(personId), personId, (now) => now && { ...now, endsAt: at });
  }

  /** Forgets it, unless it was said anew in the meantime. */
  async forget({ personId, endsAt }: Away): Promise<void> {
    const row = await this.rows.get(spread(personId), personId);
    if (row?.value.endsAt === endsAt) await this.rows.remove(row.partition, row.row, row.etag);
  }

  /** Who is away now, by person. */
  async all(now: Date): Promise<ReadonlyMap<string, Away>> {
    const found = new Map<string, Away>();
    for await (const { value } of this.rows.list()) {
      if (value.endsAt > now.toISOString()) found.set(value.personId, value);
    }
    return found;
  }
}

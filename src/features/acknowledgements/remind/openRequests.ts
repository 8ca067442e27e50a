import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Campaign } from '../campaign/campaign';

const entrySchema = z.object({
  managerId: z.string(),
  campaignId: z.string(),
  /** When the manager had the list of those who had not confirmed by the due date (ISO). */
  overdueToldAt: z.string().optional(),
  /** That due date: after a later one they have it again. */
  overdueToldFor: z.string().optional(),
});
/** A request that still has something to come: reminders, a list of who is overdue, a line in the digest. */
export type OpenRequest = z.infer<typeof entrySchema>;

/** Whether the manager had the list of those who are overdue by the date that the request has now. */
export function wasOverdueTold({ overdueToldAt, overdueToldFor }: OpenRequest, { due }: Campaign): boolean {
  return overdueToldAt !== undefined && (overdueToldFor ?? due) === due;
}

/** The requests that are not over, in a partition for each manager: a few at a time, so that they are looked at often. */
export class OpenRequests {
  private readonly rows: Table<OpenRequest>;

  constructor(storage: Storage) {
    this.rows = storage.table('openrequests', entrySchema);
  }

  /** Before anything is sent; again does no harm, and what was noted stays. */
  async enter({ id, managerId }: Campaign): Promise<void> {
    await this.rows.insert(managerId, id, { managerId, campaignId: id });
  }

  /** Its date moves to a later one: what is to come by that date comes again. */
  async reopen({ id, managerId }: Campaign): Promise<void> {
    await this.rows.put(managerId, id, { managerId, campaignId: id });
  }

  async all(): Promise<OpenRequest[]> {
    return this.listed({});
  }

  async of(managerId: string): Promise<OpenRequest[]> {
    return this.listed({ partition: managerId });
  }

  /** @param due the date by which they were overdue; it may have been moved since */
  async noteOverdueTold({ managerId, campaignId }: OpenRequest, due: string, at: string): Promise<void> {
    await this.rows.change(
      managerId,
      campaignId,
      (now) => now && { ...now, overdueToldAt: at, overdueToldFor: due },
    );
  }

  async remove({ managerId, campaignId }: OpenRequest): Promise<void> {
    await this.rows.remove(managerId, campaignId);
  }

  private async listed(where: { partition?: string }): Promise<OpenRequest[]> {
    const found: OpenRequest[] = [];
    for await (const { value } of this.rows.list(where)) found.push(value);
    return found;
  }
}

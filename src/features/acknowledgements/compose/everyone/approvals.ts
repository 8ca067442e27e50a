import { z } from 'zod';
import { secondWordFields } from '../../../../bot/secondWord/secondWord';
import type { Storage } from '../../../../storage/storage';
import type { Table } from '../../../../storage/table';
import type { Draft } from '../draft';

const approvalSchema = z.object({
  /** That of the campaign that it allows. */
  id: z.string(),
  managerId: z.string(),
  managerName: z.string(),
  draftId: z.string(),
  /** The draft as it was asked for: another one needs another approval. */
  revision: z.number().int(),
  listRevision: z.number().int(),
  people: z.number().int(),
  ...secondWordFields,
});
/** A second administrator's word on a request to everybody. */
export type Approval = z.infer<typeof approvalSchema>;

const ROW = 'approval';

/** Approvals, a partition for each. */
export class Approvals {
  private readonly rows: Table<Approval>;

  constructor(storage: Storage) {
    this.rows = storage.table('requestapprovals', approvalSchema);
  }

  async get(id: string): Promise<Approval | undefined> {
    return id === '' ? undefined : (await this.rows.get(id, ROW))?.value;
  }

  /** Asks, once for each state of the draft. @returns the approval that stands for it */
  async ask(approval: Approval): Promise<Approval> {
    const now = await this.rows.change(approval.id, ROW, (known) =>
      known && isFor(known, approval) ? undefined : approval,
    );
    return now ?? approval;
  }

  /** Changes one, whoever else changes it. @returns it as it now is */
  change(id: string, decide: (now: Approval) => Approval): Promise<Approval | undefined> {
    return this.rows.change(id, ROW, (now) => {
      const next = now && decide(now);
      return next === now ? undefined : next;
    });
  }
}

/** @returns whether the approval was asked for the draft as it is. */
export function isFor(approval: Approval, draft: Pick<Draft, 'revision' | 'listRevision'>): boolean {
  return approval.revision === draft.revision && approval.listRevision === draft.listRevision;
}

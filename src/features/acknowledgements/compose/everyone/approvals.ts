import { z } from 'zod';
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
  state: z.enum(['asked', 'approved', 'refused']),
  /** Administrators who have the card. */
  told: z.array(z.string()),
  decidedBy: z.string().optional(),
  decidedByName: z.string().optional(),
  /** When the one who asked had word of the decision, or cannot have it (ISO). */
  askerToldAt: z.string().optional(),
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

/** The approval after a decision; the first one stands. */
export function afterDecision(
  approval: Approval,
  decision: { readonly state: 'approved' | 'refused'; readonly by: string; readonly byName: string },
): Approval {
  if (approval.state !== 'asked') return approval;
  return { ...approval, state: decision.state, decidedBy: decision.by, decidedByName: decision.byName };
}

/** The approval after one more administrator got the card. */
export function afterTelling(approval: Approval, personId: string): Approval {
  if (approval.told.includes(personId)) return approval;
  return { ...approval, told: [...approval.told, personId] };
}

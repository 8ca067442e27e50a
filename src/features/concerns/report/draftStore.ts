import { randomUUID } from 'node:crypto';
import type { Sealing } from '../../../storage/sealing';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Draft } from './draft';
import { draftSchema } from './draft';

const OPEN = 'open';

/** The drafts: one open draft for each person, found through a tag of the person that no other table uses. */
export class DraftStore {
  private readonly table: Table<Draft>;

  constructor(
    storage: Storage,
    private readonly sealing: Sealing,
  ) {
    this.table = storage.table('concernDrafts', draftSchema);
  }

  async of(personId: string): Promise<Draft | undefined> {
    return (await this.table.get(this.partition(personId), OPEN))?.value;
  }

  /** The person's draft, made when there is none. */
  async open(personId: string): Promise<Draft> {
    const fresh: Draft = { id: randomUUID(), revision: 1 };
    const now = await this.table.change(this.partition(personId), OPEN, (draft) =>
      draft ? undefined : fresh,
    );
    return now ?? fresh;
  }

  /** @param decide gives the changed draft; may run several times. @returns undefined when the draft is gone. */
  async change(personId: string, id: string, decide: (now: Draft) => Draft): Promise<Draft | undefined> {
    const now = await this.table.change(this.partition(personId), OPEN, (draft) => {
      const next = draft?.id === id ? decide(draft) : undefined;
      return next === draft ? undefined : next;
    });
    return now?.id === id ? now : undefined;
  }

  /** Removes this draft and no other; removing what is gone is fine. */
  async remove(personId: string, id: string): Promise<void> {
    const stored = await this.table.get(this.partition(personId), OPEN);
    if (stored?.value.id !== id) return;
    const removed = await this.table.remove(stored.partition, stored.row, stored.etag);
    if (!removed) await this.remove(personId, id);
  }

  private partition(personId: string): string {
    return this.sealing.tag(personId, 'concerns.draft');
  }
}

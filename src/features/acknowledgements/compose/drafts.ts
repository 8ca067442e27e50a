import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { Draft, DraftInput } from './draft';
import { draftSchema, holds } from './draft';

/** Drafts, in a partition for each manager. */
export class Drafts {
  private readonly rows: Table<Draft>;

  constructor(storage: Storage) {
    this.rows = storage.table('requestdrafts', draftSchema);
  }

  /** @returns the draft as it is kept: a repeat finds the first one. */
  async open(draft: Draft): Promise<Draft> {
    if (await this.rows.insert(draft.managerId, draft.id, draft)) return draft;
    return (await this.get(draft.managerId, draft.id)) ?? draft;
  }

  async get(managerId: string, id: string): Promise<Draft | undefined> {
    return (await this.rows.get(managerId, id))?.value;
  }

  /**
   * Keeps what was typed, unless it is sent already or was changed since it was opened.
   * @param opened the draft that the form showed
   * @returns the draft as it now is; undefined when it is gone.
   */
  fill(opened: Pick<Draft, 'managerId' | 'id' | 'revision'>, input: DraftInput): Promise<Draft | undefined> {
    return this.rows.change(opened.managerId, opened.id, (now) => {
      const mayChange = now && !now.campaignId && now.revision === opened.revision;
      return mayChange && !holds(now, input) ? { ...now, ...input, revision: now.revision + 1 } : undefined;
    });
  }

  /** Notes another list, or other people on paper, unless it is sent already. @returns the draft as it now is */
  changeList(
    { managerId, id }: Pick<Draft, 'managerId' | 'id'>,
    listed: Partial<Pick<Draft, 'list' | 'onPaper'>>,
  ): Promise<Draft | undefined> {
    return this.rows.change(managerId, id, (now) =>
      !now || now.campaignId ? undefined : { ...now, ...listed, listRevision: now.listRevision + 1 },
    );
  }

  async markSent(draft: Draft, campaignId: string): Promise<void> {
    await this.rows.change(draft.managerId, draft.id, (now) => (now ? { ...now, campaignId } : undefined));
  }
}

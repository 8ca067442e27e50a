import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const listSchema = z.object({
  /** In the order in which they are tried. */
  people: z.array(
    z.object({
      personId: z.string(),
      teamsId: z.string(),
      name: z.string(),
      /** A team of theirs: by it Teams says whether they are still there. */
      teamId: z.string(),
    }),
  ),
  by: z.object({ id: z.string(), name: z.string() }),
  /** ISO time. */
  at: z.string(),
});

export type ListedPerson = z.infer<typeof listSchema>['people'][number];
type ConflictListValue = z.infer<typeof listSchema>;

/** How many people the list names. */
export const LISTED = 3;
const LIST = 'list';

/** Three people outside IT, one of whom gets a report that names somebody who might handle it. */
export class ConflictList {
  private readonly table: Table<ConflictListValue>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.table = storage.table('conflictList', listSchema);
  }

  async people(): Promise<readonly ListedPerson[]> {
    return (await this.table.get(LIST, LIST))?.value.people ?? [];
  }

  async set(value: ConflictListValue): Promise<void> {
    await this.table.put(LIST, LIST, value);
  }
}

import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { VersionRef } from '../policyToConfirm';

const triesSchema = z.object({ questionId: z.string(), tries: z.number().int().nonnegative() });
/** How often a question was answered wrongly, by nobody in particular. */
export type WrongTriesOf = z.infer<typeof triesSchema>;

/**
 * Counts wrong tries: a row for each question of a policy version and nothing about who tried. That is also why a
 * repeat is not recognised by an activity's id, which would lead to a chat: it is counted after the turn instead, and
 * rather missed than counted twice.
 */
export class WrongTries {
  private readonly rows: Table<WrongTriesOf>;

  constructor(storage: Storage) {
    this.rows = storage.table('checkwrongtries', triesSchema);
  }

  async add(version: VersionRef, questionId: string): Promise<void> {
    await this.rows.change(keyOf(version), questionId, (now) => ({
      questionId,
      tries: (now?.tries ?? 0) + 1,
    }));
  }

  async of(version: VersionRef): Promise<WrongTriesOf[]> {
    const found: WrongTriesOf[] = [];
    for await (const { value } of this.rows.list({ partition: keyOf(version) })) found.push(value);
    return found;
  }
}

function keyOf({ policyId, versionNumber, versionHash }: VersionRef): string {
  return `${policyId}:${versionNumber}:${versionHash}`;
}

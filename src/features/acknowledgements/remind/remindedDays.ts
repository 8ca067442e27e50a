import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const daySchema = z.object({ day: z.string(), by: z.string() });

/** Whose turn it is to remind somebody on a day: one message a day, however many requests and presses there are. */
export class RemindedDays {
  private readonly rows: Table<z.infer<typeof daySchema>>;

  constructor(storage: Storage) {
    this.rows = storage.table('remindeddays', daySchema);
  }

  /**
   * Takes the day for one message. @param by names the message; the same name gets the day again after a crash.
   * @returns false when another message has it
   */
  async take(personId: string, day: string, by: string): Promise<boolean> {
    const row = await this.rows.change(spread(personId), personId, (now) =>
      now && now.day >= day ? undefined : { day, by },
    );
    return row?.by === by;
  }

  /** Gives the day back: the message did not reach them. */
  async giveBack(personId: string, by: string): Promise<void> {
    const row = await this.rows.get(spread(personId), personId);
    if (row?.value.by === by) await this.rows.remove(row.partition, row.row, row.etag);
  }
}

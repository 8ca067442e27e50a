import { z } from 'zod';
import type { Clock } from '../clock';
import type { Eraser, MayErase } from './eraser';
import { spread } from './keys';
import type { StoredDirectory } from './directory';
import type { PersonRecord } from './roles';
import type { Storage } from './storage';
import type { Table } from './table';

/** As a person's record has it. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

const goneSchema = z.object({ since: z.string() });

/**
 * Forgets people who are in no team and said nothing: nobody tells the product that somebody has left the council, so
 * it notes when it first found them so, and forgets them when that is long enough ago.
 */
export class ForgetPeople implements Eraser {
  private readonly gone: Table<z.infer<typeof goneSchema>>;

  constructor(
    storage: Storage,
    private readonly directory: StoredDirectory,
    private readonly clock: Clock,
  ) {
    this.gone = storage.table('retentionGone', goneSchema);
  }

  async eraseBefore(before: Date, mayGoOn: MayErase): Promise<number> {
    const erased: string[] = [];
    for await (const person of this.directory.everybody()) {
      if (!(await mayGoOn())) break;
      if (await this.isLongGone(person, before)) {
        await this.directory.forget(person.id);
        await this.gone.remove(spread(person.id), person.id);
        erased.push(person.id);
      }
    }
    return erased.length;
  }

  private async isLongGone({ id, spokeIn = '' }: PersonRecord, before: Date): Promise<boolean> {
    if ((await this.directory.memberships(id)).size > 0) {
      await this.gone.remove(spread(id), id);
      return false;
    }
    const since = await this.gone.change(spread(id), id, (now) =>
      now ? undefined : { since: this.clock.now().toISOString() },
    );
    const isLongInNoTeam = since !== undefined && since.since < before.toISOString();
    // The month is all that is known: whoever spoke in that of the limit stays until it is over.
    return isLongInNoTeam && spokeIn < monthOf(before);
  }
}

import type { Storage } from '../../../storage/storage';
import type { Stored, Table } from '../../../storage/table';
import { BATCH_LIMIT } from '../../../storage/table';
import type { Counts } from './counts';
import { countIn, noCounts } from './counts';
import type { Recipient } from './recipient';
import { recipientSchema } from './recipient';

const partitionOf = (campaignId: string, partId: string): string => `${campaignId}:${partId}`;

/** The recipient rows: the truth of a campaign, in partitions of at most 1,000. */
export class Recipients {
  private readonly rows: Table<Recipient>;

  constructor(storage: Storage) {
    this.rows = storage.table('recipients', recipientSchema);
  }

  async get(campaignId: string, partId: string, personId: string): Promise<Recipient | undefined> {
    return (await this.rows.get(partitionOf(campaignId, partId), personId))?.value;
  }

  /** Like `get`, with what `changeRead` needs. */
  read(campaignId: string, partId: string, personId: string): Promise<Stored<Recipient> | undefined> {
    return this.rows.get(partitionOf(campaignId, partId), personId);
  }

  list(campaignId: string, partId: string): AsyncGenerator<Stored<Recipient>> {
    return this.rows.list({ partition: partitionOf(campaignId, partId) });
  }

  /** Writes new rows, a hundred at a time. Only for people who have no row yet. */
  async add(campaignId: string, partId: string, recipients: readonly Recipient[]): Promise<void> {
    for (let start = 0; start < recipients.length; start += BATCH_LIMIT) {
      const some = recipients.slice(start, start + BATCH_LIMIT);
      const changes = some.map((value) => ({ kind: 'insert' as const, row: value.personId, value }));
      const written = await this.rows.batch(partitionOf(campaignId, partId), changes);
      if (!written) throw new Error('Somebody else is writing the same recipients.');
    }
  }

  /** Changes one row, whoever else changes it. @returns the row as it now is, or undefined when there is none. */
  change(
    campaignId: string,
    partId: string,
    personId: string,
    decide: (now: Recipient) => Recipient,
  ): Promise<Recipient | undefined> {
    return this.rows.change(partitionOf(campaignId, partId), personId, (now) => {
      const next = now && decide(now);
      return next === now ? undefined : next;
    });
  }

  /** Changes a row as it was just read, in one request; like `change` where somebody came between. */
  async changeRead(
    stored: Stored<Recipient>,
    decide: (now: Recipient) => Recipient,
  ): Promise<Recipient | undefined> {
    const next = decide(stored.value);
    if (next === stored.value || (await this.rows.replace(stored, next))) return next;
    return this.rows.change(stored.partition, stored.row, (now) => {
      const decided = now && decide(now);
      return decided === now ? undefined : decided;
    });
  }

  /**
   * Changes several rows of one part, together when nobody came between and one by one otherwise.
   * @param changes at most 100, each with the row as it was read
   */
  async changeTogether(
    partition: { readonly campaignId: string; readonly partId: string },
    changes: readonly {
      readonly stored: Stored<Recipient>;
      readonly decide: (now: Recipient) => Recipient;
    }[],
  ): Promise<void> {
    const { campaignId, partId } = partition;
    const replaced = changes.map(({ stored, decide }) => ({
      kind: 'replace' as const,
      stored,
      value: decide(stored.value),
    }));
    if (await this.rows.batch(partitionOf(campaignId, partId), replaced)) return;
    for (const { stored, decide } of changes) await this.change(campaignId, partId, stored.row, decide);
  }

  /**
   * Changes every row of a part that `decide` gives another value for; the value may be asked for several times.
   * @param seen is shown each row as it was read
   */
  async sweep(
    partition: { readonly campaignId: string; readonly partId: string },
    decide: (now: Recipient) => Recipient,
    seen: (row: Recipient) => void = () => undefined,
  ): Promise<void> {
    const changes: { stored: Stored<Recipient>; decide: typeof decide }[] = [];
    for await (const stored of this.list(partition.campaignId, partition.partId)) {
      seen(stored.value);
      if (decide(stored.value) !== stored.value) changes.push({ stored, decide });
      if (changes.length === BATCH_LIMIT) await this.changeTogether(partition, changes.splice(0));
    }
    if (changes.length > 0) await this.changeTogether(partition, changes);
  }

  /** Counts the rows of a part: the counts are right by construction, whatever was repeated or cut short. */
  async count(campaignId: string, partId: string): Promise<Counts> {
    const counts = { ...noCounts };
    for await (const { value } of this.list(campaignId, partId)) countIn(counts, value);
    return counts;
  }
}

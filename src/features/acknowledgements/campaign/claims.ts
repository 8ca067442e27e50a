import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import { BATCH_LIMIT } from '../../../storage/table';
import type { VersionRef } from '../policyToConfirm';

export const claimSchema = z.object({ campaignId: z.string(), partId: z.string() });
/** The recipient row that asks somebody for a policy version; of no campaign where they confirmed of their own accord. */
export type Claim = z.infer<typeof claimSchema>;

/** A thousand people are written in 64 batches, and a partition of a hundred thousand stays under 2,000 rows. */
const PARTITIONS = 64;
const OF_OWN_ACCORD: Claim = { campaignId: '', partId: '' };

/**
 * Who is asked for which policy version by which request: one row for a person and a version, and whoever writes it
 * first has the card sent. So nobody is asked twice at once, whatever is sent at the same time.
 */
export class Claims {
  private readonly rows: Table<Claim>;

  /** @param rootOf the version under which this one and others whose confirmations count for it are claimed */
  constructor(
    storage: Storage,
    private readonly rootOf: (version: VersionRef) => Promise<VersionRef> = (version) =>
      Promise.resolve(version),
  ) {
    this.rows = storage.table('askedby', claimSchema);
  }

  /** Claims everybody whom nobody has claimed. @returns the claim that stands for each of them */
  async claim(
    version: VersionRef,
    mine: Claim,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Claim>> {
    const standing = new Map<string, Claim>();
    for (const [partition, people] of partitions(await this.rootOf(version), personIds)) {
      for (let start = 0; start < people.length; start += BATCH_LIMIT) {
        await this.claimSome(partition, mine, people.slice(start, start + BATCH_LIMIT), standing);
      }
    }
    return standing;
  }

  /**
   * Takes over from a request that does not ask this person any more; not where it has put them into another part.
   * @returns the claim that now stands
   */
  async takeOver(version: VersionRef, personId: string, from: Claim, mine: Claim): Promise<Claim> {
    const partition = partitionOf(await this.rootOf(version), personId);
    const now = await this.rows.change(partition, personId, (standing) =>
      !standing || isSame(standing, from) ? mine : undefined,
    );
    return now ?? mine;
  }

  /** Notes that there is a record although no request asked for it; a claim that is there stays. */
  async noteOwnAccord(version: VersionRef, personId: string): Promise<void> {
    await this.rows.insert(partitionOf(await this.rootOf(version), personId), personId, OF_OWN_ACCORD);
  }

  /** All at once where nobody is claimed yet; otherwise whoever is left over. */
  private async claimSome(
    partition: string,
    mine: Claim,
    people: readonly string[],
    standing: Map<string, Claim>,
  ): Promise<void> {
    if (await this.insert(partition, mine, people)) {
      for (const personId of people) standing.set(personId, mine);
      return;
    }
    const known = new Map<string, Claim>();
    for await (const { row, value } of this.rows.list({ partition })) known.set(row, value);
    const free = people.filter((personId) => !known.has(personId));
    const inserted = await this.insert(partition, mine, free);
    for (const personId of people) {
      const claim = inserted && !known.has(personId) ? mine : known.get(personId);
      standing.set(personId, isSettled(claim, mine) ? claim : await this.claimOne(partition, mine, personId));
    }
  }

  private insert(partition: string, mine: Claim, people: readonly string[]): Promise<boolean> {
    const changes = people.map((row) => ({ kind: 'insert' as const, row, value: mine }));
    return this.rows.batch(partition, changes);
  }

  /** A claim of our own that names a part in which a crash left no row is set right. */
  private async claimOne(partition: string, mine: Claim, personId: string): Promise<Claim> {
    const now = await this.rows.change(partition, personId, (claim) =>
      isSettled(claim, mine) ? undefined : mine,
    );
    return now ?? mine;
  }
}

function isSame(one: Claim, other: Claim): boolean {
  return one.campaignId === other.campaignId && one.partId === other.partId;
}

/** Whether the claim needs no writing: it is somebody else's, or this very one. */
function isSettled(claim: Claim | undefined, mine: Claim): claim is Claim {
  return claim !== undefined && (claim.campaignId !== mine.campaignId || isSame(claim, mine));
}

function partitionOf({ policyId, versionNumber, versionHash }: VersionRef, personId: string): string {
  return `${policyId}:${versionNumber}:${versionHash}:${spread(personId, PARTITIONS)}`;
}

function partitions(version: VersionRef, personIds: readonly string[]): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const personId of personIds) {
    const partition = partitionOf(version, personId);
    grouped.set(partition, [...(grouped.get(partition) ?? []), personId]);
  }
  return grouped;
}

import { createHash, randomUUID } from 'node:crypto';
import type { BlobLeaseClient, BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { RestError } from '@azure/storage-blob';

/** One request for the lease; it is tried again soon anyway. */
const REQUEST_MS = 5_000;

/**
 * The right to work, held by one instance at a time: a lease on a blob. Its id comes from the instance's, so that an
 * instance that was killed and started again goes on at once, without waiting for its own lease to run out. Where two
 * processes run under one id, as when a host starts the next before it ends the one before, the newest works: it leaves
 * its mark in the blob, which the other finds when it next renews.
 */
export class Lease {
  private readonly leaseId: string;
  private readonly mark = randomUUID();
  private standing: 'unmarked' | 'marked' | 'superseded' = 'unmarked';
  private heldUntil = -Infinity;

  /**
   * @param seconds how long it lasts without being renewed; Azure takes 15 to 60.
   * @param now milliseconds of real time that only go forward: a lease runs in real time.
   */
  constructor(
    private readonly container: () => Promise<ContainerClient>,
    private readonly name: string,
    instanceId: string,
    private readonly seconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.leaseId = leaseIdOf(instanceId);
  }

  /** True as long as no other instance can have it. */
  held(): boolean {
    return this.now() < this.heldUntil;
  }

  /** Takes or renews it. @returns whether it is held. @throws when storage does not answer; `held` goes on counting. */
  async take(): Promise<boolean> {
    const asked = this.now();
    const taken = (await this.mayTry()) && (await this.acquire()) && (await this.isNewest());
    this.heldUntil = taken ? asked + this.seconds * 1_000 : -Infinity;
    return taken;
  }

  /** Lets another instance have it at once. */
  async release(): Promise<void> {
    const mayBeOurs = this.held();
    this.heldUntil = -Infinity;
    if (mayBeOurs && (await this.isNewest())) await (await this.client()).releaseLease(inTime());
  }

  /** Whoever was superseded would renew the other's lease by asking for it. */
  private async mayTry(): Promise<boolean> {
    if (this.standing !== 'superseded') return true;
    const { leaseState } = await (await this.blob()).getProperties(inTime());
    if (leaseState === 'leased') return false;
    this.standing = 'unmarked';
    return true;
  }

  /** Leaves this process's mark with its first lease, and looks for it afterwards. */
  private async isNewest(): Promise<boolean> {
    const blob = await this.blob();
    if (this.standing === 'unmarked') {
      const conditions = { leaseId: this.leaseId };
      await blob.upload(this.mark, this.mark.length, { conditions, ...inTime() });
      this.standing = 'marked';
    }
    const found = await blob.downloadToBuffer(0, undefined, inTime());
    if (found.toString() !== this.mark) this.standing = 'superseded';
    return this.standing === 'marked';
  }

  /** Acquiring with the id that holds it already renews it. */
  private async acquire(): Promise<boolean> {
    try {
      await (await this.client()).acquireLease(this.seconds, inTime());
      return true;
    } catch (error) {
      if (statusOf(error) === 409) {
        // Another instance has it, and leaves its own mark.
        this.standing = 'unmarked';
        return false;
      }
      if (statusOf(error) !== 404) throw error;
      await this.createBlob();
      return this.acquire();
    }
  }

  private async createBlob(): Promise<void> {
    try {
      await (await this.blob()).upload('', 0, { conditions: { ifNoneMatch: '*' }, ...inTime() });
    } catch (error) {
      const madeByAnother = statusOf(error) === 409 || statusOf(error) === 412;
      if (!madeByAnother) throw error;
    }
  }

  private async blob(): Promise<BlockBlobClient> {
    return (await this.container()).getBlockBlobClient(this.name);
  }

  private async client(): Promise<BlobLeaseClient> {
    return (await this.blob()).getBlobLeaseClient(this.leaseId);
  }
}

const inTime = () => ({ abortSignal: AbortSignal.timeout(REQUEST_MS) });

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

/** The same id for the same instance, in the shape that Azure wants. */
export function leaseIdOf(instanceId: string): string {
  const hex = createHash('sha256').update(instanceId).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

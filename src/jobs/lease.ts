import { createHash } from 'node:crypto';
import type { BlobLeaseClient, ContainerClient } from '@azure/storage-blob';
import { RestError } from '@azure/storage-blob';

/** One request for the lease; it is tried again soon anyway. */
const REQUEST_MS = 5_000;

/**
 * The right to work, held by one instance at a time: a lease on a blob. Its id comes from the instance's, so that an
 * instance that was killed and started again goes on at once, without waiting for its own lease to run out.
 */
export class Lease {
  private readonly leaseId: string;
  private heldUntil = -Infinity;
  private leaseClient: BlobLeaseClient | undefined;

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
    const taken = await this.acquire();
    this.heldUntil = taken ? asked + this.seconds * 1_000 : -Infinity;
    return taken;
  }

  /** Lets another instance have it at once. */
  async release(): Promise<void> {
    const mayBeOurs = this.held();
    this.heldUntil = -Infinity;
    if (mayBeOurs) await (await this.client()).releaseLease({ abortSignal: AbortSignal.timeout(REQUEST_MS) });
  }

  /** Acquiring with the id that holds it already renews it. */
  private async acquire(): Promise<boolean> {
    try {
      await (
        await this.client()
      ).acquireLease(this.seconds, { abortSignal: AbortSignal.timeout(REQUEST_MS) });
      return true;
    } catch (error) {
      if (statusOf(error) === 409) return false;
      if (statusOf(error) !== 404) throw error;
      await this.createBlob();
      return this.acquire();
    }
  }

  private async createBlob(): Promise<void> {
    const blob = (await this.container()).getBlockBlobClient(this.name);
    try {
      await blob.upload('', 0, {
        conditions: { ifNoneMatch: '*' },
        abortSignal: AbortSignal.timeout(REQUEST_MS),
      });
    } catch (error) {
      const madeByAnother = statusOf(error) === 409 || statusOf(error) === 412;
      if (!madeByAnother) throw error;
    }
  }

  private async client(): Promise<BlobLeaseClient> {
    this.leaseClient ??= (await this.container()).getBlobClient(this.name).getBlobLeaseClient(this.leaseId);
    return this.leaseClient;
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

/** The same id for the same instance, in the shape that Azure wants. */
export function leaseIdOf(instanceId: string): string {
  const hex = createHash('sha256').update(instanceId).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

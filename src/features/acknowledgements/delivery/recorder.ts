import { setTimeout as sleep } from 'node:timers/promises';
import type { Recipient } from '../campaign/recipient';
import type { Recipients } from '../campaign/recipients';
import type { Stored } from '../../../storage/table';

interface Waiting {
  readonly stored: Stored<Recipient>;
  readonly decide: (now: Recipient) => Recipient;
  readonly settle: { resolve: () => void; reject: (error: unknown) => void };
}

/** A send is not repeated because storage blinked: its record is tried this often before the job gives up. */
const RECORD_TRIES = 3;

/** So long a result waits for others to be written with, unless there are enough of them: two or three at Teams' limit. */
const GATHER_MS = 50;
const ENOUGH = 8;

/**
 * Records results of one part: what comes in a moment, or while a write is under way, is written together, so that
 * storage is asked far less than once for each recipient.
 */
export class Recorder {
  private waiting: Waiting[] = [];
  private writing = false;
  private enough: () => void = () => undefined;

  constructor(
    private readonly recipients: Recipients,
    private readonly part: { readonly campaignId: string; readonly partId: string },
  ) {}

  /** Resolves when the row is written. */
  record(stored: Stored<Recipient>, decide: (now: Recipient) => Recipient): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.waiting.push({ stored, decide, settle: { resolve, reject } });
    });
    if (this.waiting.length >= ENOUGH) this.enough();
    if (!this.writing) void this.writeAll();
    return written;
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      if (this.waiting.length < ENOUGH) await this.gather();
      const some = this.waiting.splice(0);
      try {
        await this.write(some, RECORD_TRIES);
        for (const { settle } of some) settle.resolve();
      } catch (error) {
        for (const { settle } of some) settle.reject(error);
      }
    }
    this.writing = false;
  }

  private async gather(): Promise<void> {
    const enough = new Promise<void>((resolve) => (this.enough = resolve));
    await Promise.race([enough, sleep(GATHER_MS)]);
  }

  private async write(some: readonly Waiting[], tries: number): Promise<void> {
    try {
      await this.recipients.changeTogether(this.part, some);
    } catch (error) {
      if (tries <= 1) throw error;
      await this.write(some, tries - 1);
    }
  }
}

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

/**
 * Records results of one part: what comes while a write is under way is written together next, so that storage
 * is asked far less than once for each recipient and a result waits for nobody.
 */
export class Recorder {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly recipients: Recipients,
    private readonly part: { readonly campaignId: string; readonly partId: string },
  ) {}

  /** Resolves when the row is written. */
  record(stored: Stored<Recipient>, decide: (now: Recipient) => Recipient): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.waiting.push({ stored, decide, settle: { resolve, reject } });
    });
    if (!this.writing) void this.writeAll();
    return written;
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
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

  private async write(some: readonly Waiting[], tries: number): Promise<void> {
    try {
      await this.recipients.changeTogether(this.part, some);
    } catch (error) {
      if (tries <= 1) throw error;
      await this.write(some, tries - 1);
    }
  }
}

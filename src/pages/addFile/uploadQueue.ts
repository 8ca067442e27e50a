import type { Begun, FilesClient, Refused } from './filesClient';
import type { NotTaken } from '../upload/botClient';
import { mayPass, trying } from '../upload/trying';

/**
 * How one file stands. `broken`: it can go on from the piece at which it stopped. `cancelling`: the bot is asked
 * whether it was in time.
 */
export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'checking' | 'cancelling' | 'kept' | 'refused' | 'broken';
  /** Pieces that the bot has. */
  readonly sent: number;
  readonly why?: Refused;
  readonly number?: number;
}

/** More at once would make a phone's connection no quicker. */
const AT_ONCE = 2;

/** Sends files piece by piece, two at a time, and tells whoever looks how each stands. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    private readonly client: FilesClient,
    private readonly limits: Begun,
    private readonly onChange: (uploads: readonly Upload[]) => void,
  ) {}

  /** What is too large, or one too many, is refused before a byte of it is sent. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const why = this.refusalOf(file);
      const state = why ? 'refused' : 'waiting';
      this.uploads = [
        ...this.uploads,
        { id: crypto.randomUUID(), file, state, sent: 0, ...(why && { why }) },
      ];
    }
    this.goOn();
  }

  /** A file that broke goes on where it stopped. */
  retry(id: string): void {
    this.set(id, { state: 'waiting' });
    this.goOn();
  }

  /** Stops a file that is not through and takes it off the list, unless the bot has kept it by then. */
  cancel(id: string): void {
    this.aborts.get(id)?.abort();
    const { state } = this.uploads.find((upload) => upload.id === id) ?? {};
    if (state === 'checking') void this.cancelChecking(id);
    else {
      this.remove(id);
      // Where this is not heard, the bot clears it away with the link.
      this.client.cancel(id).catch(() => undefined);
    }
    this.goOn();
  }

  private async cancelChecking(id: string): Promise<void> {
    this.set(id, { state: 'cancelling' });
    try {
      const number = await trying(() => this.client.cancel(id));
      if (number === undefined) this.remove(id);
      else this.set(id, { state: 'kept', number });
    } catch {
      this.set(id, { state: 'broken' });
    }
    this.goOn();
  }

  private remove(id: string): void {
    this.uploads = this.uploads.filter((upload) => upload.id !== id);
  }

  private refusalOf({ size }: File): Refused | undefined {
    if (size > this.limits.mostBytes) return 'tooLarge';
    if (size === 0) return 'unreadable';
    const counted = this.uploads.filter(({ state }) => state !== 'refused').length;
    return counted >= this.limits.mostFiles ? 'tooMany' : undefined;
  }

  private goOn(): void {
    const running = this.uploads.filter(({ state }) => state === 'sending' || state === 'checking').length;
    const next = this.uploads.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - running);
    for (const upload of next) {
      this.set(upload.id, { state: 'sending' });
      void this.send(upload);
    }
    this.onChange(this.uploads);
  }

  private async send({ id, file, sent }: Upload): Promise<void> {
    const { signal } = this.abortOf(id);
    try {
      const pieces = Math.ceil(file.size / this.limits.pieceBytes);
      for (let number = sent; number < pieces; number++) {
        const piece = this.cut(file, number);
        await trying(() => this.client.piece(id, number, piece, file.type, signal), signal);
        this.set(id, { sent: number + 1 });
      }
      this.set(id, { state: 'checking' });
      const number = await trying(() => this.client.last(id, pieces - 1, file.type, signal), signal);
      this.set(id, { state: 'kept', number });
    } catch (error) {
      // What was cancelled ends as the bot says.
      if (!signal.aborted) this.set(id, endOf(error));
    }
    this.goOn();
  }

  private cut(file: File, number: number): Blob {
    const { pieceBytes } = this.limits;
    return file.slice(number * pieceBytes, (number + 1) * pieceBytes);
  }

  private abortOf(id: string): AbortController {
    const abort = new AbortController();
    this.aborts.set(id, abort);
    return abort;
  }

  private set(id: string, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
    this.onChange(this.uploads);
  }
}

/** What the bot will not take stays so; a connection comes back, and pieces that are missing are sent anew. */
function endOf(error: unknown): Partial<Upload> {
  if (mayPass(error)) return { state: 'broken' };
  const { why } = error as NotTaken<Refused>;
  return why === 'incomplete' ? { state: 'broken', sent: 0 } : { state: 'refused', why };
}

import type { Begun, FilesClient, Refused } from './filesClient';
import { NotTaken } from './filesClient';

/** How one file stands. `broken`: it can go on from the piece at which it stopped. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'checking' | 'kept' | 'refused' | 'broken';
  /** Pieces that the bot has. */
  readonly sent: number;
  readonly why?: Refused;
  readonly number?: number;
}

/** More at once would make a phone's connection no quicker. */
const AT_ONCE = 2;
/** Waits between the tries of one piece, in milliseconds; then the person is asked. */
const WAITS = [500, 2_000];

/** Sends files piece by piece, two at a time, and tells whoever looks how each stands. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    private readonly client: FilesClient,
    private readonly limits: Begun,
    private readonly onChange: (uploads: readonly Upload[]) => void,
    private readonly wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
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

  /** Stops a file that is not through and takes it off the list. */
  cancel(id: string): void {
    this.aborts.get(id)?.abort();
    const wasBegun = this.uploads.some((upload) => upload.id === id && upload.state !== 'refused');
    this.uploads = this.uploads.filter((upload) => upload.id !== id);
    // Where this is not heard, the bot clears it away with the link.
    if (wasBegun) this.client.cancel(id).catch(() => undefined);
    this.goOn();
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
        await this.trying(signal, () =>
          this.client.piece(id, number, this.cut(file, number), file.type, signal),
        );
        this.set(id, { sent: number + 1 });
      }
      this.set(id, { state: 'checking' });
      const number = await this.trying(signal, () => this.client.last(id, pieces - 1, file.type, signal));
      this.set(id, { state: 'kept', number });
    } catch (error) {
      this.set(id, endOf(error));
    }
    this.goOn();
  }

  private async trying<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (const ms of WAITS) {
      try {
        return await work();
      } catch (error) {
        if (signal.aborted || !mayPass(error)) throw error;
        await this.wait(ms);
      }
    }
    return work();
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

const mayPass = (error: unknown): boolean => !(error instanceof NotTaken) || error.why === 'away';

/** What the bot will not take stays so; a connection comes back, and pieces that are missing are sent anew. */
function endOf(error: unknown): Partial<Upload> {
  if (mayPass(error)) return { state: 'broken' };
  const { why } = error as NotTaken;
  return why === 'incomplete' ? { state: 'broken', sent: 0 } : { state: 'refused', why };
}

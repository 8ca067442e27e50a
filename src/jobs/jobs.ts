/**
 * Work without a turn. Due work is a row with its due time; the instance that holds the lease does it, another
 * takes over. Work may happen twice (a crash after the effect), so every worker must bear a repeat.
 */
export interface Jobs {
  /** Registers who does this kind of work. @throws Error when the kind is registered twice. */
  on(kind: string, work: (job: DueJob) => Promise<JobResult>): void;
  /** Puts work down; the same kind and key replace each other. At once when `at` is now or past. */
  schedule(kind: string, key: string, at: Date, payload?: Readonly<Record<string, string>>): Promise<void>;
  /** Puts work that follows itself down, unless it is put down already: what a stopped process missed stays due. */
  scheduleByLatest(kind: string, key: string, at: Date): Promise<void>;
  cancel(kind: string, key: string): Promise<void>;
}

export interface DueJob {
  readonly key: string;
  readonly payload: Readonly<Record<string, string>>;
  /** How often it was tried before, since it last succeeded. */
  readonly attempts: number;
  /** False once the lease is lost or the process is stopping: stop at the next safe point and ask to go on. */
  readonly mayGoOn: () => boolean;
}

/** Done (the row goes), or once more at a time. A throw means once more with back-off. */
export type JobResult = 'done' | { readonly againAt: Date };

import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { SetupRequest } from './request';
import { isOpen, requestSchema } from './request';

/** What was asked of a second administrator: a handful of rows, a partition for each kind of change. */
export class SetupRequests {
  private readonly rows: Table<SetupRequest>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.rows = storage.table('setuprequests', requestSchema);
  }

  async get(id: string): Promise<SetupRequest | undefined> {
    return id === '' ? undefined : (await this.rows.get(partitionOf(id), id))?.value;
  }

  /** @returns what nobody has decided yet, the oldest first */
  async open(now: Date): Promise<SetupRequest[]> {
    const open: SetupRequest[] = [];
    for await (const { value } of this.rows.list()) if (isOpen(value, now)) open.push(value);
    return open.sort((one, other) => one.askedAt.localeCompare(other.askedAt));
  }

  /** Asking again with the same id changes nothing. */
  async insert(request: SetupRequest): Promise<void> {
    await this.rows.insert(partitionOf(request.id), request.id, request);
  }

  /** Changes one, whoever else changes it. @returns it as it now is */
  change(id: string, decide: (now: SetupRequest) => SetupRequest): Promise<SetupRequest | undefined> {
    return this.rows.change(partitionOf(id), id, (now) => {
      const next = now && decide(now);
      return next === now ? undefined : next;
    });
  }
}

/** An id begins with what is to be changed. */
const partitionOf = (id: string): string => id.split('-')[0] ?? id;

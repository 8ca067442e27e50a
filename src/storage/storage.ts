import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import type { ContainerClient } from '@azure/storage-blob';
import type { TokenCredential } from '@azure/core-auth';
import type { z } from 'zod';
import { writeAscii } from './asciiBodies';
import { Table } from './table';

/** How storage is reached: a connection string, or an account with a managed identity. */
export type StorageAccount =
  | { readonly kind: 'connection'; readonly connectionString: string }
  | { readonly kind: 'identity'; readonly account: string; readonly credential: TokenCredential };

/** In a turn storage gets one retry and 2 s in all; after that the person is told to try again (design, "A turn"). */
const PATIENCE_MS = 2_000;
/**
 * Azure takes at most 5 s for a page of a list: what has not come by then hangs, and a job that waited for it would
 * keep its lease and do nothing (https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination).
 */
const PAGE_PATIENCE_MS = 10_000;
const RETRIES = { retryOptions: { maxRetries: 1, retryDelayInMs: 100, maxRetryDelayInMs: 200 } };

/** Making a table or a container happens once, so a timer that it leaves behind does no harm. */
const patiently = () => ({
  abortSignal: AbortSignal.timeout(PAGE_PATIENCE_MS),
});

/** Tables and blob containers of one product, made when first used. */
export class Storage {
  private readonly ready = new Map<string, Promise<unknown>>();

  /** @param prefix put before every table's and container's name: several products may share an account. */
  constructor(
    private readonly account: StorageAccount,
    private readonly prefix = 'policybot',
  ) {}

  /** @param name letters and digits. @param schema what every row must fit; a row that does not is an error. */
  table<T extends object>(name: string, schema: z.ZodType<T>): Table<T> {
    const client = writeAscii(this.tableClient(this.prefix + name));
    const made = (): Promise<TableClient> =>
      this.once(`table ${name}`, () => client.createTable(patiently())).then(() => client);
    return new Table(made, schema, { operationMs: PATIENCE_MS, pageMs: PAGE_PATIENCE_MS });
  }

  /** @param name small letters and digits. */
  async container(name: string): Promise<ContainerClient> {
    const client = this.blobClient().getContainerClient(`${this.prefix}-${name}`.toLowerCase());
    await this.once(`container ${name}`, () => client.createIfNotExists(patiently()));
    return client;
  }

  /** Creation that failed is tried again by the next caller. */
  private async once(name: string, make: () => Promise<unknown>): Promise<void> {
    const running = this.ready.get(name) ?? make();
    this.ready.set(name, running);
    try {
      await running;
    } catch (error) {
      this.ready.delete(name);
      throw error;
    }
  }

  private tableClient(name: string): TableClient {
    if (this.account.kind === 'identity') {
      const url = `https://${this.account.account}.table.core.windows.net`;
      return new TableClient(url, name, this.account.credential, RETRIES);
    }
    const allowInsecureConnection = /http:\/\/(127\.0\.0\.1|localhost)/.test(this.account.connectionString);
    return TableClient.fromConnectionString(this.account.connectionString, name, {
      ...RETRIES,
      allowInsecureConnection,
    });
  }

  private blobClient(): BlobServiceClient {
    const options = { retryOptions: { maxTries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 200 } };
    if (this.account.kind === 'identity') {
      return new BlobServiceClient(
        `https://${this.account.account}.blob.core.windows.net`,
        this.account.credential,
        options,
      );
    }
    return BlobServiceClient.fromConnectionString(this.account.connectionString, options);
  }
}

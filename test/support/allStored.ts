import { TableClient, TableServiceClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { startAzurite } from './azurite';
import type { TestProduct } from './product';

/** A row or blob as storage holds it. */
export interface StoredThing {
  /** The table's or container's name without the product's prefix. */
  readonly store: string;
  readonly text: string;
}

/** The tables and containers that a product made. */
export async function storesOf(product: TestProduct): Promise<string[]> {
  return [...(await tablesOf(product)), ...(await containersOf(product))];
}

/** Every row and every blob of a product, as whoever may read its storage account sees them. */
export async function allStored(product: TestProduct): Promise<StoredThing[]> {
  const { connectionString } = await startAzurite();
  const things: StoredThing[] = [];
  for (const store of await tablesOf(product)) {
    const table = TableClient.fromConnectionString(connectionString, product.storagePrefix + store, {
      allowInsecureConnection: true,
    });
    for await (const { timestamp: _, etag: __, ...row } of table.listEntities<Record<string, unknown>>())
      things.push({ store, text: JSON.stringify(row) });
  }
  for (const store of await containersOf(product)) {
    const container = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(
      `${product.storagePrefix}-${store}`,
    );
    for await (const { name } of container.listBlobsFlat()) {
      const bytes = await container.getBlobClient(name).downloadToBuffer();
      things.push({ store, text: `${name} ${bytes.toString('latin1')}` });
    }
  }
  return things;
}

async function tablesOf({ storagePrefix }: TestProduct): Promise<string[]> {
  const { connectionString } = await startAzurite();
  const service = TableServiceClient.fromConnectionString(connectionString, {
    allowInsecureConnection: true,
  });
  const names: string[] = [];
  for await (const { name } of service.listTables())
    if (name?.startsWith(storagePrefix)) names.push(name.slice(storagePrefix.length));
  return names;
}

async function containersOf({ storagePrefix }: TestProduct): Promise<string[]> {
  const { connectionString } = await startAzurite();
  const names: string[] = [];
  for await (const { name } of BlobServiceClient.fromConnectionString(connectionString).listContainers())
    if (name.startsWith(`${storagePrefix}-`)) names.push(name.slice(storagePrefix.length + 1));
  return names;
}

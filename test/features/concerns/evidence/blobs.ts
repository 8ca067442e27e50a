import type { TestProduct } from '../../../support/product';

/** A blob of the files of concerns, as storage has it. */
export interface StoredBlob {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function blobNames(product: TestProduct): Promise<string[]> {
  const names: string[] = [];
  const container = await product.storage.container('concernfiles');
  for await (const { name } of container.listBlobsFlat()) names.push(name);
  return names;
}

export async function blobsOf(product: TestProduct): Promise<StoredBlob[]> {
  const container = await product.storage.container('concernfiles');
  const blobs: StoredBlob[] = [];
  for (const name of await blobNames(product))
    blobs.push({ name, bytes: await container.getBlobClient(name).downloadToBuffer() });
  return blobs;
}

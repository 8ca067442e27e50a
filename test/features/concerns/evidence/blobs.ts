import type { TestProduct } from '../../../support/product';

/** A blob of the files of concerns, as storage has it. */
export interface StoredBlob {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function blobsOf(product: TestProduct): Promise<StoredBlob[]> {
  const container = await product.storage.container('concernfiles');
  const blobs: StoredBlob[] = [];
  for await (const { name } of container.listBlobsFlat())
    blobs.push({ name, bytes: await container.getBlobClient(name).downloadToBuffer() });
  return blobs;
}

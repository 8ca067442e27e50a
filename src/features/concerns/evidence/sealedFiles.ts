import { createHash } from 'node:crypto';
import { RestError } from '@azure/storage-blob';
import type { ContainerClient } from '@azure/storage-blob';
import type { Storage } from '../../../storage/storage';
import { openBytes, sealBytes } from '../../../storage/sealedBytes';
import type { Copy } from './caseFile';

/** Which file of which case. The hash makes two contents two blobs, so that a late repeat changes nothing. */
export interface FilePlace {
  readonly caseId: string;
  readonly fileId: string;
  readonly sha256: string;
}

/** What waits for its other pieces. @param upload says nothing about the case. */
export interface PiecePlace {
  readonly upload: string;
  readonly fileId: string;
}

/** The bytes of files in blob storage, all of them sealed. */
export class SealedFiles {
  constructor(private readonly storage: Storage) {}

  /** Putting the same piece again puts it in its place. */
  async putPiece(key: Buffer, place: PiecePlace, number: number, bytes: Buffer): Promise<void> {
    await this.put(pieceName(place, number), key, bytes);
  }

  /** @returns undefined when it is not there. */
  async piece(key: Buffer, place: PiecePlace, number: number): Promise<Buffer | undefined> {
    return this.get(pieceName(place, number), key);
  }

  async removePieces({ upload, fileId }: { upload: string; fileId?: string }): Promise<void> {
    await this.removeBelow(`pieces/${upload}/${fileId ? `${fileId}/` : ''}`);
  }

  async putCopy(key: Buffer, place: FilePlace, copy: Copy, bytes: Buffer): Promise<void> {
    await this.put(copyName(place, copy), key, bytes);
  }

  /** @returns undefined when it is not there. @throws BytesBroken when it is not what was put. */
  async copy(key: Buffer, place: FilePlace, copy: Copy): Promise<Buffer | undefined> {
    return this.get(copyName(place, copy), key);
  }

  /** Every copy of a file, or of all files of a case. */
  async removeCopies({ caseId, fileId }: { caseId: string; fileId?: string }): Promise<void> {
    await this.removeBelow(`cases/${caseId}/${fileId ? `${fileId}/` : ''}`);
  }

  private async put(name: string, key: Buffer, bytes: Buffer): Promise<void> {
    const blob = (await this.container()).getBlockBlobClient(name);
    await patiently((abortSignal) => blob.uploadData(sealBytes(key, bytes, name), { abortSignal }));
  }

  private async get(name: string, key: Buffer): Promise<Buffer | undefined> {
    const blob = (await this.container()).getBlobClient(name);
    try {
      const sealed = await patiently((abortSignal) => blob.downloadToBuffer(0, undefined, { abortSignal }));
      return openBytes(key, sealed, name);
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 404) return undefined;
      throw error;
    }
  }

  private async removeBelow(prefix: string): Promise<void> {
    const container = await this.container();
    for await (const { name } of container.listBlobsFlat({ prefix }))
      await container.getBlobClient(name).deleteIfExists();
  }

  private container(): Promise<ContainerClient> {
    return this.storage.container('concernfiles');
  }
}

/** Files wait for each other, so one that storage does not answer may not hold the others up for long. */
const PATIENCE_MS = 20_000;

async function patiently<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return await work(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pieceName = ({ upload, fileId }: PiecePlace, number: number): string =>
  `pieces/${upload}/${fileId}/${number}`;
const copyName = ({ caseId, fileId, sha256 }: FilePlace, copy: Copy): string =>
  `cases/${caseId}/${fileId}/${sha256}.${copy}`;

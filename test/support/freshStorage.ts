import { randomBytes } from 'node:crypto';
import { Storage } from '../../src/storage/storage';
import { startAzurite } from './azurite';

/** Real storage with tables of its own. */
export async function freshStorage(): Promise<Storage> {
  const { connectionString } = await startAzurite();
  return new Storage({ kind: 'connection', connectionString }, `t${randomBytes(6).toString('hex')}`);
}

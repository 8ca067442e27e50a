import { createHash } from 'node:crypto';

/** What the first link follows. */
export const NO_LINK = '0'.repeat(64);
/** In bytes: as long as the hash, so that nobody finds a record by trying. */
export const SALT_BYTES = 32;

/**
 * The hash of a record. The salt is random and kept beside the record alone: with both erased, the hash says nothing
 * about the person any more.
 * @param text the record as it is sealed. @param salt in hex
 */
export function hashOf(text: string, salt: string): string {
  return createHash('sha256').update(text, 'utf8').update(Buffer.from(salt, 'hex')).digest('hex');
}

/** The link of a record: H(the link before ‖ the record's hash), all in hex. */
export function linkAfter(before: string, hash: string): string {
  return createHash('sha256')
    .update(Buffer.from(before + hash, 'hex'))
    .digest('hex');
}

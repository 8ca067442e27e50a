import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const CHECK_BYTES = 16;

/** The bytes were changed, belong to something else, or are sealed with another key. */
export class BytesBroken extends Error {}

/** A key for one thing alone. It is kept sealed (sealing.ts): without its row the bytes are lost, and so is the secret. */
export const newBytesKey = (): Buffer => randomBytes(KEY_BYTES);

/** AES-256-GCM, as in sealing.ts. @param about what the bytes are of: they open as nothing else. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws BytesBroken when they are not what was sealed. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const check = sealed.subarray(NONCE_BYTES, NONCE_BYTES + CHECK_BYTES);
  if (check.length !== CHECK_BYTES) throw new BytesBroken('The sealed bytes are too short.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(about))
    .setAuthTag(check);
  try {
    const bytes = decipher.update(sealed.subarray(NONCE_BYTES + CHECK_BYTES));
    return Buffer.concat([bytes, decipher.final()]);
  } catch (cause) {
    throw new BytesBroken('The sealed bytes were changed or belong to something else.', { cause });
  }
}

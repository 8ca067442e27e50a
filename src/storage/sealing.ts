import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that storage must not give away, and finds rows by a secret without storing it. */
export interface Sealing {
  /**
   * Encrypts a text. `about` (the id of the record it belongs to) is not stored but must be named again to open
   * it, so a seal that was moved to another record does not open.
   */
  seal(text: string, about: string): string;
  /** @throws SealBroken when the seal was changed, belongs to another record or to a key that is not here. */
  open(sealed: string, about: string): string;
  /**
   * A keyed hash in hex, 32 characters. The same text under another purpose gives a tag that cannot be
   * connected with this one without the key.
   */
  tag(text: string, purpose: string): string;
}

export interface SealingKey {
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Names the key inside each seal, so that it can be changed one day. Letters, digits and hyphens. */
  readonly keyId: string;
}

/** A seal that does not open. Says nothing about what is inside. */
export class SealBroken extends Error {}

const FORMAT = 's1';
/** Lengths in bytes: NIST SP 800-38D recommends a 96-bit nonce and a 128-bit tag for GCM. */
const NONCE_BYTES = 12;
const CHECK_BYTES = 16;

/** @throws Error when the key is not 32 bytes or its id does not fit. */
export function createSealing({ key, keyId }: SealingKey): Sealing {
  if (key.length !== 32) throw new Error('The sealing key must have 32 bytes.');
  if (!/^[A-Za-z0-9-]+$/.test(keyId))
    throw new Error('The id of the sealing key has letters, digits and hyphens only.');
  const [forSeals, forTags] = [derive(key, 'seals'), derive(key, 'tags')];
  return {
    seal: (text, about) => [FORMAT, keyId, encrypted(forSeals, text, bound(keyId, about))].join('.'),
    open: (sealed, about) => {
      const [format, sealedBy, body] = sealed.split('.');
      if (format !== FORMAT || sealedBy !== keyId || !body)
        throw new SealBroken('The seal is of another key or kind.');
      return decrypted(forSeals, body, bound(keyId, about));
    },
    tag: (text, purpose) =>
      createHmac('sha256', forTags).update(`${purpose}\n${text}`).digest('hex').slice(0, 32),
  };
}

/** One key for each use, so that a tag never says anything about a seal (HKDF, RFC 5869). */
function derive(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `social-media-policy-bot ${use}`, 32));
}

const bound = (keyId: string, about: string): Buffer => Buffer.from(`${FORMAT}.${keyId}.${about}`);

function encrypted(key: Buffer, text: string, about: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function decrypted(key: Buffer, sealed: string, about: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const check = bytes.subarray(NONCE_BYTES, NONCE_BYTES + CHECK_BYTES);
  if (check.length !== CHECK_BYTES) throw new SealBroken('The seal is too short.');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(about)
    .setAuthTag(check);
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + CHECK_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealBroken('The seal was changed or belongs to another record.', { cause });
  }
}

import type { KeyObject } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import { Duration } from 'luxon';
import { z } from 'zod';

/** An id of Entra, of the bot or of the app: a GUID. */
export const id = z.guid('an id like 01234567-89ab-cdef-0123-456789abcdef');
/** 0: any that is free. */
export const port = z.coerce.number('a port number').int().min(0).max(65_535);
/** Local Teams', on this machine and no other. */
export const url = z
  .url({ protocol: /^https?$/, error: 'an address that begins with http://' })
  .refine(isLoopback, 'an address on this machine (127.0.0.1 or localhost)');
/** As Azure names storage accounts. */
export const accountName = z.string().regex(/^[a-z0-9]{3,24}$/, 'the name of a storage account');
/** In small letters, as Teams sends them. */
export const ids = z.string().transform((text, context) => {
  const list = text.split(',').map((part) => part.trim().toLowerCase());
  if (list.every((part) => id.safeParse(part).success)) return list;
  context.addIssue('object ids with commas between them');
  return z.NEVER;
});
/** In milliseconds. */
export const offset = z.string().transform((text, context) => {
  const duration = Duration.fromISO(text);
  if (duration.isValid) return duration.toMillis();
  context.addIssue('an ISO 8601 duration such as P3D or -PT2H');
  return z.NEVER;
});
/** Signs records that leave the product. */
export const signingKey = z.string().transform((text, context) => {
  const key = privateKeyIn(text);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  context.addIssue('an Ed25519 private key (PKCS#8: PEM, or DER in base64)');
  return z.NEVER;
});

/** A PEM in one line of an environment has `\n` for its line ends. @returns undefined when it is no private key. */
function privateKeyIn(text: string): KeyObject | undefined {
  try {
    if (text.includes('PRIVATE KEY')) return createPrivateKey(text.replaceAll('\\n', '\n'));
    return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

/** What PKCS#8 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same private key for the same 32 bytes. */
export function ed25519Of(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function isLoopback(address: string): boolean {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  return URL.canParse(address) && loopback.includes(new URL(address).hostname);
}

import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, sign, verify } from 'node:crypto';

/** Signs what leaves the product as proof. Ed25519: short, quick, and the same text always gives the same signature. */
export interface Signing {
  /** Names the key, so that a file says which one it is to be checked with. */
  readonly keyId: string;
  /** For whoever checks: gives nothing away. */
  readonly publicKeyPem: string;
  /** @returns the signature in base64. */
  sign(text: string): string;
}

/** @param privateKey Ed25519; config.ts refuses any other. */
export function createSigning(privateKey: KeyObject): Signing {
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: keyIdOf(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

/** @returns whether the text was signed with the private half of this key, and the signature is written as `sign` does. */
export function isSignedBy(publicKey: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  // Base64 has spare bits at its end: another letter there would be the same signature.
  return bytes.toString('base64') === signature && verify(null, Buffer.from(text), publicKey, bytes);
}

/** The first signs of the public key's hash. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

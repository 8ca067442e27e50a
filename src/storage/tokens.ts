import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 32 random bytes, for an address that nobody guesses. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What storage keeps of a token: whoever reads the table opens nothing with it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

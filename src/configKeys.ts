import { z } from 'zod';
import type { SealingKey } from './storage/sealing';

export const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64');
/** Names a key inside each seal. */
export const keyName = z.string().regex(/^[A-Za-z0-9-]+$/, 'letters, digits and hyphens');
/** Keys that are no longer in use and only open what they sealed. */
export const olderKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((part) => /^\s*([A-Za-z0-9-]+)=(\S+)\s*$/.exec(part));
  const read = keys.map((found) => ({
    keyId: found?.[1] ?? '',
    key: Buffer.from(found?.[2] ?? '', 'base64'),
  }));
  const distinct = new Set(read.map(({ keyId }) => keyId)).size === read.length;
  if (distinct && read.every(({ key }) => key.length === 32)) return read;
  context.addIssue(
    'keys with commas between them, each as id=key with an id of its own and 32 bytes in base64',
  );
  return z.NEVER;
});

interface FileKeys {
  readonly SECRET_FILE_KEY?: string | undefined;
  readonly FILE_KEY_ID: string;
  readonly SECRET_FILE_KEYS_OLD: readonly SealingKey[];
}

/** Every key that seals, as the environment names them. */
export interface Keys extends FileKeys {
  readonly SECRET_SEALING_KEY: string;
  readonly SEALING_KEY_ID: string;
  readonly SECRET_NAME_KEY: string;
  readonly NAME_KEY_ID: string;
  readonly SECRET_NAME_KEYS_OLD: readonly SealingKey[];
}

/** Names have keys of their own, and no two keys of one thing have the same id. @returns what is wrong, by key */
export function keyProblems(keys: Keys): [keyof Keys, string][] {
  const { SECRET_NAME_KEY: name, SECRET_FILE_KEY: file } = keys;
  const inUse = [...(file ? [keys.FILE_KEY_ID] : []), keys.SEALING_KEY_ID];
  const forFiles = [...inUse, ...keys.SECRET_FILE_KEYS_OLD.map(({ keyId }) => keyId)];
  const checks: [boolean, keyof Keys, string][] = [
    [
      name === keys.SECRET_SEALING_KEY,
      'SECRET_NAME_KEY',
      'another key than SECRET_SEALING_KEY: names have a key of their own',
    ],
    [
      keys.SECRET_NAME_KEYS_OLD.some(({ keyId }) => keyId === keys.NAME_KEY_ID),
      'NAME_KEY_ID',
      'the id of no key in SECRET_NAME_KEYS_OLD',
    ],
    [name === file, 'SECRET_FILE_KEY', 'another key than SECRET_NAME_KEY: names have a key of their own'],
    [
      new Set(forFiles).size < forFiles.length,
      'FILE_KEY_ID',
      'an id that no other key for files has, in SECRET_FILE_KEYS_OLD and SEALING_KEY_ID',
    ],
  ];
  return checks.flatMap(([isWrong, key, message]) => (isWrong ? [[key, message]] : []));
}

/** Until files have a key of their own the sealing key seals them; later it still opens what it sealed. */
export function fileKeysOf(
  { SECRET_FILE_KEY: own, FILE_KEY_ID: keyId, SECRET_FILE_KEYS_OLD: older }: FileKeys,
  sealing: SealingKey,
): readonly SealingKey[] {
  return own ? [{ keyId, key: Buffer.from(own, 'base64') }, ...older, sealing] : [sealing, ...older];
}

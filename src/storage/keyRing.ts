import type { Sealing, SealingKey } from './sealing';
import { createSealing, SealBroken } from './sealing';

/** What was sealed is whole, as far as one can tell, and the key that sealed it is not here. */
export class KeyNotHere extends SealBroken {}

/**
 * Several keys for one thing. The newest key seals; the older ones only open what they sealed, so that a key can be
 * changed without anything being lost. Each seal names its key.
 */
export interface KeyRing {
  /** With the newest key. */
  seal(text: string, about: string): string;
  /** @throws KeyNotHere when its key is not among these. @throws SealBroken when it was changed or belongs elsewhere. */
  open(sealed: string, about: string): string;
  /** False for what an older key sealed: it is to be sealed anew before that key is taken away. */
  isNewest(sealed: string): boolean;
  /** The tag of a text with each key, the newest key's first: rows are written by the first and looked for by all. */
  tags(text: string, purpose: string): readonly [string, ...string[]];
}

/** @param keys the newest first. @param of what they seal. @throws Error when there is none, or two have the same id. */
export function createKeyRing(keys: readonly SealingKey[], of: string): KeyRing {
  const [newest, ...older] = keys.map((key) => ({ id: key.keyId, sealing: createSealing(key) }));
  if (!newest) throw new Error(`There is no key for ${of}.`);
  const all = new Map<string, Sealing>([newest, ...older].map(({ id, sealing }) => [id, sealing]));
  if (all.size < keys.length) throw new Error(`Two keys for ${of} have the same id.`);
  return {
    seal: (text, about) => newest.sealing.seal(text, about),
    open: (sealed, about) => {
      const sealing = all.get(keyIn(sealed));
      if (!sealing)
        throw new KeyNotHere(`What is to be opened is sealed with a key for ${of} that is not here.`);
      return sealing.open(sealed, about);
    },
    isNewest: (sealed) => keyIn(sealed) === newest.id,
    tags: (text, purpose) => [
      newest.sealing.tag(text, purpose),
      ...older.map(({ sealing }) => sealing.tag(text, purpose)),
    ],
  };
}

/** As `createSealing` writes it: the format, the key's id, what is sealed. */
const keyIn = (sealed: string): string => sealed.split('.')[1] ?? '';

import type { SealingKey } from './sealing';
import { createSealing, SealBroken } from './sealing';

/**
 * Seals who somebody is, with keys that nothing else is sealed with. The newest key seals; the older ones only open
 * what they sealed, so that a key can be changed without a name being lost.
 */
export interface NameSeal {
  /** All seals have one length, so that it says nothing about the name. @throws Error when the text is too long. */
  seal(text: string, about: string): string;
  /** @throws SealBroken when it was changed, belongs to another record or to a key that is not here. */
  open(sealed: string, about: string): string;
  /** Whether it was made here and not by the sealing of everything else. */
  made(sealed: string): boolean;
  /** False for what an older key sealed: it is to be sealed anew before that key is taken away. */
  isNewest(sealed: string): boolean;
  /** The tag of a text with each key, the newest key's first: rows are written by the first and looked for by all. */
  tags(text: string, purpose: string): readonly [string, ...string[]];
}

const MARK = 'n1';
/** In bytes; room for an id and the longest name that Entra takes, in any script and however JSON writes it. */
const PADDED_TO = 2_048;

/** @param keys the newest first. @throws Error when there is none, or two have the same id. */
export function createNameSeal(keys: readonly SealingKey[]): NameSeal {
  const [newest, ...older] = keys.map((key) => ({ id: key.keyId, sealing: createSealing(key) }));
  if (!newest) throw new Error('There is no key for names.');
  const all = new Map([newest, ...older].map((key) => [key.id, key.sealing]));
  if (all.size < keys.length) throw new Error('Two keys for names have the same id.');
  const keyIn = (sealed: string): string => sealed.split('.')[2] ?? '';
  const made = (sealed: string): boolean => sealed.startsWith(`${MARK}.`);
  return {
    seal: (text, about) => `${MARK}.${newest.sealing.seal(padded(text), about)}`,
    open: (sealed, about) => {
      const sealing = made(sealed) ? all.get(keyIn(sealed)) : undefined;
      if (!sealing) throw new SealBroken('The name is sealed with a key that is not here.');
      return sealing.open(sealed.slice(MARK.length + 1), about).trimEnd();
    },
    made,
    isNewest: (sealed) => made(sealed) && keyIn(sealed) === newest.id,
    tags: (text, purpose) => [
      newest.sealing.tag(text, purpose),
      ...older.map((key) => key.sealing.tag(text, purpose)),
    ],
  };
}

function padded(text: string): string {
  const spaces = PADDED_TO - Buffer.byteLength(text);
  if (spaces < 0) throw new Error('What is to be sealed as a name is too long for one.');
  return text + ' '.repeat(spaces);
}

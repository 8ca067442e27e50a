import type { KeyRing } from './keyRing';
import { createKeyRing } from './keyRing';
import type { SealingKey } from './sealing';
import { SealBroken } from './sealing';

/** Seals who somebody is, with keys that nothing else is sealed with. */
export interface NameSeal extends KeyRing {
  /** All seals have one length, so that it says nothing about the name. @throws Error when the text is too long. */
  seal(text: string, about: string): string;
  /** Whether it was made here and not by the sealing of everything else. */
  made(sealed: string): boolean;
}

const MARK = 'n1';
/** In bytes; room for an id and the longest name that Entra takes, in any script and however JSON writes it. */
const PADDED_TO = 2_048;

/** @param keys the newest first. @throws Error when there is none, or two have the same id. */
export function createNameSeal(keys: readonly SealingKey[]): NameSeal {
  const ring = createKeyRing(keys, 'names');
  const made = (sealed: string): boolean => sealed.startsWith(`${MARK}.`);
  const inside = (sealed: string): string => sealed.slice(MARK.length + 1);
  return {
    seal: (text, about) => `${MARK}.${ring.seal(padded(text), about)}`,
    open: (sealed, about) => {
      if (!made(sealed)) throw new SealBroken('This was not sealed as a name.');
      return ring.open(inside(sealed), about).trimEnd();
    },
    made,
    isNewest: (sealed) => made(sealed) && ring.isNewest(inside(sealed)),
    tags: (text, purpose) => ring.tags(text, purpose),
  };
}

function padded(text: string): string {
  const spaces = PADDED_TO - Buffer.byteLength(text);
  if (spaces < 0) throw new Error('What is to be sealed as a name is too long for one.');
  return text + ' '.repeat(spaces);
}

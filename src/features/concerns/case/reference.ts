import type { Storage } from '../../../storage/storage';
import { spread } from '../../../storage/keys';
import type { Sealing } from '../../../storage/sealing';
import type { Table } from '../../../storage/table';
import { z } from 'zod';

/** Sixteen signs that neither look nor sound alike when read out on the telephone; no vowels, so no words. */
const SIGNS = '2346789FHKMRTWXY';
const LENGTH = 7;
const ATTEMPTS = 20;
const referenceSchema = z.object({ caseId: z.string() });

/** The references, each given to one case. */
export class References {
  private readonly table: Table<z.infer<typeof referenceSchema>>;

  constructor(
    storage: Storage,
    private readonly sealing: Sealing,
  ) {
    this.table = storage.table('concernReferences', referenceSchema);
  }

  /** The case of a reference, if there is one. */
  async find(reference: string): Promise<string | undefined> {
    return (await this.table.get(spread(reference), reference))?.value.caseId;
  }

  /**
   * Reserves a reference such as KH4-7RTW. It follows from the case's id through the key, so that a repeat gets the
   * same one, and nobody can guess the next from the last (16^7, about 268 million).
   * @throws Error when twenty candidates in a row belong to other cases.
   */
  async reserve(caseId: string): Promise<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const reference = spelled(this.sealing.tag(`${caseId} ${attempt}`, 'reference'));
      if (await this.table.insert(spread(reference), reference, { caseId })) return reference;
      if ((await this.table.get(spread(reference), reference))?.value.caseId === caseId) return reference;
    }
    throw new Error('No free reference was found.');
  }
}

/** @param hex at least seven hex digits. */
export function spelled(hex: string): string {
  const signs = [...hex.slice(0, LENGTH)].map((digit) => SIGNS[parseInt(digit, 16)]).join('');
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

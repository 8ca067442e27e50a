import type { Eraser } from '../../../storage/eraser';
import type { Evidence, EvidenceRecord } from '../asked/record';
import { kindOf } from '../asked/record';
import type { Chain } from './chain';

/**
 * Erases what somebody confirmed, with the salts: what stays in the chain are hashes that nobody can connect with them.
 * The record goes last, so that a crash leaves something to go on from.
 */
export async function eraseRecordsOf(
  parts: { readonly evidence: Evidence; readonly chain: Chain },
  personId: string,
): Promise<void> {
  for (const record of await parts.evidence.allOf(personId)) await erase(parts, record);
}

/** People at a time whose records are read. */
const AT_A_TIME = 200;

/** Erases what was confirmed before a moment, whoever did: for retention. */
export function recordsEraser(parts: { readonly evidence: Evidence; readonly chain: Chain }): Eraser {
  return {
    eraseBefore: async (before, mayGoOn) => {
      const erased: string[] = [];
      let after = '';
      for (;;) {
        const some = await parts.evidence.someAfter(after, AT_A_TIME);
        const last = some.at(-1);
        if (!last) return erased.length;
        for (const record of some.filter(({ at }) => at < before.toISOString())) {
          if (!(await mayGoOn())) return erased.length;
          await erase(parts, record);
          erased.push(record.receipt);
        }
        after = last.personId;
      }
    },
  };
}

async function erase(
  parts: { readonly evidence: Evidence; readonly chain: Chain },
  record: EvidenceRecord,
): Promise<void> {
  const { evidence, chain } = parts;
  if (record.sealedAs !== undefined) await chain.erase(record.sealedAs);
  if (await evidence.remove(record)) return;
  // It was sealed between the reading and now.
  const now = await evidence.find(record.personId, record, kindOf(record));
  if (now) await erase(parts, now);
}

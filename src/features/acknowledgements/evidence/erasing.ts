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

import { setTimeout as sleep } from 'node:timers/promises';
import { Chain } from '../../../src/features/acknowledgements/evidence/chain';
import { hashOf, linkAfter, NO_LINK } from '../../../src/features/acknowledgements/evidence/links';
import { SEALING } from '../../../src/features/acknowledgements/evidence/sealing';
import { DueWork } from '../../../src/jobs/dueWork';
import type { Storage } from '../../../src/storage/storage';

const LOOK_EVERY_MS = 250;
const LONGEST_MS = 5 * 60_000;
const KEY = 'chain';

/** The chain's minute is not to fall into something that is counted. */
export function sealNotBefore(storage: Storage, at: Date): Promise<void> {
  return new DueWork(storage).put(SEALING, KEY, at, {});
}

/** Has everything sealed that waits, and waits until so many records are in the chain and noted. */
export async function sealAll(storage: Storage, records: number): Promise<void> {
  await sealNotBefore(storage, new Date());
  const chain = new Chain(storage);
  const giveUpAt = performance.now() + LONGEST_MS;
  for (;;) {
    const { count, noted } = await chain.head();
    if (count >= records && noted === count) return;
    if (performance.now() > giveUpAt) throw new Error(`${count} of ${records} records were sealed.`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** @returns how many records are in the chain, and how many of its links do not hold */
export async function lookAtChain(
  storage: Storage,
): Promise<{ readonly records: number; readonly broken: number }> {
  const chain = new Chain(storage);
  const { count } = await chain.head();
  const found = { records: 0, broken: 0 };
  let before = NO_LINK;
  for await (const { hash, link, record } of chain.upTo(count)) {
    found.records += 1;
    const holds = linkAfter(before, hash) === link && record && hashOf(record.text, record.salt) === hash;
    if (!holds) found.broken += 1;
    before = link;
  }
  return found;
}

import { randomBytes } from 'node:crypto';
import type { DueJob, JobResult, Jobs } from '../../../jobs/jobs';
import type { Clock } from '../../../clock';
import type { Evidence, EvidenceRecord } from '../asked/record';
import { kindOf, recordSchema } from '../asked/record';
import type { Chain, Entry, Head, NewEntry } from './chain';
import { hashOf, linkAfter, SALT_BYTES } from './links';
import type { OlderRecords } from './olderRecords';
import type { Unsealed, Waiting } from './unsealed';
import { waitingKind } from './unsealed';

export const SEALING = 'acknowledgements.sealing';
/** There is one chain. */
const KEY = 'chain';
const EVERY_MS = 60_000;
/** Requests beside each other: people who press have storage first. */
const AT_ONCE = 10;
/** After this long a record that was announced and never came will not come: its turn ended long ago. */
const NEVER_CAME_MS = 3_600_000;

/** What sealing works with. */
export interface Sealer {
  readonly chain: Chain;
  readonly evidence: Evidence;
  readonly unsealed: Unsealed;
  /** Left out where there can be none. */
  readonly older?: OlderRecords;
  readonly clock: Clock;
}

/** Puts the first sealing down; it follows itself from then on. */
export function scheduleSealing(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.scheduleByLatest(SEALING, KEY, new Date(clock.now().getTime() + EVERY_MS));
}

/** For somebody who wants the records now. */
export function sealSoon({ jobs, clock }: { readonly jobs: Jobs; readonly clock: Clock }): Promise<void> {
  return jobs.schedule(SEALING, KEY, clock.now());
}

/** The sealing job: batch after batch until nothing waits, then again in a minute. */
export async function seal(sealer: Sealer, job: DueJob): Promise<JobResult> {
  while (job.mayGoOn()) {
    await sealer.older?.putDownSome();
    if (!(await sealBatch(sealer))) return { againAt: new Date(sealer.clock.now().getTime() + EVERY_MS) };
  }
  return { againAt: sealer.clock.now() };
}

/**
 * Finishes the batch before, then adds one. A batch is finished where the next one begins, so that the way after a
 * crash is the way of every day: whatever is in the chain beyond the head is taken as it is.
 * @returns false when nothing was waiting
 */
export async function sealBatch(sealer: Sealer): Promise<boolean> {
  const head = await noteBatch(sealer, await takeIn(sealer, await sealer.chain.head()));
  // Another instance went on meanwhile: until its batch is noted, its records look as if they waited still.
  if (head.noted < head.count) return true;
  const records = await waitingRecords(sealer, sealer.chain.roomAfter(head));
  if (records.length === 0) return false;
  // When another instance was first, its batch is what the next round finds.
  await sealer.chain.append(head, entriesAfter(head, records));
  return true;
}

/** Moves the head to the end of what is in the chain. */
async function takeIn({ chain }: Sealer, head: Head): Promise<Head> {
  const beyond = await chain.after(head.count);
  const last = beyond.at(-1);
  if (!last) return head;
  const link = beyond.reduce((before, entry) => checkedLink(before, entry), head.link);
  return chain.moveHead(head, { count: last.number, link, noted: head.noted });
}

/** @throws Error where somebody wrote into the chain: nothing more is sealed until it is looked at. */
function checkedLink(before: string, { number, hash, link }: Entry): string {
  if (linkAfter(before, hash) !== link) throw new Error(`Link ${number} does not fit the one before it.`);
  return link;
}

/** Notes on each record of the last batch that it is sealed, and takes it from those that wait. */
async function noteBatch({ chain, evidence, unsealed }: Sealer, head: Head): Promise<Head> {
  if (head.noted === head.count) return head;
  const sealed = (await chain.after(head.noted)).flatMap(({ number, record }) =>
    record && number <= head.count ? [{ number, record: recordSchema.parse(JSON.parse(record.text)) }] : [],
  );
  await eachOf(sealed, async ({ number, record }) => {
    // Erased while it was being sealed: then its copy in the chain goes too.
    if (!(await evidence.noteSealed(record, number))) await chain.erase(number);
  });
  await unsealed.remove(sealed.map(({ record }) => ({ ...record, kind: kindOf(record) })));
  return chain.moveHead(head, { ...head, noted: head.count });
}

/** Records that wait, at most so many; who is sealed already or never came waits no longer. */
async function waitingRecords(sealer: Sealer, most: number): Promise<EvidenceRecord[]> {
  const { unsealed, evidence, clock } = sealer;
  const [found, settled]: [EvidenceRecord[], Waiting[]] = [[], []];
  await eachOf(await unsealed.some(most), async (waiting) => {
    const record = await evidence.find(waiting.personId, waiting, waitingKind(waiting));
    const longAgo = clock.now().getTime() - Date.parse(waiting.at) > NEVER_CAME_MS;
    if (record && record.sealedAs === undefined) found.push(record);
    else if (record || longAgo) settled.push(waiting);
  });
  await unsealed.remove(settled.map((waiting) => ({ ...waiting, kind: waitingKind(waiting) })));
  return found;
}

function entriesAfter(head: Head, records: readonly EvidenceRecord[]): NewEntry[] {
  let before = head.link;
  return records.map(({ sealedAs: _, ...record }) => {
    const [text, salt] = [JSON.stringify(record), randomBytes(SALT_BYTES).toString('hex')];
    const hash = hashOf(text, salt);
    before = linkAfter(before, hash);
    return { hash, link: before, record: { text, salt } };
  });
}

async function eachOf<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await Promise.all(all.slice(start, start + AT_ONCE).map(work));
  }
}

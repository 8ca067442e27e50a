import { RestError } from '@azure/storage-blob';
import { DateTime } from 'luxon';
import type { Clock } from '../../../clock';
import type { JobResult, Jobs } from '../../../jobs/jobs';
import type { Signing } from '../../../storage/signing';
import type { Storage } from '../../../storage/storage';
import { dayOf } from '../dates';
import type { Chain } from './chain';
import type { DailyHead } from './fileFormat';
import { signedText } from './fileFormat';

export const DAILY_HEAD = 'acknowledgements.dailyHead';
/** In Teams this container is made immutable: whoever can write a table can rebuild a chain, but not this. */
export const HEADS_CONTAINER = 'chainheads';
const KEY = 'daily';

/** What the daily head is written with. */
export interface HeadWriter {
  readonly storage: Storage;
  readonly chain: Chain;
  readonly signing: Signing;
  readonly clock: Clock;
}

/** Puts the first one down; it follows itself from then on. */
export function scheduleDailyHead(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.scheduleByLatest(DAILY_HEAD, KEY, nextMidnight(clock.now()));
}

/** The job: writes where the chain ends now, one blob a day, and never one that is there. */
export async function writeDailyHead(writer: HeadWriter): Promise<JobResult> {
  const now = writer.clock.now();
  const { count, link } = await writer.chain.head();
  const unsigned: DailyHead = {
    kind: 'head',
    day: dayOf(now),
    count,
    head: link,
    made: now.toISOString(),
    keyId: writer.signing.keyId,
    signature: '',
  };
  await writeOnce(writer.storage, { ...unsigned, signature: writer.signing.sign(signedText(unsigned)) });
  return { againAt: nextMidnight(now) };
}

async function writeOnce(storage: Storage, head: DailyHead): Promise<void> {
  const blob = (await storage.container(HEADS_CONTAINER)).getBlockBlobClient(`${head.day}.json`);
  const line = `${JSON.stringify(head)}\n`;
  try {
    await blob.upload(line, Buffer.byteLength(line), {
      conditions: { ifNoneMatch: '*' },
      blobHTTPHeaders: { blobContentType: 'application/json' },
    });
  } catch (error) {
    const isThere = error instanceof RestError && (error.statusCode === 409 || error.statusCode === 412);
    if (!isThere) throw error;
  }
}

/** The beginning of the next day in London, also across a clock change. */
function nextMidnight(now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/London' }).plus({ days: 1 }).startOf('day').toJSDate();
}

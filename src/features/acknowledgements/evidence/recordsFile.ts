import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../clock';
import type { Signing } from '../../../storage/signing';
import type { Chain, Entry } from './chain';
import type { Footer, Header, Line } from './fileFormat';
import { FORMAT, ShownRecords, signedText, WHAT_IT_SHOWS } from './fileFormat';
import type { Requests } from './ownRequests';
import { recordKey, visibleTo } from './ownRequests';

/** What files are made from. */
export interface FileSource extends Requests {
  readonly chain: Chain;
  readonly signing: Signing;
  readonly clock: Clock;
}

/** For whom a file is made. */
export interface Reader {
  readonly id: string;
  readonly name: string;
}

const sealedRecord = z.looseObject({ personId: z.string(), receipt: z.string() });

/** The file that can be checked: the whole chain, with the records of the reader's own requests and hashes for the rest. */
export async function* recordsFile(source: FileSource, reader: Reader): AsyncGenerator<string> {
  const visible = await visibleTo(source, reader.id);
  const { count, link } = await source.chain.head();
  const header = JSON.stringify(headerFor(reader, source.clock.now()));
  yield `${header}\n`;
  const shown = new ShownRecords(count);
  for await (const entry of source.chain.upTo(count)) {
    const line = lineOf(entry, visible);
    if (line.record) shown.add(line.number);
    yield `${JSON.stringify(line)}\n`;
  }
  yield `${JSON.stringify(footerOf(source, { count, head: link, shown: shown.toString(), header }))}\n`;
}

function headerFor({ name }: Reader, now: Date): Header {
  return { kind: 'header', format: FORMAT, shows: WHAT_IT_SHOWS, madeFor: name, made: now.toISOString() };
}

function lineOf({ number, hash, link, record }: Entry, visible: ReadonlySet<string>): Line {
  if (!record) return { number, hash, link };
  const read = sealedRecord.parse(JSON.parse(record.text));
  if (!visible.has(recordKey(read.personId, read.receipt))) return { number, hash, link };
  // As it was sealed: the hash is of this text.
  return { number, hash, link, record: JSON.parse(record.text) as Line['record'], salt: record.salt };
}

function footerOf(
  { signing, clock }: FileSource,
  { header, ...found }: Pick<Footer, 'count' | 'head' | 'shown' | 'header'>,
): Footer {
  const footer: Footer = {
    kind: 'footer',
    ...found,
    header: createHash('sha256').update(header).digest('hex'),
    made: clock.now().toISOString(),
    keyId: signing.keyId,
    signature: '',
  };
  return { ...footer, signature: signing.sign(signedText(footer)) };
}

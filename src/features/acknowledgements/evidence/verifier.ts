import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { isSignedBy, keyIdOf } from '../../../storage/signing';
import type { DailyHead, Footer, Line } from './fileFormat';
import { footerSchema, headerSchema, lineSchema, ShownRecords, signedText } from './fileFormat';
import { hashOf, linkAfter, NO_LINK } from './links';
import { DailyHeads } from './verifiedHeads';

/** What is wrong with a file, in words that name the first bad record. */
export class NotGenuine extends Error {}

/** What a file that holds was found to be. */
export interface Genuine {
  readonly count: number;
  readonly shown: number;
  readonly made: string;
  readonly head: string;
  /** How many daily heads the chain agrees with. */
  readonly headsSeen: number;
}

/** Checks a file of records line by line; keeps no line. Each method throws NotGenuine at the first thing that is wrong. */
export class Verifier {
  private readonly heads: DailyHeads;
  private headerHash = '';
  private count = 0;
  private link = NO_LINK;
  private readonly shown: number[] = [];
  private footer: Footer | undefined;

  /** @param heads daily heads that were kept apart from the file */
  constructor(
    private readonly key: KeyObject,
    heads: readonly DailyHead[] = [],
  ) {
    this.heads = new DailyHeads(heads, key);
  }

  line(text: string): void {
    if (this.footer) throw new NotGenuine('There are lines after the end of the file.');
    if (!this.headerHash) return this.readHeader(text);
    const next = `Record ${this.count + 1}`;
    const value = parsed(text, next);
    if (isFooter(value)) this.readFooter(fitting(footerSchema, value, 'The last line'));
    else this.readRecord(fitting(lineSchema, value, next), next);
  }

  /** The file is at its end. */
  end(): Genuine {
    if (!this.footer) {
      throw new NotGenuine(`The file is cut off after record ${this.count}: it has no signed last line.`);
    }
    const { count, made, head } = this.footer;
    return { count, shown: this.shown.length, made, head, headsSeen: this.heads.seen };
  }

  private readHeader(text: string): void {
    fitting(headerSchema, parsed(text, 'The first line'), 'The first line');
    this.headerHash = createHash('sha256').update(text).digest('hex');
  }

  private readRecord({ number, hash, link, record, salt }: Line, next: string): void {
    if (number !== this.count + 1) {
      throw new NotGenuine(`${next} is missing or not in its place: record ${number} stands there.`);
    }
    if ((record === undefined) !== (salt === undefined)) throw new NotGenuine(`${next} was changed.`);
    if (record && salt && hashOf(JSON.stringify(record), salt) !== hash) {
      throw new NotGenuine(`${next} was changed: it does not fit its hash.`);
    }
    if (linkAfter(this.link, hash) !== link) {
      throw new NotGenuine(`${next} was changed, removed or moved: it does not follow the one before it.`);
    }
    [this.count, this.link] = [number, link];
    if (record) this.shown.push(number);
    this.check(this.heads.problemAt(number, link));
  }

  private readFooter(footer: Footer): void {
    if (footer.keyId !== keyIdOf(this.key) || !isSignedBy(this.key, signedText(footer), footer.signature)) {
      throw new NotGenuine(
        'The file is not signed with this key: it was built anew with another, or changed.',
      );
    }
    if (this.count < footer.count) {
      throw new NotGenuine(
        `Record ${this.count + 1} is missing: the end of ${footer.count} records was cut off.`,
      );
    }
    if (this.count > footer.count) throw new NotGenuine(`Record ${footer.count + 1} was added.`);
    if (this.link !== footer.head) {
      throw new NotGenuine('The chain was built anew: its last link is not the one that was signed.');
    }
    if (this.headerHash !== footer.header) throw new NotGenuine('The first line was changed.');
    this.checkShown(new ShownRecords(footer.shown), footer.count);
    this.check(this.heads.problemAfter(footer));
    this.footer = footer;
  }

  /** A record that was made a bare hash keeps the chain whole, but not the signed list. */
  private checkShown(signed: ShownRecords, count: number): void {
    let at = 0;
    for (let number = 1; number <= count; number++) {
      const isHere = this.shown[at] === number;
      if (isHere) at += 1;
      if (signed.has(number) !== isHere) {
        throw new NotGenuine(
          `Record ${number} was ${isHere ? 'added to' : 'taken out of'} what the file shows.`,
        );
      }
    }
  }

  private check(problem: string | undefined): void {
    if (problem) throw new NotGenuine(problem);
  }
}

function isFooter(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'footer';
}

/** Written as the product writes it, to the last sign: so no byte can be other than it was. */
function parsed(text: string, what: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (JSON.stringify(value) === text) return value;
  } catch {
    // Said below.
  }
  throw new NotGenuine(`${what} was changed: it cannot be read.`);
}

/** The value itself and no copy: the hash is of its properties in their order. */
function fitting<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  if (!schema.safeParse(value).success)
    throw new NotGenuine(`${what} was changed: it is not what it should be.`);
  return value as T;
}

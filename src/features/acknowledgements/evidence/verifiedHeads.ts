import type { KeyObject } from 'node:crypto';
import { isSignedBy, keyIdOf } from '../../../storage/signing';
import type { DailyHead, Footer } from './fileFormat';
import { dailyHeadSchema, signedText } from './fileFormat';

/** The heads that are given cannot be used. */
export class BadHeads extends Error {}

/** The heads of a file: a line of JSON each, as the blobs are when they are put one after another. */
export function readHeads(text: string): DailyHead[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    try {
      return dailyHeadSchema.parse(JSON.parse(line));
    } catch {
      throw new BadHeads(`Line ${index + 1} of the daily heads is not one.`);
    }
  });
}

/** Daily heads, looked at while a chain goes by: a chain that was built anew with the same key does not fit them. */
export class DailyHeads {
  seen = 0;
  private readonly heads: readonly DailyHead[];
  private lastGood = 0;
  private next = 0;

  /** @throws BadHeads when one was not signed with the key */
  constructor(heads: readonly DailyHead[], key: KeyObject) {
    const foreign = heads.find(
      (head) => head.keyId !== keyIdOf(key) || !isSignedBy(key, signedText(head), head.signature),
    );
    if (foreign) throw new BadHeads(`The daily head of ${foreign.day} is not signed with this key.`);
    this.heads = heads.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count);
  }

  /** @returns what is wrong with the chain at this record, if a head ends there. */
  problemAt(number: number, link: string): string | undefined {
    for (let head = this.heads[this.next]; head?.count === number; head = this.heads[++this.next]) {
      if (head.head !== link) {
        return (
          `The chain was built anew: on ${head.day} its head was another one. ` +
          `The first bad record is one of ${this.lastGood + 1} to ${number}.`
        );
      }
      this.seen += 1;
      this.lastGood = number;
    }
    return undefined;
  }

  /** @returns what is wrong when the chain was longer before than the file says; heads that are newer say nothing. */
  problemAfter({ count, made }: Footer): string | undefined {
    const longer = this.heads.find((head) => head.count > count && head.made <= made);
    return (
      longer &&
      `Record ${count + 1} is missing: on ${longer.day} the chain had ${longer.count} records, and this file has ${count}.`
    );
  }
}

import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { eraseRecordsOf } from '../../../src/features/acknowledgements/evidence/erasing';
import type { DailyHead, Footer, Line } from '../../../src/features/acknowledgements/evidence/fileFormat';
import { signedText } from '../../../src/features/acknowledgements/evidence/fileFormat';
import { hashOf, linkAfter, NO_LINK } from '../../../src/features/acknowledgements/evidence/links';
import { NotGenuine } from '../../../src/features/acknowledgements/evidence/verifier';
import { BadHeads } from '../../../src/features/acknowledgements/evidence/verifiedHeads';
import { createSigning } from '../../../src/storage/signing';
import type { Records } from './provingRecords';
import { linesOf, MANAGER, records, sealedFile, verified } from './provingRecords';

type Change = (lines: string[]) => string[];

const changed = (lines: readonly string[], number: number, change: (line: Line) => Line): string[] =>
  lines.map((line, index) => (index === number ? JSON.stringify(change(JSON.parse(line) as Line)) : line));

/** The number of the n-th record that is shown. */
function shownNumber(lines: readonly string[], n: number): number {
  return lines.flatMap((line, index) => (line.includes('"record"') ? [index] : []))[n] ?? 0;
}

/** The chain with another name in a record, made anew from there on and signed with this key, as if it had always been so. */
function builtAnew(lines: readonly string[], at: number, key: KeyObject): string[] {
  const signing = createSigning(key);
  let before = NO_LINK;
  const anew = lines.slice(1, -1).map((text) => {
    const line = JSON.parse(text) as Line;
    if (line.number === at && line.record && line.salt) {
      line.record['personName'] = 'Somebody Else';
      line.hash = hashOf(JSON.stringify(line.record), line.salt);
    }
    before = line.link = linkAfter(before, line.hash);
    return JSON.stringify(line);
  });
  const footer = { ...(JSON.parse(lines.at(-1) ?? '') as Footer), head: before, keyId: signing.keyId };
  const signed = { ...footer, signature: signing.sign(signedText(footer)) };
  return [lines[0] ?? '', ...anew, JSON.stringify(signed)];
}

function dailyHead(
  lines: readonly string[],
  count: number,
  key: KeyObject,
  made = '2026-11-22T00:00:00.000Z',
) {
  const signing = createSigning(key);
  const { link } = JSON.parse(lines[count] ?? '') as Line;
  const unsigned: DailyHead = {
    kind: 'head',
    day: made.slice(0, 10),
    count,
    head: link,
    made,
    keyId: signing.keyId,
    signature: '',
  };
  return { ...unsigned, signature: signing.sign(signedText(unsigned)) };
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof NotGenuine || error instanceof BadHeads, String(error));
    return error.message;
  }
  return assert.fail('it was taken for genuine');
}

describe('checking a file of records', () => {
  const state: { made?: Records; lines: string[] } = { lines: [] };
  const made = (): Records => state.made as Records;
  const file = (): string[] => [...state.lines];
  const refused = (lines: readonly string[], heads?: readonly DailyHead[]): string =>
    refusal(() => verified(lines, made().publicKey, heads));
  before(async () => {
    state.made = await records();
    state.lines = await sealedFile(state.made);
  });

  it('finds that one holds which nobody touched', () => {
    const { count, shown } = verified(file(), made().publicKey);
    assert.deepEqual([count, shown], [12, 6]);
  });

  const tampered: [why: string, change: Change, words: (lines: string[]) => RegExp][] = [
    [
      'a byte of a record',
      (lines) => lines.map((line) => line.replace('Name of p004', 'Name of p005')),
      (lines) => new RegExp(`Record ${lines.findIndex((line) => line.includes('p004'))} was changed`),
    ],
    [
      'a byte of a hash alone',
      (lines) => changed(lines, 5, (line) => ({ ...line, hash: '0'.repeat(64) })),
      () => /Record 5 /,
    ],
    [
      'a byte of a link',
      (lines) => changed(lines, 7, (line) => ({ ...line, link: '0'.repeat(64) })),
      () => /Record 7 /,
    ],
    [
      'a removed row',
      (lines) => lines.toSpliced(4, 1),
      () => /Record 4 is missing or not in its place: record 5/,
    ],
    [
      'a removed row with the others numbered anew',
      (lines) =>
        lines
          .toSpliced(4, 1)
          .map((line, at) => (at > 3 ? line.replace(/^\{"number":\d+/, `{"number":${at}`) : line)),
      () => /Record 4 was changed, removed or moved/,
    ],
    [
      'two swapped rows',
      (lines) => lines.toSpliced(3, 2, lines[4] ?? '', lines[3] ?? ''),
      () => /Record 3 is missing or not in its place: record 4/,
    ],
    [
      'two swapped rows with each other’s numbers',
      (lines) => [
        ...lines.slice(0, 3),
        (lines[4] ?? '').replace('"number":4', '"number":3'),
        (lines[3] ?? '').replace('"number":3', '"number":4'),
        ...lines.slice(5),
      ],
      () => /Record 3 was changed, removed or moved/,
    ],
    ['a cut-off end', (lines) => lines.slice(0, 9), () => /cut off after record 8/],
    [
      'a cut-off end with the last line kept',
      (lines) => lines.toSpliced(9, 4),
      () => /Record 9 is missing: the end of 12/,
    ],
    [
      'a record made a bare hash',
      (lines) => changed(lines, shownNumber(lines, 2), ({ number, hash, link }) => ({ number, hash, link })),
      (lines) => new RegExp(`Record ${shownNumber(lines, 2)} was taken out`),
    ],
    [
      'another reader',
      (lines) => lines.with(0, (lines[0] ?? '').replace('Mona', 'Nora')),
      () => /first line was changed/,
    ],
    ['a missing first line', (lines) => lines.slice(1), () => /first line was changed/],
    ['lines after the end', (lines) => [...lines, lines[1] ?? ''], () => /lines after the end/],
    ['nothing at all', () => [], () => /cut off after record 0/],
    [
      'another time in the last line',
      (lines) => lines.with(-1, (lines.at(-1) ?? '').replace('2026-11-22', '2026-11-23')),
      () => /not signed with this key/,
    ],
  ];
  for (const [why, change, words] of tampered) {
    it(`catches ${why}, and names the first bad record`, () => {
      const now = change(file());
      assert.notDeepEqual(now, file());
      assert.match(refused(now), words(file()));
    });
  }

  it('catches a change of any one byte', () => {
    const bytes = Buffer.from(file().join('\n'));
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      refused(other.toString('utf8').split('\n'));
    }
  });

  it('catches a chain that was built anew with another key', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const anew = builtAnew(file(), shownNumber(file(), 1), other);
    assert.equal(verified(anew, createPublicKey(other)).count, 12);
    assert.match(refused(anew), /not signed with this key/);
  });

  it('catches one built anew with the same key by the daily heads alone, and says from where on', () => {
    const at = shownNumber(file(), 3);
    const { privateKey } = made();
    const anew = builtAnew(file(), at, privateKey);
    assert.equal(verified(anew, made().publicKey).count, 12);
    const heads = [at - 1, 12].map((count) => dailyHead(file(), count, privateKey));
    assert.match(refused(anew, heads), new RegExp(`another one. The first bad record is one of ${at} to 12`));
    assert.equal(verified(file(), made().publicKey, heads).headsSeen, 2);
  });

  it('catches by the daily heads that the chain was longer before', () => {
    const { privateKey } = made();
    const heads = [dailyHead(file(), 12, privateKey)];
    const footer = { ...(JSON.parse(file().at(-1) ?? '') as Footer), count: 10 };
    const head = (JSON.parse(file()[10] ?? '') as Line).link;
    const unsigned = { ...footer, head, shown: 'AAA=' };
    const hashes = file()
      .slice(1, 11)
      .map((line) => JSON.parse(line) as Line)
      .map(({ number, hash, link }) => JSON.stringify({ number, hash, link }));
    const signature = createSigning(privateKey).sign(signedText(unsigned));
    const short = [file()[0] ?? '', ...hashes, JSON.stringify({ ...unsigned, signature })];
    assert.equal(verified(short, made().publicKey).count, 10);
    assert.match(refused(short, heads), /Record 11 is missing: on 2026-11-22 the chain had 12/);
    const newer = [dailyHead(file(), 12, privateKey, '2026-12-01T00:00:00.000Z')];
    assert.equal(verified(short, made().publicKey, newer).headsSeen, 0);
  });

  it('takes no daily head of another key', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    assert.match(refused(file(), [dailyHead(file(), 3, other)]), /daily head of 2026-11-22 is not signed/);
  });

  it('shows a manager nobody of another team, and everything of their own', async () => {
    const text = file().join('\n');
    for (const own of ['p000', 'p002', 'p010']) assert.ok(text.includes(`"personName":"Name of ${own}"`));
    assert.doesNotMatch(text, /p001|p003|p005|p007|p009|p011|manager-2/);
    const nobody = await linesOf(made(), { id: 'manager-3', name: 'Nina Nobody' });
    assert.deepEqual(
      [verified(nobody, made().publicKey).count, verified(nobody, made().publicKey).shown],
      [12, 0],
    );
  });

  it('still finds that it holds after one person’s record was erased', async () => {
    const { evidence, sealer, publicKey } = made();
    await eraseRecordsOf({ evidence, chain: sealer.chain }, 'p004');
    const lines = await linesOf(made(), MANAGER);
    assert.doesNotMatch(lines.join('\n'), /p004/);
    const { count, shown } = verified(lines, publicKey);
    assert.deepEqual([count, shown], [12, 5]);
  });

  it('finds that an empty chain holds', async () => {
    const empty = await records();
    assert.equal(verified(await linesOf(empty), empty.publicKey).count, 0);
  });
});

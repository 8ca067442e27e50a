import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import type { Case } from '../../../../src/features/concerns/case/case';
import { CaseStore } from '../../../../src/features/concerns/case/caseStore';
import { MOST_FILES } from '../../../../src/features/concerns/evidence/caseFile';
import { filesCard } from '../../../../src/features/concerns/evidence/fileCards';
import { channelCard, channelCards, seen, sendReport, startReporting } from '../reporting';
import { storedRows } from '../storedRows';
import { blobsOf } from './blobs';
import { pictureWithPlace } from './pictures';
import { openFile, tokenIn, UploadPage } from './uploadPage';

const WHY = 'The police asked for it.';

describe('a handler who looks at files', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let officer: PersonDriver;
  let carer: PersonDriver;
  let reference: string;
  let picture: Buffer;
  const lines: string[] = [];
  before(async () => {
    ({ product, next } = await startReporting({ onLog: (line) => lines.push(line) }));
    [lead, officer] = [product.teams.person('complaints-lead'), product.teams.person('complaints-officer')];
    picture = await pictureWithPlace();
  });
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    reference = await sendReport(product, carer.key);
    const page = await UploadPage.openedBy(product.url, carer);
    assert.equal((await page.adds('one', picture, 'image/jpeg')).number, 1);
    await product.idle();
  });

  const opens = async (who = lead): Promise<PressAnswer> =>
    who.presses(await channelCard(product, reference), 'Open');
  const files = async (who = lead): Promise<PressAnswer> => who.submitsDialog(await opens(who), 'Files');
  async function original(reason: string): Promise<PressAnswer> {
    const asked = await lead.submitsDialog(await files(), 'Open the original');
    return lead.submitsDialog(asked, 'Open the original', { reason });
  }

  it('sees the cleaned copy: the picture without the place, and that it was opened is in the history', async () => {
    assert.ok((await sharp(picture).metadata()).exif?.includes('Invented Phone'));
    const token = tokenIn(await lead.submitsDialog(await files(), 'Open file 1'));
    const { status, bytes, headers } = await openFile(product.url, token);
    assert.equal(status, 200);
    const about = await sharp(bytes).metadata();
    assert.deepEqual([about.format, about.width, about.height, about.exif], ['jpeg', 240, 160, undefined]);
    assert.deepEqual(
      [headers.get('content-type'), headers.get('cache-control'), headers.get('x-content-type-options')],
      ['image/jpeg', 'no-store', 'nosniff'],
    );
    assert.match(seen(await opens()), /A file was opened by Lettice Ledgerly \(file 1\)/);
  });

  it('opens a link once, and not later than in a quarter of an hour', async () => {
    const token = tokenIn(await lead.submitsDialog(await files(), 'Open file 1'));
    const answers = await Promise.all([1, 2, 3].map(() => openFile(product.url, token)));
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [200, 404, 404],
    );
    const late = tokenIn(await lead.submitsDialog(await files(), 'Open file 1'));
    await product.advance(15 * 60_000);
    assert.equal((await openFile(product.url, late)).status, 404);
    assert.equal((await openFile(product.url, 'guessed')).status, 404);
    assert.ok(!lines.some((line) => line.includes(token) || line.includes(late)));
  });

  it('gets the original, byte for byte, for a written reason that stays in the history', async () => {
    const { status, bytes } = await openFile(product.url, tokenIn(await original(WHY)));
    assert.equal(status, 200);
    assert.deepEqual(bytes, picture);
    const hash = createHash('sha256').update(picture).digest('hex');
    const history = seen(await opens());
    assert.match(
      history,
      new RegExp(`asked for by Lettice Ledgerly \\(file 1: ${WHY}\\).*original of a file was opened`),
    );
    assert.ok(history.replaceAll(' ', '').includes(`SHA-256${hash}`));
  });

  it('gets no original without a reason', async () => {
    for (const reason of ['   ', '!!!'])
      assert.match(seen(await original(reason)), /Please write why you need the original/);
    assert.doesNotMatch(seen(await opens()), /original of a file/);
  });

  it('gets nothing any more once they left the team, also with a link that they have', async () => {
    const token = tokenIn(await officer.submitsDialog(await files(officer), 'Open file 1'));
    await product.teams.team('complaints').removes(officer.key);
    assert.equal((await openFile(product.url, token)).status, 403);
    await product.teams.team('complaints').adds(officer.key);
    await product.idle();
    assert.equal((await openFile(product.url, token)).status, 200);
  });

  it('gets nothing by a link that they have once they are named as involved', async () => {
    const files = await officer.submitsDialog(await opens(officer), 'Files');
    const token = tokenIn(await officer.submitsDialog(files, 'Open file 1'));
    const id = /"case":"([0-9a-f]{32})"/.exec(seen(files))?.[1] ?? assert.fail();
    const world = await product.teams.call('world', {}, undefined);
    const them = world.people.find(({ key }) => key === officer.key) ?? assert.fail();
    const involved = [them.aadObjectId];
    await new CaseStore(product.storage).step(id, (now) => ({ next: { ...now, involved } }));
    assert.equal((await openFile(product.url, token)).status, 403);
  });

  it('is told when a file in storage was changed, and sees nothing of it', async () => {
    const container = await product.storage.container('concernfiles');
    for (const { name, bytes } of await blobsOf(product)) {
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      await container.getBlockBlobClient(name).uploadData(bytes);
    }
    const { status, bytes } = await openFile(product.url, tokenIn(await original(WHY)));
    assert.notEqual(status, 200);
    assert.ok(!bytes.includes(picture.subarray(0, 20)));
  });
});

describe('the files of a report whose name is kept back', () => {
  let product: TestProduct;
  let carer: PersonDriver;
  const lines: string[] = [];
  const TEXT = 'Invented words that nobody else may read.';
  before(async () => {
    const started = await startReporting({ onLog: (line) => lines.push(line) });
    [product, carer] = [started.product, started.next()];
    await product.advance(192_345);
    await sendReport(product, carer.key, 'kept');
    const page = await UploadPage.openedBy(product.url, carer);
    await page.adds('text', Buffer.from(TEXT), 'text/plain');
    await page.adds('picture', await pictureWithPlace(), 'image/jpeg');
    await page.piece('half', 0, Buffer.from(TEXT), 'text/plain');
    await product.idle();
  });
  after(() => product.stop());

  it('are sealed in storage: no blob shows a word or a picture, nor does its name say whose it is', async () => {
    const blobs = await blobsOf(product);
    assert.equal(blobs.length, 5);
    for (const { bytes } of blobs)
      for (const part of [TEXT, 'Invented', 'JFIF', 'Exif']) assert.ok(!bytes.includes(part));
  });

  it('lead from no row or blob to the person, and stand in no channel and no log', async () => {
    const world = await product.teams.call('world', {}, undefined);
    const me = world.people.find(({ key }) => key === carer.key) ?? assert.fail();
    const identity = [me.aadObjectId, me.id, me.name, me.chatId, me.email];
    const rows = await storedRows(product.storagePrefix);
    const ofFiles = rows.filter(({ table }) =>
      ['concernUploads', 'concernCases', 'concernFileLinks'].includes(table),
    );
    assert.ok(ofFiles.some(({ table }) => table === 'concernUploads'));
    const all = [
      ...ofFiles.map(({ text }) => text),
      ...(await blobsOf(product)).map(({ name }) => name),
      ...lines,
    ];
    for (const part of identity) assert.ok(!all.some((text) => text.includes(part)), part);
    assert.ok(!rows.some(({ text }) => text.includes('addFile#')), 'a link stands in a row');
    assert.doesNotMatch(seen((await channelCards(product))[0] ?? assert.fail()), /picture|SHA-256|File 1/);
  });
});

describe('the cards of files', () => {
  it('hold as many as a report may have', () => {
    const file = {
      id: 'f'.repeat(32),
      type: 'image/jpeg' as const,
      size: 20_000_000,
      sha256: 'a'.repeat(64),
    };
    const files = Array.from({ length: MOST_FILES }, (_, at) => ({
      ...{ ...file, number: at + 1, addedAt: '2026-09-30T10:00:00.000Z', key: 'k'.repeat(120) },
    }));
    assert.ok(JSON.stringify(files).length < 32_000, 'the row of a case has no room for them');
    assert.match(JSON.stringify(filesCard('c'.repeat(32), { files } as unknown as Case)), /Open file 20/);
  });
});

import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { DirectConcerns } from '../direct';
import { ABOUT, channelCard, seen, sendReport, startReporting } from '../reporting';
import { blobNames } from './blobs';
import { pictureOf, pictureWithPlace, PROGRAM } from './pictures';
import { PIECE, UploadPage } from './uploadPage';

const MB = 1024 * 1024;

describe('a reporter who adds files', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  let reference: string;
  let page: UploadPage;
  const lines: string[] = [];
  before(async () => {
    ({ product, next } = await startReporting({ onLog: (line) => lines.push(line) }));
  });
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    reference = await sendReport(product, carer.key);
    page = await UploadPage.openedBy(product.url, carer);
  });

  async function opened(): Promise<string> {
    await product.idle();
    const lead = product.teams.person('complaints-lead');
    return seen(await lead.presses(await channelCard(product, reference), 'Open'));
  }

  it('sees that it is their report, and the complaints team sees the file with its hash', async () => {
    assert.equal((await page.begin()).reference, reference);
    assert.deepEqual(await page.adds('one', await pictureWithPlace(), 'image/jpeg'), {
      status: 200,
      number: 1,
    });
    await product.idle();
    assert.match(seen(await channelCard(product, reference)), /Something was added/);
    assert.match(
      await opened(),
      /File 1: picture \(JPEG\).*SHA-256( [0-9a-f]{8}){8}.*The reporter added a file \(file 1/,
    );
  });

  it('may send ten at once, of which each becomes one, and no eleventh', async () => {
    const picture = await pictureWithPlace();
    const names = Array.from({ length: 10 }, (_, at) => `file-${at}`);
    const told = await Promise.all(names.map((name) => page.adds(name, picture, 'image/jpeg')));
    assert.deepEqual(
      told.map(({ number }) => number).sort((a = 0, b = 0) => a - b),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
    assert.equal((await page.adds('file-10', picture, 'image/jpeg')).refused, 'tooMany');
    assert.doesNotMatch(await opened(), /File 11/);
  });

  it('cannot send 25 MB, however the page is made to try, and may send 20', async () => {
    const large = await pictureOf(20 * MB);
    const piece = (number: number, file = 'large') =>
      page.piece(file, number, large.subarray(number * PIECE, (number + 1) * PIECE), 'image/jpeg');
    await Promise.all(Array.from({ length: 40 }, (_, number) => piece(number)));
    for (const number of [40, 49])
      assert.deepEqual(await piece(number), { status: 413, refused: 'tooLarge' });
    assert.equal((await page.finish('large', 50, 'image/jpeg')).refused, 'tooLarge');
    for (const size of [PIECE + 1, 3 * MB])
      assert.equal((await page.piece('other', 0, large.subarray(0, size), 'image/jpeg')).refused, 'tooLarge');
    assert.doesNotMatch(await opened(), /File 1/);
    assert.equal((await page.finish('large', 40, 'image/jpeg')).number, 1);
  });

  it('hears kindly that a program called a picture is not taken, nor one inside a picture that cannot be read', async () => {
    const program = await page.adds('holiday', PROGRAM, 'image/jpeg');
    assert.deepEqual([program.status, program.refused], [415, 'notTaken']);
    const script = Buffer.from('#!/bin/sh\necho invented\n');
    assert.equal((await page.adds('script', script, 'image/jpeg')).refused, 'notTaken');
    assert.equal((await page.adds('script', script, 'text/plain')).refused, 'notTaken');
    assert.equal((await page.adds('pdf', Buffer.from('%PDF-1.7 invented'), '')).refused, 'notTaken');
    const start = (await pictureWithPlace()).subarray(0, 300);
    const hidden = Buffer.concat([start, PROGRAM]);
    assert.deepEqual((await page.adds('hidden', hidden, 'image/jpeg')).refused, 'unreadable');
    assert.doesNotMatch(await opened(), /File 1/);
  });

  it('may send a text, which is a text by its content and not by its name', async () => {
    const text = Buffer.from('Invented messages: „Grüße“ 🙂\nSecond line\n');
    assert.equal((await page.adds('note', text, 'text/plain')).number, 1);
    assert.equal((await page.adds('nameless', text, '')).number, 2);
    assert.equal((await page.adds('picture', text, 'image/png')).refused, 'notTaken');
    assert.equal(
      (await page.adds('latin', Buffer.from('Gr\u00fc\u00dfe', 'latin1'), 'text/plain')).refused,
      'notTaken',
    );
  });

  it('loses nothing when an upload breaks half-way: it does not count, goes on at any instance, and counts once', async () => {
    const picture = await pictureOf(3 * PIECE);
    await page.piece('broken', 0, picture.subarray(0, PIECE), 'image/jpeg');
    await page.piece('broken', 2, picture.subarray(2 * PIECE), 'image/jpeg');
    assert.equal((await page.finish('broken', 3, 'image/jpeg')).refused, 'incomplete');
    assert.doesNotMatch(await opened(), /File 1/);
    const other = await product.startAnother('two');
    const there = page.at(`http://127.0.0.1:${other.port}`);
    await there.piece('broken', 1, picture.subarray(PIECE, 2 * PIECE), 'image/jpeg');
    const twice = await Promise.all([page, there].map((one) => one.finish('broken', 3, 'image/jpeg')));
    await other.stop();
    assert.deepEqual(
      twice.map(({ number }) => number),
      [1, 1],
    );
    assert.doesNotMatch(await opened(), /File 2/);
  });

  it('may give one up: nothing of it stays, and another has its room', async () => {
    const picture = await pictureWithPlace();
    for (let at = 0; at < 10; at++) await page.piece(`file-${at}`, 0, picture, 'image/jpeg');
    const before = (await blobNames(product)).length;
    assert.equal((await page.cancel('file-3')).status, 200);
    assert.equal((await blobNames(product)).length, before - 1);
    assert.equal((await page.finish('file-3', 1, 'image/jpeg')).refused, 'incomplete');
    assert.equal((await page.adds('file-10', picture, 'image/jpeg')).number, 1);
  });

  it('may give one up while it is checked, and hears it when that was too late', async () => {
    const picture = await pictureOf(3 * PIECE);
    for (const name of ['first', 'second'])
      for (let at = 0; at < 3; at++)
        await page.piece(name, at, picture.subarray(at * PIECE, (at + 1) * PIECE), 'image/jpeg');
    // One is checked after the other, so the second is waiting when it is given up.
    const [first, second, given] = await Promise.all([
      page.finish('first', 3, 'image/jpeg'),
      page.finish('second', 3, 'image/jpeg'),
      page.cancel('second'),
    ]);
    assert.deepEqual([first.number, second.number, given.number], [1, undefined, undefined]);
    assert.equal(given.status, 200);
    assert.equal((await page.cancel('first')).number, 1);
    assert.doesNotMatch(await opened(), /File 2/);
  });

  it('leaves nothing that was not finished once the link is over, and the link takes nothing more', async () => {
    const picture = await pictureWithPlace();
    const before = await blobNames(product);
    await page.adds('kept', picture, 'image/jpeg');
    await page.piece('never-finished', 0, picture, 'image/jpeg');
    const added = (await blobNames(product)).filter((name) => !before.includes(name));
    const part = (folder: string, at: number) =>
      added.find((name) => name.startsWith(folder))?.split('/')[at] ?? assert.fail(folder);
    // As a process leaves it that dies after the copies were written and before the case was.
    const orphan = `cases/${part('cases/', 1)}/${part('pieces/', 2)}/0a1b.original`;
    const container = await product.storage.container('concernfiles');
    await container.getBlockBlobClient(orphan).uploadData(Buffer.from('sealed'));
    await product.advance(60 * 60_000);
    assert.deepEqual((await page.finish('never-finished', 1)).refused, 'gone');
    await product.advance(15 * 60_000);
    const left = await blobNames(product);
    assert.deepEqual(
      left.filter((name) => name.startsWith('pieces/')),
      [],
    );
    assert.ok(!left.includes(orphan));
    assert.ok(
      left.some((name) => name.startsWith(`cases/${part('cases/', 1)}/`) && name.endsWith('.cleaned')),
    );
  });

  it('opens the page once: another page with the same link, or with a guessed one, is refused', async () => {
    const pressed = await carer.presses(await carer.lastCardMessage(), 'Add a file');
    const url = pressed.result.kind === 'dialog' ? (pressed.result.dialog.url ?? '') : '';
    const token = url.split('#')[1] ?? '';
    const [mine, other] = [new UploadPage(product.url, token), new UploadPage(product.url, token)];
    assert.equal((await mine.begin()).status, 200);
    assert.deepEqual(await other.begin(), { status: 404, refused: 'gone' });
    assert.equal((await mine.begin()).status, 200);
    const guessed = new UploadPage(product.url, `${token.slice(0, -1)}_`);
    assert.equal((await guessed.adds('one', await pictureWithPlace())).refused, 'gone');
    assert.equal((await new UploadPage(product.url, token, '').begin()).refused, 'gone');
    assert.ok(lines.length > 0 && !lines.some((line) => line.includes(token)));
  });

  it('finds the button in my reports as well', async () => {
    await carer.says('my reports');
    const again = await UploadPage.openedBy(product.url, carer);
    assert.equal((await again.begin()).reference, reference);
  });
});

describe('forged presses about files', () => {
  const direct = new DirectConcerns();
  before(() => direct.start());

  async function sent(who: string, about: object = ABOUT): Promise<string> {
    const receipt = await direct.press(who, 'send', { ...(await direct.toReview(who, about)), name: 'kept' });
    return (
      /"case":"([0-9a-f]{32})"/.exec(JSON.stringify(receipt))?.[1] ?? assert.fail(JSON.stringify(receipt))
    );
  }

  it('open no upload page for a report of somebody else, nor for none', async () => {
    const id = await sent('anna');
    assert.match(JSON.stringify(await direct.press('anna', 'addFile', { case: id })), /addFile#/);
    for (const data of [{ case: id }, { case: 'none' }, {}])
      assert.match(
        JSON.stringify(await direct.press('bert', 'addFile', data)),
        /cannot find that among your reports/,
      );
  });

  it('open none for sexual or unlawful material: neither card offers it, and it is told what to do instead', async () => {
    const about = { kind: 'sexual', affected: 'colleague', what: 'Invented material.' };
    const id = await sent('carla', about);
    const [list] = await direct.says('carla', 'my reports');
    assert.doesNotMatch(JSON.stringify(list), /Add a file/);
    const told = JSON.stringify(await direct.press('carla', 'addFile', { case: id }));
    assert.match(told, /Do not copy, screenshot or forward it.*police or safeguarding/);
    assert.doesNotMatch(told, /addFile#/);
  });

  it('bring a receipt that says so from the start', async () => {
    const place = await direct.toReview('ines', {
      kind: 'sexual',
      affected: 'me',
      what: 'Invented material.',
    });
    const receipt = JSON.stringify(await direct.press('ines', 'send', { ...place, name: 'kept' }));
    assert.match(receipt, /Do not copy, screenshot or forward it/);
    assert.doesNotMatch(receipt, /Keep pictures|Add a file/);
  });

  it('open no file for who is no handler, the reporter included', async () => {
    const id = await sent('dora');
    for (const who of ['dora', 'egon'])
      for (const verb of ['files', 'openFile', 'askOriginal', 'openOriginal'])
        assert.match(
          JSON.stringify(await direct.press(who, verb, { case: id, file: 'x' })),
          /Only the complaints team/,
        );
  });

  it('open no file that is not there', async () => {
    const id = await sent('frieda');
    direct.handlers.add('gerd');
    for (const verb of ['openFile', 'askOriginal', 'openOriginal'])
      assert.match(
        JSON.stringify(await direct.press('gerd', verb, { case: id, file: 'x' })),
        /cannot find that file/,
      );
  });
});

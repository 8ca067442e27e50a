import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { TestProduct } from '../../../support/product';
import { channelCard, seen, sendReport, startReporting } from '../reporting';
import { storedRows } from '../storedRows';
import { pictureWithPlace } from './pictures';
import { openFile, tokenIn, UploadPage } from './uploadPage';

const DAY_MS = 24 * 60 * 60_000;
const OLD = Buffer.alloc(32, 3).toString('base64');
const NEW = Buffer.alloc(32, 9).toString('base64');
const BEFORE = { SECRET_FILE_KEY: OLD, FILE_KEY_ID: 'files-2024' };
const NEW_ALONE = { SECRET_FILE_KEY: NEW, FILE_KEY_ID: 'files-2026' };
const BOTH = { ...NEW_ALONE, SECRET_FILE_KEYS_OLD: `files-2024=${OLD}` };
const WHY = 'The police asked for it.';

describe('The key for files is changed', () => {
  let product: TestProduct;
  let carer: PersonDriver;
  let lead: PersonDriver;
  let picture: Buffer;
  let reference: string;
  const lines: string[] = [];
  beforeEach(async () => {
    const started = await startReporting({ onLog: (line) => lines.push(line) });
    ({ product } = started);
    [carer, lead, picture] = [
      started.next(),
      product.teams.person('complaints-lead'),
      await pictureWithPlace(),
    ];
    lines.length = 0;
  });
  afterEach(() => product.stop());

  const page = (): Promise<UploadPage> => UploadPage.openedBy(product.url, carer);
  async function reportWithFile(): Promise<void> {
    reference = await sendReport(product, carer.key);
    assert.equal((await (await page()).adds('one', picture, 'image/jpeg')).number, 1);
    await product.idle();
  }
  const opens = async (): Promise<PressAnswer> => lead.presses(await channelCard(product, reference), 'Open');
  const files = async (): Promise<PressAnswer> => lead.submitsDialog(await opens(), 'Files');
  async function original(): Promise<string> {
    const asked = await lead.submitsDialog(await files(), 'Open the original');
    return tokenIn(await lead.submitsDialog(asked, 'Open the original', { reason: WHY }));
  }
  async function assertOpens(): Promise<void> {
    const { status, bytes } = await openFile(product.url, await original());
    assert.deepEqual([status, bytes.equals(picture)], [200, true]);
    const copy = await openFile(product.url, tokenIn(await lead.submitsDialog(await files(), 'Open file 1')));
    assert.equal(copy.status, 200);
  }
  /** The ids of the keys that seal the files of reports, each once. */
  async function keyIds(): Promise<string[]> {
    const rows = (await storedRows(product.storagePrefix)).filter(({ table }) => table === 'concernCases');
    const found = rows.flatMap(({ text }) => [...text.matchAll(/\\"key\\":\\"s1\.([^.]+)\./g)]);
    return [...new Set(found.map(([, id]) => id ?? ''))].sort();
  }

  it('a file of before opens with the older key, and a new one is sealed with the newest', async () => {
    await product.restart(undefined, BEFORE);
    await reportWithFile();
    assert.deepEqual(await keyIds(), ['files-2024']);
    await product.restart(undefined, BOTH);
    await assertOpens();
    await carer.says('my reports');
    assert.equal((await (await page()).adds('two', picture, 'image/jpeg')).number, 2);
    assert.deepEqual(await keyIds(), ['files-2024', 'files-2026']);
  });

  it('a file from before files had a key of their own opens as ever', async () => {
    await reportWithFile();
    assert.deepEqual(await keyIds(), ['local']);
    await product.restart(undefined, NEW_ALONE);
    await assertOpens();
  });

  it('without its key a file is refused, clearly: the link stays good, and no opening is written down', async () => {
    await product.restart(undefined, BEFORE);
    await reportWithFile();
    await product.restart(undefined, NEW_ALONE);
    const token = await original();
    const { status, bytes } = await openFile(product.url, token);
    assert.deepEqual([status, JSON.parse(bytes.toString())], [423, { refused: 'noKey' }]);
    assert.doesNotMatch(seen(await opens()), /original of a file was opened/);
    const logged = lines.filter((line) => line.includes('concerns.fileKeyNotHere'));
    assert.equal(logged.length, 1);
    assert.doesNotMatch(logged.join(), new RegExp(`${reference}|Lettice|Carer`));
    await product.restart(undefined, BOTH);
    assert.equal((await openFile(product.url, token)).status, 200);
  });

  it('the nightly job seals keys of files anew, and from then on the older key is not needed', async () => {
    await product.restart(undefined, BEFORE);
    await reportWithFile();
    await product.restart(undefined, NEW_ALONE);
    await product.advance(DAY_MS);
    assert.deepEqual(await keyIds(), ['files-2024'], 'it cannot do so without the older key');
    await product.restart(undefined, BOTH);
    await product.advance(DAY_MS);
    assert.deepEqual(await keyIds(), ['files-2026']);
    await product.restart(undefined, NEW_ALONE);
    await assertOpens();
  });

  it('a page that was open goes on with the older key, and without it says that it is over', async () => {
    await product.restart(undefined, BEFORE);
    reference = await sendReport(product, carer.key);
    const open = await page();
    assert.equal((await open.begin()).reference, reference);
    await product.restart(undefined, NEW_ALONE);
    assert.equal((await open.at(product.url).piece('one', 0, picture, 'image/jpeg')).refused, 'gone');
    await product.restart(undefined, BOTH);
    assert.equal((await open.at(product.url).adds('one', picture, 'image/jpeg')).number, 1);
    assert.deepEqual(await keyIds(), ['files-2026']);
    await assertOpens();
  });
});

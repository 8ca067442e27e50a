import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PressAnswer } from '../../src/localTeams/api';
import type { PersonDriver } from '../../src/localTeams/driver';
import { CaseStore } from '../../src/features/concerns/case/caseStore';
import { loadSchedule } from '../../src/retention/schedule';
import { channelCard, seen, sendReport, startReporting } from '../features/concerns/reporting';
import { allStored, storesOf } from '../support/allStored';
import { filesBelow } from '../support/files';
import type { TestProduct } from '../support/product';

const YEAR_MS = 365.25 * 24 * 60 * 60_000;

describe('The schedule of retention', () => {
  it('lists every table and container that the code names', () => {
    const listed = loadSchedule().map(({ store }) => store);
    const named = filesBelow('src', /\.ts$/).flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(/\.(?:table|container)\(\s*'([^']+)'|_CONTAINER = '([^']+)'/g),
      ].map(([, table, container]) => table ?? container ?? ''),
    );
    assert.ok(named.length > 30);
    assert.deepEqual(
      [...new Set(named)].filter((name) => !listed.includes(name)),
      [],
    );
  });

  it('gives each a period that ends, or says why it stays', () => {
    for (const row of loadSchedule())
      assert.ok('period' in row || 'why' in row || row.rule === 'with', row.store);
  });
});

describe('Retention', () => {
  let product: TestProduct;
  let lead: PersonDriver;
  before(async () => {
    const started = await startReporting();
    ({ product } = started);
    lead = product.teams.person('complaints-lead');
  });
  after(() => product.stop());

  async function closed(carer: string): Promise<string> {
    const reference = await sendReport(product, carer);
    const card = await channelCard(product, reference);
    await lead.presses(card, 'Take on');
    const closing = await lead.submitsDialog(await lead.presses(card, 'Open'), 'Close this report');
    await lead.submitsDialog(closing, 'Close the report', {
      outcome: 'upheld',
      reply: 'dealtWith',
      note: '',
    });
    await product.idle();
    return reference;
  }

  async function howLong(who: PersonDriver, reference: string): Promise<PressAnswer> {
    const opened = await who.presses(await channelCard(product, reference), 'Open');
    return who.submitsDialog(await who.submitsDialog(opened, 'More to do'), 'How long it is kept');
  }

  it('erases a closed report when its time has come, and keeps one that is open and one that is held', async () => {
    const [gone, held, open] = [
      await closed('carer-0'),
      await closed('carer-1'),
      await sendReport(product, 'carer-2'),
    ];
    const keep = await howLong(lead, held);
    const again = await lead.submitsDialog(keep, 'Keep it', { reason: ' ' });
    assert.match(seen(again), /Please write why/);
    await lead.submitsDialog(again, 'Keep it', { reason: 'An invented inquiry.' });
    await product.advance(YEAR_MS);
    assert.equal((await lead.presses(await channelCard(product, gone), 'Open')).result.kind, 'dialog');

    await product.advance(6 * YEAR_MS);
    const answers = await Promise.all(
      [gone, held, open].map(async (one) => lead.presses(await channelCard(product, one), 'Open')),
    );
    assert.deepEqual(
      answers.map(({ result }) => result.kind),
      ['closed', 'dialog', 'dialog'],
    );
    const rows = (await allStored(product)).filter(({ store }) => store === 'concernCases');
    const left = rows.find(({ text }) => text.includes(gone))?.text ?? assert.fail('no tombstone');
    assert.match(left, /"type":"erased"/);
    const { partitionKey: id } = JSON.parse(left) as { readonly partitionKey: string };
    const ofCase = rows.filter(({ text }) => text.includes(id)).map(({ text }) => text);
    assert.doesNotMatch(ofCase.join(), /unkind things|Lettice|An invented note/);
    assert.equal(await new CaseStore(product.storage).broken(id), undefined);
    await product.teams.person('carer-0').says('my reports');
    assert.doesNotMatch(seen(await product.teams.person('carer-0').lastCardMessage()), new RegExp(gone));
  });

  it('lets nobody but the complaints lead hold a report', async () => {
    const officer = product.teams.person('complaints-officer');
    const reference = await sendReport(product, 'carer-3');
    assert.match(seen(await howLong(officer, reference)), /Only the complaints lead/);
  });

  it('forgets what a chat remembers, and holds acknowledgement records for an administrator alone', async () => {
    const [admin, carer] = [product.teams.person('admin'), product.teams.person('carer-4')];
    await carer.says('keep acknowledgement records because I say so');
    assert.match(JSON.stringify(await carer.chat()), /Only administrators/);
    await admin.says('keep acknowledgement records');
    assert.match(JSON.stringify(await admin.chat()), /Please add why/);
    await admin.says('keep acknowledgement records because of an invented inspection');
    assert.match(JSON.stringify(await admin.chat()), /No acknowledgement record is erased until/);
    await admin.says('stop keeping acknowledgement records');
    assert.match(JSON.stringify(await admin.chat()), /erased again when their time has come/);
  });

  it('has a line in its schedule for every table and container that the product made', async () => {
    const listed = loadSchedule().map(({ store }) => store.toLowerCase());
    const made = await storesOf(product);
    assert.ok(made.length > 15);
    assert.deepEqual(
      made.filter((store) => !listed.includes(store.toLowerCase())),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { pressMadeUp } from '../access/rawPress';
import { channelCards, chatOf, press, referenceIn, seen, startReporting, toReview } from '../reporting';
import { involve } from './involve';

const HOUR = 3_600_000;

describe('the dates of a report that names somebody who might handle it', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let reference: string;
  let caseId: string;
  const ids = new Map<string, string>();
  before(async () => {
    ({ product, next } = await startReporting());
    for (const { key, aadObjectId } of (await product.teams.world()).people) ids.set(key, aadObjectId);
    const names = 'Marnie Lanternby, Oswin Inkpot, Petra Poultice';
    await product.teams.person('complaints-lead').says(`conflicts go to ${names}`);
  });
  after(() => product.stop());
  /** A report that names somebody: the manager is the first of the three, and gets it. */
  async function reports(involved = 'complaints-officer'): Promise<void> {
    const carer = next();
    await toReview(carer);
    await press(carer, 'Send', { name: 'kept', involved: idOf(involved) });
    await product.idle();
    reference = referenceIn(await carer.lastCardMessage());
    const card = await product.teams.person('manager').lastCardMessage();
    assert.ok(seen(card).includes(reference));
    caseId = /"case":"([0-9a-f]+)"/.exec(seen(card))?.[1] ?? assert.fail();
  }

  const idOf = (key: string): string => ids.get(key) ?? assert.fail(key);
  const noticesOf = async (who: string): Promise<string[]> =>
    (await product.teams.person(who).chat())
      .filter(({ from }) => from.kind === 'bot')
      .map(seen)
      .filter((text) => text.includes(`${reference}: a date`));
  async function assertNobodyElse(others: readonly string[]): Promise<void> {
    const inChannel = (await channelCards(product)).map(seen);
    assert.ok(!inChannel.some((text) => text.includes(reference)));
    for (const who of others) assert.ok(!(await chatOf(product, who)).includes(reference), who);
  }

  it('are heard, as long as nobody has it, by the person outside IT who got it, and by nobody else', async () => {
    await reports();
    await product.advance(48 * HOUR);
    assert.match((await noticesOf('manager')).join(), /a date comes near.*Take it on/);
    await product.advance(97 * HOUR);
    await product.advance(HOUR);
    const notices = await noticesOf('manager');
    assert.equal(notices.length, 2);
    assert.match(notices[1] ?? '', /a date has passed.*Take it on.*Nobody yet/);
    assert.match(notices[1] ?? '', /"summary":"You have a message"/);
    const others = ['complaints-lead', 'complaints-officer', 'admin', 'second-admin', 'office', 'nurse'];
    await assertNobodyElse(others);
  });

  it('are heard later by a person who had blocked the bot', async () => {
    await reports();
    await product.teams.person('manager').blocksBot();
    await product.advance(145 * HOUR);
    assert.deepEqual(await noticesOf('manager'), []);
    await product.teams.person('manager').unblocksBot();
    await product.advance(HOUR);
    await product.advance(HOUR);
    assert.equal((await noticesOf('manager')).length, 1);
    await assertNobodyElse(['complaints-lead', 'complaints-officer', 'admin', 'office', 'nurse']);
  });

  it('are heard by that person again once the handler who took it on may not see it', async () => {
    await reports('office');
    await pressMadeUp(product, 'complaints-officer', 'concerns.takeOn', { case: caseId });
    await product.idle();
    await product.teams.person('complaints-lead').says('remove Fergus Foldersby as a handler');
    await product.advance(40 * 24 * HOUR);
    const heard = (await noticesOf('manager')).join();
    assert.match(heard, /a date has passed.*Close it.*Fergus Foldersby/);
    await assertNobodyElse(['complaints-lead', 'complaints-officer', 'admin', 'office', 'nurse']);
    await product.teams.person('complaints-lead').says('confirm Fergus Foldersby as a handler');
    await product.idle();
  });

  it('are heard by that person where the handler who took it on is named in it', async () => {
    await reports();
    await pressMadeUp(product, 'complaints-lead', 'concerns.takeOn', { case: caseId });
    await product.idle();
    await involve(product, reference, idOf('complaints-lead'));
    await product.advance(40 * 24 * HOUR);
    assert.match((await noticesOf('manager')).join(), /a date has passed.*Close it/);
    assert.deepEqual(await noticesOf('complaints-lead'), []);
  });

  it('wait while Teams does not say who may hear of it', async () => {
    await reports();
    const recover = await product.teams.fail({ operation: 'member', answer: 403 });
    await product.advance(145 * HOUR);
    assert.deepEqual(await noticesOf('manager'), []);
    await recover();
    await product.advance(HOUR);
    assert.equal((await noticesOf('manager')).length, 1);
  });
});

import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { pressMadeUp } from './rawPress';
import { channelCards, chatOf, press, referenceIn, seen, startReporting, toReview } from '../reporting';

const MINUTE = 60_000;

describe('a report that names somebody who might handle it', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  const ids = new Map<string, string>();
  before(async () => {
    ({ product, next } = await startReporting());
    for (const { key, aadObjectId } of (await product.teams.world()).people) ids.set(key, aadObjectId);
  });
  after(() => product.stop());
  afterEach(() => product.teams.clearFaults());

  const idOf = (key: string): string => ids.get(key) ?? assert.fail(key);
  const says = async (who: string, words: string): Promise<string> => {
    const person = product.teams.person(who);
    await person.says(words);
    await product.idle();
    return seen(await person.lastCardMessage());
  };
  async function reports(keys?: readonly string[]): Promise<{ carer: PersonDriver; reference: string }> {
    const involved = keys?.map(idOf).join(',');
    const carer = next();
    await toReview(carer);
    await press(carer, 'Send', { name: 'kept', involved: involved ?? 'unlisted' });
    const reference = referenceIn(await carer.lastCardMessage());
    await product.idle();
    return { carer, reference };
  }
  const inChannel = async (reference: string): Promise<boolean> =>
    (await channelCards(product)).some((card) => seen(card).includes(reference));
  const has = async (who: string, reference: string): Promise<boolean> =>
    (await chatOf(product, who)).includes(reference);

  it('waits while there is no list: the administrator hears no detail, the reporter the truth with other ways', async () => {
    const { carer, reference } = await reports(['complaints-officer', 'admin']);
    for (let tries = 0; tries < 4; tries++) await product.advance(5 * MINUTE);
    assert.equal(await inChannel(reference), false);
    assert.match(await chatOf(product, 'second-admin'), /A report waits which nobody can take/);
    assert.ok(!(await has('second-admin', reference)));
    assert.doesNotMatch(await chatOf(product, 'admin'), /A report waits/, 'told whom it names');
    assert.match(
      await chatOf(product, carer.key),
      new RegExp(`Report ${reference} waits.*none of them can be reached`),
    );
    assert.equal((await chatOf(product, carer.key)).split('none of them can be reached').length - 1, 1);
  });

  it('has a list of three that the complaints lead names, of anybody but IT and guests', async () => {
    const names = 'Marnie Lanternby, Oswin Inkpot, Petra Poultice';
    assert.match(await says('admin', `conflicts go to ${names}`), /Only the complaints lead/);
    assert.match(
      await says('complaints-lead', 'conflicts go to Marnie Lanternby, Oswin Inkpot'),
      /three people/,
    );
    assert.match(
      await says('complaints-lead', 'conflicts go to Marnie Lanternby, Oswin Inkpot, Ada Keyringle'),
      /Nothing was changed\. Ada Keyringle cannot be on the list/,
    );
    assert.match(
      await says('complaints-lead', `conflicts go to ${names}`),
      /1\. Marnie.*2\. Oswin.*3\. Petra/,
    );
    assert.match(await says('complaints-lead', 'conflicts'), /1\. Marnie/);
  });

  it('goes to the first of the list whom it does not name, and to nobody else', async () => {
    const { reference } = await reports(['manager', 'complaints-officer']);
    assert.equal(await inChannel(reference), false);
    assert.ok(await has('office', reference));
    for (const who of ['manager', 'nurse', 'complaints-lead', 'complaints-officer', 'admin'])
      assert.ok(!(await has(who, reference)), who);
  });

  it('is worked on from that chat: taken on, opened and closed, and the reporter is told', async () => {
    const { carer, reference } = await reports(['complaints-officer']);
    const manager = product.teams.person('manager');
    await press(manager, 'Take on');
    await product.idle();
    assert.match(seen(await manager.lastCardMessage()), new RegExp(`${reference}.*Marnie Lanternby`));
    assert.match(seen(await carer.lastCardMessage()), /has taken on your report/);
    assert.match(seen(await press(manager, 'Open')), /unkind things about me/);
  });

  it('does not exist for whom it names: their press on it is answered as if there were no such report', async () => {
    const { reference } = await reports(['complaints-officer']);
    const card = await product.teams.person('manager').lastCardMessage();
    assert.ok(seen(card).includes(reference));
    const caseId = /"case":"([0-9a-f]+)"/.exec(seen(card))?.[1] ?? assert.fail();
    const answer = (who: string, id: string) => pressMadeUp(product, who, 'concerns.open', { case: id });
    const none = await answer('complaints-officer', '0'.repeat(32));
    assert.deepEqual(await answer('complaints-officer', caseId), none);
    assert.match(none, /cannot find that report/);
  });

  it('goes to the next where the first cannot be reached, and moves on when the list changes', async () => {
    await product.teams.person('manager').blocksBot();
    const { reference } = await reports(['complaints-officer']);
    assert.ok(await has('office', reference));
    await says('complaints-lead', 'conflicts go to Petra Poultice, Crispin Crumpet, Wilf Wheelwright');
    await product.advance(MINUTE);
    assert.ok(await has('nurse', reference));
  });

  it('goes to the list too where the reporter did not find whom it names', async () => {
    const { reference } = await reports();
    assert.equal(await inChannel(reference), false);
    assert.ok(await has('nurse', reference));
  });
});

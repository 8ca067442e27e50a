import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { ABOUT, chatOf, press, referenceIn, seen, startReporting, toReview } from './reporting';
import { storedRows } from './storedRows';

describe('what the guided dialog asks', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  let ids: ReadonlyMap<string, string>;
  before(async () => {
    ({ product, next } = await startReporting());
    const { people } = await product.teams.call('world', {}, undefined);
    ids = new Map(people.map(({ key, aadObjectId }) => [key, aadObjectId]));
  });
  after(() => product.stop());
  beforeEach(() => (carer = next()));
  const shown = async (): Promise<string> => seen(await carer.lastCardMessage());
  const idOf = (key: string): string => ids.get(key) ?? assert.fail();
  const casesWith = async (text: string): Promise<string[]> =>
    (await storedRows(product.storagePrefix))
      .filter(({ table }) => table === 'concernCases')
      .map((row) => row.text)
      .filter((row) => row.includes(text));

  it('takes six presses and one text at most, from opening the bot to "sent"', async () => {
    const presses = { count: 0 };
    const press = async (title: string, inputs: Record<string, string> = {}): Promise<void> => {
      await carer.presses(await carer.lastCardMessage(), title, inputs);
      // A choice on a card is a press as well; the text is counted apart.
      presses.count += 1 + Object.keys(inputs).filter((id) => id !== 'what').length;
    };
    await press('Report a concern');
    await press('No');
    await press('Next', ABOUT);
    await press('Send');
    assert.match(await shown(), /Your report is sent/);
    assert.ok(presses.count <= 6, `${presses.count} presses`);
  });

  it('asks who of those who might handle it is involved, and keeps their ids with the case', async () => {
    await toReview(carer);
    assert.match(await shown(), /\(complaints team\).*\(manager\).*not on the list/);
    await press(carer, 'Send', { involved: `${idOf('complaints-lead')},${idOf('manager')}` });
    const reference = referenceIn(await carer.lastCardMessage());
    const [row = ''] = await casesWith(reference);
    assert.match(row, new RegExp(`involved_json.*${idOf('complaints-lead')}.*${idOf('manager')}`));
  });

  it('keeps that somebody is involved who is not on the list', async () => {
    await toReview(carer);
    await press(carer, 'Change kind', { involved: 'unlisted' });
    await press(carer, 'Next');
    await press(carer, 'Send');
    const [row = ''] = await casesWith(referenceIn(await carer.lastCardMessage()));
    assert.match(row, /"involvedUnlisted":true/);
  });

  it('takes the name of an involved person as typed words, and "nobody"', async () => {
    await toReview(carer);
    const lead = (await product.teams.call('world', {}, undefined)).people.find(
      ({ key }) => key === 'complaints-lead',
    );
    await carer.says(`${lead?.name} is involved`);
    assert.match(await shown(), new RegExp(`"value":"${idOf('complaints-lead')}"`));
    await carer.says('nobody');
    assert.match(await shown(), /"id":"involved"[^}]*"value":"nobody"/);
  });

  it('sends who writes about their own job to HR, and lets them go on', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Next', { affected: 'ownJob' });
    assert.match(await shown(), /human resources.*01632 960105.*01632 960106/);
    await press(carer, 'Go on with this report');
    assert.match(await shown(), /2 of 3/);
    await press(carer, 'Next', { ...ABOUT, affected: 'ownJob' });
    assert.match(await shown(), /3 of 3/);
  });

  it('asks HR to ring, tells them who and nothing more, and keeps no report', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Next', { ...ABOUT, affected: 'ownJob' });
    await press(carer, 'Ask HR to ring me');
    await product.idle();
    assert.match(await shown(), /HR is asked to ring you/);
    const office = await chatOf(product, 'office');
    assert.match(office, /Carer Number\d+.*asks HR to ring/);
    assert.doesNotMatch(office, /unkind things/);
    const deliveries = await product.teams.call('deliveries', {}, undefined);
    await product.teams.redeliver(
      deliveries.findLast(({ what }) => what.startsWith('invoke'))?.activityId ?? assert.fail(),
    );
    await product.idle();
    assert.equal((await chatOf(product, 'office')).split('asks HR to ring').length - 1, 1);
  });

  it('warns gently of a name, a date of birth and an NHS number, and puts initials', async () => {
    await toReview(carer, {
      ...ABOUT,
      what: 'He posted that Mrs Ada Exampleby, born 3 May 1931, NHS 943 476 5919, is ill.',
    });
    assert.match(await shown(), /Mrs Ada Exampleby.*943 476 5919.*3 May 1931/);
    await press(carer, 'Use initials instead');
    assert.match(await shown(), /3 of 3.*A\.E\., born \(date of birth\), NHS \(NHS number\), is ill/);
  });

  it('keeps a name where the reporter wants it, and does not ask again', async () => {
    await toReview(carer, { ...ABOUT, what: 'Mr Exampleby wrote it.' });
    await carer.says('keep it');
    assert.match(await shown(), /3 of 3.*Mr Exampleby wrote it/);
    await press(carer, 'Change kind');
    await press(carer, 'Next');
    assert.match(await shown(), /3 of 3/);
  });
});

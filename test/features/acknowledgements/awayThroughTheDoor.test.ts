import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, seen, sendRequest, STAFF, textOf, wordsOf } from './frontDoor';

/** Today is Wednesday 18 November 2026; the request is due on 2 December, and reminds 7, 1 and 0 days before. */
describe('somebody who is away, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const until = async (iso: string): Promise<void> => {
    await product().advance(Date.parse(iso) - product().clock.now().getTime());
    await product().advance(6_000);
    await product().teams.settled();
  };
  const cards = async (key: string, words: RegExp): Promise<number> =>
    (await product().teams.person(key).chat()).filter((message) => words.test(textOf(message) ?? '')).length;
  const says = async (key: string, text: string): Promise<string> => {
    const person = product().teams.person(key);
    await person.says(text);
    await product().idle();
    // What waited for them may follow the answer at once.
    return (await person.chat())
      .slice(-2)
      .map((message) => message.text ?? '')
      .join(' ');
  };

  it('is sent nothing, is counted apart, and gets the request with a new due date on return', async () => {
    assert.match(await says('cook', 'away until 30 November'), /away until Monday 30 November 2026/);
    const status = await sendRequest(product());
    await until('2026-11-25T10:00:00Z');
    assert.equal(await cards('cook', /Our policy/), 0);
    const card = textOf(await seen(product(), 'manager', status));
    assert.match(card, /Asked","value":"5".*Have the request","value":"4"/);
    assert.match(card, /Still to confirm","value":"4".*Away","value":"1"/);
    const names = wordsOf(await product().teams.person('manager').presses(status, 'See names'));
    assert.match(names, /Not confirmed yet: 5.*Away until Monday 30 November 2026/);
    await until('2026-11-30T09:59:00Z');
    assert.equal(await cards('cook', /Our policy/), 0);
    await until('2026-11-30T10:00:00Z');
    assert.equal(await cards('cook', /Our policy/), 1);
    assert.equal(await cards('cook', /Monday 14 December 2026/), 1);
    assert.doesNotMatch(textOf(await seen(product(), 'manager', status)), /"Away"/);
    assert.equal(await cards('nurse', /Wednesday 2 December 2026/), 2);
    await until('2026-12-02T10:00:00Z');
    assert.equal(await cards('cook', /A reminder/), 0);
    await until('2026-12-07T10:00:00Z');
    assert.equal(await cards('cook', /A reminder.*Monday 14 December 2026/), 1);
    assert.match(wordsOf(await readAndConfirm(product(), 'cook')), /Receipt number/);
  });

  it('who has the request already gets no reminder, and its card says the new date on return', async () => {
    const status = await sendRequest(product());
    const manager = product().teams.person('manager');
    const names = await manager.presses(status, 'See names');
    assert.match(wordsOf(names), /"Away"/);
    const form = await manager.submitsDialog(names, 'Away');
    assert.match(wordsOf(form), /Crispin Crumpet.*Why they are away is not asked/);
    const saved = await manager.submitsDialog(form, 'Save', { until: '2026-12-20' });
    assert.match(wordsOf(saved), /Crispin Crumpet is away until Sunday 20 December 2026/);
    await product().idle();
    await until('2026-12-02T10:00:00Z');
    assert.deepEqual(await Promise.all(STAFF.map((key) => cards(key, /A reminder/))), [1, 0, 1, 1, 1]);
    assert.match(wordsOf(await manager.presses(status, 'See names')), /Away until Sunday 20 December 2026/);
    await until('2026-12-20T10:00:00Z');
    assert.equal(await cards('cook', /Our policy/), 1);
    assert.equal(await cards('cook', /Sunday 3 January 2027/), 1);
  });

  it('who comes back earlier says so, and gets what has waited', async () => {
    await says('cook', 'away until 1 March');
    await says('nurse', 'I am away until 20 December 2026');
    const status = await sendRequest(product());
    assert.match(await says('cook', 'I am back'), /Welcome back/);
    await until('2026-11-18T10:01:00Z');
    assert.deepEqual(await Promise.all(['cook', 'nurse'].map((key) => cards(key, /Our policy/))), [1, 0]);
    const manager = product().teams.person('manager');
    const names = await manager.presses(status, 'See names');
    assert.match(wordsOf(names), /Away until Sunday 20 December 2026/);
    assert.match(await says('nurse', 'back'), /Welcome back/);
    assert.equal(await cards('nurse', /Our policy/), 1);
    assert.match(await says('nurse', 'back'), /not marked as away/);
  });

  it('is refused a day that is past or too far, and asked for one where there is none', async () => {
    assert.match(await says('cook', 'away until 2 November 2026'), /not ahead of us/);
    assert.match(await says('cook', 'away until 1 January 2030'), /more than a year/);
    assert.match(await says('cook', 'away until further notice'), /give the day on which you are back/);
    assert.match(await says('cook', 'away'), /give the day on which you are back/);
    await sendRequest(product());
    assert.equal(await cards('cook', /Our policy/), 1);
  });

  it('is away still after a restart, and back on their day although the bot was stopped then', async () => {
    await says('cook', 'away until 25 November');
    await sendRequest(product());
    product().clock.advance(8 * 24 * 60 * 60_000);
    await product().restart();
    await until('2026-11-26T12:00:00Z');
    assert.equal(await cards('cook', /Our policy/), 1);
    assert.equal(await cards('cook', /Wednesday 9 December 2026/), 1);
  });
});

import assert from 'node:assert/strict';
import { memberLeft } from '../../support/memberLeft';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, seen, sendRequest, STAFF, textOf, titlesOf, wordsOf } from './frontDoor';

describe('a request that was sent, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const settled = async (ms = 5_000): Promise<void> => {
    await product().idle();
    await product().advance(ms);
    await product().advance(ms);
    await product().teams.settled();
  };
  const cards = async (key: string, words: RegExp): Promise<number> =>
    (await product().teams.person(key).chat()).filter((message) => words.test(textOf(message) ?? '')).length;

  it('is withdrawn in every chat but of those who confirmed, and the manager sees it', async () => {
    const status = await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await settled();
    const manager = product().teams.person('manager');
    const dialog = await manager.presses(status, 'Cancel request');
    assert.match(wordsOf(dialog), /Still to confirm: 4\..*Confirmed: 1\./);
    assert.match(wordsOf(await manager.submitsDialog(dialog, 'Yes, cancel it')), /is withdrawn/);
    await settled();
    for (const key of STAFF.filter((each) => each !== 'cook')) {
      assert.equal(await cards(key, /This request was withdrawn/), 1, key);
    }
    assert.equal(await cards('cook', /Thank you\. You have confirmed/), 1);
    const card = await seen(product(), 'manager', status);
    assert.match(textOf(card), /This request was withdrawn.*1 of 5.*Withdrawn","value":"4"/);
    assert.deepEqual(titlesOf(card.card), ['Refresh', 'See names']);
    const nurse = product().teams.person('nurse');
    const read = await nurse.presses(await nurse.lastCardMessage(), 'Read the policy');
    assert.match(wordsOf(read), /was withdrawn, so you do not have to do anything/);
  });

  it('is left as it is when the manager thinks better of it', async () => {
    const status = await sendRequest(product());
    const manager = product().teams.person('manager');
    const dialog = await manager.presses(status, 'Cancel request');
    await manager.submitsDialog(dialog, 'No, keep it');
    await settled();
    assert.equal(await cards('nurse', /Read and confirm/), 1);
  });

  it('is recalled in the end although the bot was stopped in the middle', async () => {
    const status = await sendRequest(product());
    const mend = await product().teams.fail({ answer: 503, operation: 'update', conversation: 'nurse' });
    const manager = product().teams.person('manager');
    await manager.submitsDialog(await manager.presses(status, 'Cancel request'), 'Yes, cancel it');
    await product().restart();
    await mend();
    await settled(120_000);
    for (const key of STAFF) assert.equal(await cards(key, /This request was withdrawn/), 1, key);
  });

  it('is tried again for somebody who has unblocked the bot', async () => {
    const driver = product().teams.person('driver');
    await driver.blocksBot();
    const status = await sendRequest(product());
    await settled();
    await driver.unblocksBot();
    await product().teams.person('manager').presses(status, 'Retry failed');
    await settled();
    assert.equal(await cards('driver', /Our policy/), 1);
    assert.equal(await cards('nurse', /Our policy/), 1);
    assert.match(textOf(await seen(product(), 'manager', status)), /Have the request","value":"5"/);
  });

  it('reminds those outstanding once, however often it is pressed, and a reminder can be confirmed', async () => {
    const status = await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await settled();
    const manager = product().teams.person('manager');
    for (const _ of [1, 2]) {
      assert.match(wordsOf(await manager.presses(status, 'Remind everybody')), /I am reminding everybody/);
      await settled();
    }
    assert.equal(await cards('cook', /A reminder/), 0);
    for (const key of STAFF.filter((each) => each !== 'cook'))
      assert.equal(await cards(key, /A reminder/), 1, key);
    assert.match(wordsOf(await readAndConfirm(product(), 'nurse')), /Receipt number/);
    await settled();
    assert.equal(await cards('nurse', /Thank you\. You have confirmed/), 2);
    assert.match(textOf(await seen(product(), 'manager', status)), /2 of 5/);
  });

  it('reminds one person from the list of names', async () => {
    const status = await sendRequest(product());
    await settled();
    const manager = product().teams.person('manager');
    const names = await manager.presses(status, 'See names');
    const reply = await manager.submitsDialog(names, 'Remind Petra Poultice');
    assert.match(wordsOf(reply), /Petra Poultice gets a reminder now/);
    await settled();
    const told = await Promise.all(STAFF.map((key) => cards(key, /A reminder/)));
    assert.equal(
      told.reduce((one, other) => one + other, 0),
      1,
    );
    assert.equal(await cards('nurse', /A reminder/), 1);
  });

  it('reaches who joins the team, and records who leaves it', async () => {
    const status = await sendRequest(product());
    const joiner = (await product().teams.world()).people.find(
      ({ key }) => !STAFF.includes(key) && key !== 'manager' && key !== 'admin',
    );
    assert.ok(joiner);
    await product().teams.team('care').adds(joiner.key);
    await settled();
    assert.equal(await cards(joiner.key, /Our policy/), 1);
    const left = memberLeft(product().teams, 'office', 'care/general');
    assert.equal((await product().teams.sendRaw(left)).status, 200);
    await settled();
    const card = textOf(await seen(product(), 'manager', status));
    assert.match(card, /0 of 6.*Have the request","value":"5".*Left, or are no longer in Teams","value":"1"/);
    for (const key of STAFF) assert.equal(await cards(key, /Our policy/), 1, key);
  });
});

import assert from 'node:assert/strict';
import type { MessageView, PressAnswer } from '../../../src/localTeams/api';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, seen, sendRequest, textOf, wordsOf } from './frontDoor';

const TODAY = '2026-11-18';

describe('a signature on paper, through the front door', () => {
  const running: { product?: TestProduct; status?: MessageView } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => {
    running.product = await startProduct();
    running.status = await sendRequest(product());
  });
  afterEach(() => product().stop());

  const person = (key: string) => product().teams.person(key);
  const settled = async (): Promise<void> => {
    await product().idle();
    await product().advance(5_000);
    await product().advance(5_000);
    await product().teams.settled();
  };
  const messagesWith = async (key: string, words: RegExp): Promise<MessageView[]> =>
    (await person(key).chat()).filter((message) => words.test(textOf(message) ?? ''));

  /** "See names" and the button beside the cook's name, by the manager. */
  async function openForm(): Promise<PressAnswer> {
    const names = await person('manager').presses(running.status as MessageView, 'See names');
    if (names.result.kind !== 'dialog') throw new Error('There are no names.');
    return person('manager').submitsDialog(names, { verb: 'acknowledgements.paper' });
  }

  const record = async (signedOn = TODAY): Promise<PressAnswer> =>
    person('manager').submitsDialog(await openForm(), 'Record it', { signedOn, witness: 'Wanda Witness' });

  it('is recorded from the list of names, is counted, and the person is told once', async () => {
    const form = await openForm();
    assert.match(wordsOf(form), /Crispin Crumpet/);
    const done = await person('manager').submitsDialog(form, 'Record it', {
      signedOn: TODAY,
      witness: 'Wanda Witness',
    });
    assert.match(wordsOf(done), /Recorded as signed on paper.*Wednesday 18 November 2026/);
    await settled();
    const status = textOf(await seen(product(), 'manager', running.status as MessageView));
    assert.match(status, /1 of 5.*Of these on paper","value":"1"/);
    const told = await messagesWith('cook', /Recorded as signed on paper\..*Not you\? Tell us\./);
    assert.equal(told.length, 1);
    const back = await person('manager').submitsDialog(done, 'Back to the names');
    const confirmed = await person('manager').submitsDialog(back, 'Confirmed (1)');
    assert.match(wordsOf(confirmed), /Crispin Crumpet.*On paper, signed on Wednesday 18 November 2026/);
  });

  it('cannot bear a day in the future or before the policy', async () => {
    for (const day of ['2026-11-19', '2026-11-17']) await assert.rejects(record(day), /filled in/);
    await settled();
    assert.equal((await messagesWith('cook', /Recorded as signed/)).length, 0);
  });

  it('that was not theirs is told to the manager once, and they confirm themselves', async () => {
    await record();
    await settled();
    const [told] = await messagesWith('cook', /This was not me/);
    const disputed = await person('cook').presses(told as MessageView, 'This was not me');
    assert.match(wordsOf(disputed), /Thank you for telling us/);
    await settled();
    assert.equal((await messagesWith('manager', /Somebody did not sign.*Crispin Crumpet/)).length, 1);
    const status = textOf(await seen(product(), 'manager', running.status as MessageView));
    assert.match(status, /0 of 5/);
    const receipt = await confirmFrom(told as MessageView);
    assert.match(wordsOf(receipt), /Thank you\. You have confirmed/);
  });

  async function confirmFrom(message: MessageView): Promise<PressAnswer> {
    const pages = [await person('cook').presses(message, 'Read and confirm')];
    while (wordsOf(pages.at(-1) as PressAnswer).includes('"Next"'))
      pages.push(await person('cook').presses(message, 'Next'));
    return person('cook').presses(message, 'I confirm');
  }

  it('shows on the person’s own request instead of the policy, and under my acknowledgements', async () => {
    const request = await person('cook').lastCardMessage();
    await record();
    await settled();
    assert.match(
      wordsOf(await person('cook').presses(request, 'Read and confirm')),
      /Recorded as signed on paper/,
    );
    await person('cook').says('my acknowledgements');
    assert.match((await person('cook').lastMessage()).text, /recorded as signed on paper/);
  });

  it('reaches somebody who unblocked the bot the next day', async () => {
    await person('cook').blocksBot();
    await record();
    await settled();
    await person('cook').unblocksBot();
    await product().advance(24 * 3_600_000);
    await product().teams.settled();
    assert.equal((await messagesWith('cook', /This was not me/)).length, 1);
  });

  it('is recorded once when Teams delivers the press again, and the others confirm as before', async () => {
    await record();
    const press = (await product().teams.call('deliveries', {}, undefined))
      .filter(({ what }) => what.includes('task/submit'))
      .at(-1);
    assert.ok(press);
    await product().teams.redeliver(press.activityId);
    await settled();
    assert.equal((await messagesWith('cook', /This was not me/)).length, 1);
    assert.match(wordsOf(await readAndConfirm(product(), 'nurse')), /Receipt number/);
  });
});

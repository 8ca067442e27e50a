import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, seen, sendRequest, STAFF, textOf, wordsOf } from './frontDoor';

describe('a request to confirm the policy, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  it('reaches everybody in the team once, and the manager sees it', async () => {
    const status = await sendRequest(product());
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      assert.equal(chat.filter((message) => textOf(message)?.includes('Our policy')).length, 1, key);
      assert.match(
        textOf(await product().teams.person(key).lastMessage()),
        /Marnie Lanternby.*Wednesday 2 December 2026/,
      );
    }
    await product().advance(5_000);
    const card = textOf(await seen(product(), 'manager', status));
    assert.match(card, /0 of 5.*Have the request","value":"5"/);
    assert.match(card, /Sent to everybody who can be reached/);
  });

  it('is read and confirmed in the card, which becomes a receipt and stays one', async () => {
    await sendRequest(product());
    const cook = product().teams.person('cook');
    const message = await cook.lastCardMessage();
    const answer = await readAndConfirm(product(), 'cook');
    assert.match(wordsOf(answer), /Receipt number/);
    await product().idle();
    await product().teams.settled();
    await cook.reacts(message, { type: 'like' });
    const stored = await seen(product(), 'cook', message);
    assert.match(textOf(stored), /Thank you\. You have confirmed/);
    assert.equal(stored.personalCard, false);
  });

  it('shows the whole policy word for word on the way', async () => {
    await sendRequest(product());
    const nurse = product().teams.person('nurse');
    const message = await nurse.lastCardMessage();
    const pages: string[] = [];
    pages.push(wordsOf(await nurse.presses(message, 'Read and confirm')));
    while (pages.at(-1)?.includes('"Next"')) pages.push(wordsOf(await nurse.presses(message, 'Next')));
    assert.match(pages[0] ?? '', /Page 1 of \d+/);
    assert.match(
      pages.join(),
      /Never post pictures of service users or colleagues even if they ask you to do so\./,
    );
    assert.match(
      pages.join(),
      /5\. Concerns or complaints must be dealt with in the same way as any other complaint/,
    );
  });

  it('counts confirmations on the manager’s card by itself, and names them on demand', async () => {
    const status = await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await readAndConfirm(product(), 'nurse');
    await product().idle();
    await product().advance(5_000);
    await product().advance(5_000);
    await product().teams.settled();
    assert.match(textOf(await seen(product(), 'manager', status)), /2 of 5/);
    const manager = product().teams.person('manager');
    const waiting = await manager.presses(status, 'See names');
    assert.match(wordsOf(waiting), /Not confirmed yet: 3.*Nella Nightlight.*Oswin Inkpot.*Wilf Wheelwright/);
    const confirmed = await manager.submitsDialog(waiting, 'Confirmed (2)');
    assert.match(wordsOf(confirmed), /Crispin Crumpet.*receipt number.*Petra Poultice/);
  });

  it('says who cannot be reached and why', async () => {
    await product().teams.person('driver').blocksBot();
    const fault = {
      answer: 403,
      code: 'BotNotInConversationRoster',
      operation: 'send',
      conversation: 'office',
    } as const;
    await product().teams.call('setFault', {}, fault);
    const status = await sendRequest(product());
    await product().advance(5_000);
    await product().teams.settled();
    assert.match(textOf(await seen(product(), 'manager', status)), /Cannot be reached","value":"2"/);
    const names = await product().teams.person('manager').presses(status, 'See names');
    const unreachable = await product().teams.person('manager').submitsDialog(names, 'Not reached (2)');
    assert.match(wordsOf(unreachable), /Oswin Inkpot.*Does not have me.*Wilf Wheelwright.*Has blocked me/);
  });

  it('survives a restart in the middle: everybody gets it once, and presses go on', async () => {
    const send = product().teams.call(
      'setFault',
      {},
      { answer: 503, operation: 'send', share: 0.5, times: 3 },
    );
    await send;
    await sendRequest(product());
    await product().restart();
    await product().advance(3_600_000);
    await product().teams.settled();
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      assert.equal(chat.filter((message) => textOf(message)?.includes('Our policy')).length, 1, key);
    }
    assert.match(wordsOf(await readAndConfirm(product(), 'office')), /Receipt number/);
  });

  it('counts in a second request without asking again, and shows the receipt in my acknowledgements', async () => {
    await sendRequest(product());
    const cook = product().teams.person('cook');
    const first = wordsOf(await readAndConfirm(product(), 'cook'));
    const receipt = /"Receipt number","value":"([^"]+)"/.exec(first)?.[1] ?? 'none';
    const second = await sendRequest(product(), { title: 'Once more' });
    assert.ok(!(await cook.chat()).some((message) => textOf(message)?.includes('Once more')));
    await product().advance(5_000);
    assert.match(textOf(await seen(product(), 'manager', second)), /1 of 5.*another request","value":"5"/);
    await cook.says('my acknowledgements');
    assert.ok((await cook.lastMessage()).text.includes(receipt));
  });

  it('can wait: "Not now" leaves the card as it is', async () => {
    await sendRequest(product());
    const cook = product().teams.person('cook');
    const message = await cook.lastCardMessage();
    assert.match(wordsOf(await cook.presses(message, 'Not now')), /That is fine/);
    assert.match(textOf(await seen(product(), 'cook', message)), /Read and confirm/);
  });
});

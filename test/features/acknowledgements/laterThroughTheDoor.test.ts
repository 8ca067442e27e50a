import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { seen, sendRequest, STAFF, textOf, typed, wordsOf } from './frontDoor';

const HOUR_MS = 60 * 60_000;
const later = { sendDay: '2026-11-19', sendTime: '09:00', title: 'For tomorrow' };

describe('a request for later, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const have = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const key of STAFF) {
      const chat = await product().teams.person(key).chat();
      if (chat.some((each) => textOf(each)?.includes('For tomorrow'))) found.push(key);
    }
    return found;
  };

  it('waits although the bot is stopped and started, and then goes by itself', async () => {
    const status = await sendRequest(product(), later);
    await product().advance(5_000);
    assert.match(textOf(await seen(product(), 'manager', status)), /Goes out on 19 November 2026 at 09:00/);
    await product().restart();
    await product().advance(22 * HOUR_MS);
    assert.deepEqual(await have(), []);
    await product().advance(HOUR_MS);
    await product().advance(5_000);
    await product().teams.settled();
    assert.deepEqual(await have(), STAFF);
    assert.match(textOf(await seen(product(), 'manager', status)), /Sent on 19 November 2026/);
  });

  it('goes at once when the manager thinks better of waiting', async () => {
    const status = await sendRequest(product(), later);
    await product().teams.person('manager').presses(status, 'Send now instead');
    await product().advance(5_000);
    await product().teams.settled();
    assert.deepEqual(await have(), STAFF);
  });

  it('is never sent when it is withdrawn before', async () => {
    const status = await sendRequest(product(), later);
    const manager = product().teams.person('manager');
    await manager.submitsDialog(await manager.presses(status, 'Cancel request'), 'Yes, cancel it');
    await product().advance(24 * HOUR_MS);
    assert.deepEqual(await have(), []);
    assert.match(textOf(await seen(product(), 'manager', status)), /was withdrawn/);
  });

  it('is previewed with its moment, and a line where that is in the night', async () => {
    const manager = product().teams.person('manager');
    await manager.says('remind');
    const message = await manager.lastCardMessage();
    const day = wordsOf(await manager.presses(message, 'Preview', await typed(product(), later)));
    assert.match(day, /goes out on 19 November 2026 at 09:00, London time/);
    assert.doesNotMatch(day, /in the night/);
    await manager.presses(message, 'Back');
    const night = await typed(product(), { ...later, sendTime: '02:30' });
    assert.match(wordsOf(await manager.presses(message, 'Preview', night)), /in the night/);
  });
});

import assert from 'node:assert/strict';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { seen } from '../reporting';

const [HOUR, DAY] = [3_600_000, 24 * 3_600_000];

describe('bank holidays that run out', () => {
  let product: TestProduct;
  before(async () => (product = await startProduct()));
  after(() => product.stop());

  const until = (time: string): Promise<void> =>
    product.advance(Date.parse(time) - product.clock.now().getTime());
  const told = async (who: string): Promise<number> =>
    (await product.teams.person(who).chat()).filter((message) => /Bank holidays run out/.test(seen(message)))
      .length;

  it('are nobody’s matter as long as there is a year left', async () => {
    await until('2026-12-01T10:00:00Z');
    await until('2030-12-31T10:00:00Z');
    for (const who of ['admin', 'second-admin']) assert.equal(await told(who), 0, who);
  });

  it('are told to each administrator in words, later where Teams does not take it, and to nobody else', async () => {
    const recover = await product.teams.fail({ operation: 'send', answer: 503 });
    await until('2031-01-01T09:30:00Z');
    assert.equal(await told('admin'), 0);
    await recover();
    await product.advance(2 * HOUR);
    for (const who of ['admin', 'second-admin']) assert.equal(await told(who), 1, who);
    const card = seen(await product.teams.person('admin').lastCardMessage());
    assert.match(
      card,
      /I know these until Wednesday 31 December 2031.*Please ask whoever looks after this bot/,
    );
    assert.match(card, /"summary":"You have a message"/);
    for (const who of ['complaints-lead', 'manager', 'cook']) assert.equal(await told(who), 0, who);
  });

  it('are told once a month, however often the bot starts', async () => {
    await product.restart();
    await product.advance(20 * DAY);
    assert.equal(await told('admin'), 1);
    await until('2031-02-01T09:30:00Z');
    assert.equal(await told('admin'), 2);
  });
});

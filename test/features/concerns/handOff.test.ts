import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { secondApproves } from '../../support/secondApproves';
import { channelCard, channelCards, seen, sendReport, startReporting } from './reporting';

const MINUTE = 60_000;

describe('the hand-off of a report', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  const lines: string[] = [];
  before(async () => ({ product, next } = await startReporting({ onLog: (line) => lines.push(line) })));
  after(() => product.stop());
  afterEach(() => product.teams.clearFaults());
  const cardsOf = async (reference: string) =>
    (await channelCards(product)).filter((card) => seen(card).includes(reference));
  const shows = async (channel: string, reference: string): Promise<boolean> =>
    (await product.teams.channel(channel).messages()).some(
      ({ card, deleted }) => !deleted && JSON.stringify(card ?? {}).includes(reference),
    );

  it('is tried again until the channel takes it, and the administrator is told after three failures', async () => {
    await product.teams.fail({ answer: 403, operation: 'createConversation' });
    await product.teams.fail({ answer: 403, operation: 'send', conversation: 'complaints/concerns' });
    const reference = await sendReport(product, next().key);
    for (let tries = 0; tries < 3; tries++) await product.advance(5 * MINUTE);
    assert.equal((await cardsOf(reference)).length, 0);
    assert.ok(lines.some((line) => line.includes('concerns.handOffFails')));
    await product.teams.clearFaults();
    await product.advance(30 * MINUTE);
    assert.equal((await cardsOf(reference)).length, 1);
    await product.advance(60 * MINUTE);
    assert.equal((await cardsOf(reference)).length, 1);
  });

  it('repeats only where an answer was lost, and both cards act on the same case', async () => {
    await product.teams.fail({ answer: 'lost', operation: 'createConversation', times: 1 });
    const reference = await sendReport(product, next().key);
    await product.advance(5 * MINUTE);
    const cards = await cardsOf(reference);
    assert.equal(cards.length, 2);
    const lead = product.teams.person('complaints-lead');
    await lead.presses(cards[0] ?? assert.fail(), 'Take on');
    await product.advance(MINUTE);
    for (const card of await cardsOf(reference)) assert.match(seen(card), /Lettice Ledgerly/);
    const form = await lead.presses((await cardsOf(reference)).at(-1) ?? assert.fail(), 'Close');
    await lead.submitsDialog(form, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    await product.advance(MINUTE);
    for (const card of await cardsOf(reference)) assert.match(seen(card), /Closed/);
  });

  it('follows the channel when administrators choose another one, and leaves nothing behind', async () => {
    const reference = await sendReport(product, next().key);
    await product.advance(MINUTE);
    const admin = product.teams.person('second-admin');
    const places = async (): Promise<boolean[]> => [
      await shows('complaints/concerns', reference),
      await shows('complaints/general', reference),
    ];
    assert.deepEqual(await places(), [true, false]);
    await admin.mentionsIn('complaints/general', 'use this channel for concerns');
    await secondApproves(product, 'admin');
    await product.advance(MINUTE);
    assert.deepEqual(await places(), [false, true]);
    await admin.mentionsIn('complaints/concerns', 'use this channel for concerns');
    await secondApproves(product, 'admin');
    await product.advance(MINUTE);
    assert.deepEqual(await places(), [true, false]);
  });

  it('leaves the channel before once Teams lets go of its card, also after a restart', async () => {
    const reference = await sendReport(product, next().key);
    await product.advance(MINUTE);
    const admin = product.teams.person('second-admin');
    await product.teams.fail({ answer: 502, operation: 'delete', conversation: 'complaints/concerns' });
    await admin.mentionsIn('complaints/general', 'use this channel for concerns');
    await secondApproves(product, 'admin');
    const places = async (): Promise<boolean[]> => [
      await shows('complaints/concerns', reference),
      await shows('complaints/general', reference),
    ];
    assert.deepEqual(await places(), [true, true]);
    await product.restart();
    await product.teams.clearFaults();
    await product.advance(2 * MINUTE);
    assert.deepEqual(await places(), [false, true]);
    await admin.mentionsIn('complaints/concerns', 'use this channel for concerns');
    await secondApproves(product, 'admin');
  });

  it('that is closed and opened again after the move leaves the channel before, too', async () => {
    const reference = await sendReport(product, next().key);
    const lead = product.teams.person('complaints-lead');
    await lead.presses(await channelCard(product, reference), 'Take on');
    const closing = await lead.presses(await channelCard(product, reference), 'Close');
    await lead.submitsDialog(closing, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    const admin = product.teams.person('second-admin');
    await admin.mentionsIn('complaints/general', 'use this channel for concerns');
    await secondApproves(product, 'admin');
    const opened = await lead.presses(await channelCard(product, reference), 'Open');
    const asked = await lead.submitsDialog(
      await lead.submitsDialog(opened, 'More to do'),
      'Open it again',
      {},
    );
    await lead.submitsDialog(asked, 'Open it again', { words: 'More came to light.' });
    await product.idle();
    await product.advance(MINUTE);
    assert.deepEqual(
      [await shows('complaints/concerns', reference), await shows('complaints/general', reference)],
      [false, true],
    );
    await admin.mentionsIn('complaints/concerns', 'use this channel for concerns');
    await secondApproves(product, 'admin');
  });

  it('lands once after a restart right behind Send', async () => {
    const reference = await sendReport(product, next().key);
    await product.restart();
    await product.advance(5 * MINUTE);
    assert.equal((await cardsOf(reference)).length, 1);
  });

  it('tells the reporter later when Teams does not answer at the time', async () => {
    const carer = next();
    const reference = await sendReport(product, carer.key);
    await product.teams.fail({ answer: 502, operation: 'send', conversation: carer.key });
    await product.teams.fail({ answer: 502, operation: 'reply', conversation: carer.key });
    await product.teams.person('complaints-lead').presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    assert.doesNotMatch(seen(await carer.lastCardMessage()), /has taken on/);
    await product.teams.clearFaults();
    await product.advance(10 * MINUTE);
    assert.match(seen(await carer.lastCardMessage()), /has taken on your report/);
  });

  it('tells the reporter of each step in its order, also when the report was closed before the first could be told', async () => {
    const carer = next();
    const reference = await sendReport(product, carer.key);
    await product.teams.fail({ answer: 502, operation: 'send', conversation: carer.key });
    await product.teams.fail({ answer: 502, operation: 'reply', conversation: carer.key });
    const lead = product.teams.person('complaints-lead');
    await lead.presses(await channelCard(product, reference), 'Take on');
    const form = await lead.presses(await channelCard(product, reference), 'Close');
    await lead.submitsDialog(form, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    await product.idle();
    await product.teams.clearFaults();
    await product.advance(30 * MINUTE);
    const news = (await carer.chat()).slice(-2).map(seen);
    assert.match(news[0] ?? '', /has taken on your report/);
    assert.match(news[1] ?? '', /We looked into what you told us/);
  });
});

describe('a report before anybody said which channel is for concerns', () => {
  it('waits, and is handed over once the channel is set', async () => {
    const product = await startProduct({ setUp: false });
    await product.teams.installAll();
    const reference = await sendReport(product);
    await product.advance(MINUTE);
    assert.equal((await channelCards(product)).length, 0);
    await product.teams
      .person('second-admin')
      .mentionsIn('complaints/concerns', 'use this channel for concerns');
    await product.advance(20 * MINUTE);
    assert.match(seen(await channelCard(product, reference)), /New.*Nobody yet/);
    await product.stop();
  });
});

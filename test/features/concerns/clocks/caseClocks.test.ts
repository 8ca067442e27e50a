import assert from 'node:assert/strict';
import { changeOf, readInputs } from '../../../../src/features/concerns/clocks/clockChange';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { involve } from './involve';
import { DirectConcerns } from '../direct';
import type { TestProduct } from '../../../support/product';
import { channelCard, channelCards, chatOf, press, seen, sendReport, startReporting } from '../reporting';

const HOUR = 3_600_000;
const LEAKED = { kind: 'confidential', affected: 'service', what: 'Invented: a rota with names was posted.' };

describe('the clocks of a report', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
  });
  after(() => product.stop());

  async function report(about?: Record<string, string>): Promise<string> {
    return sendReport(product, next().key, 'kept', about as never);
  }
  async function clocks(reference: string, who = lead): Promise<PressAnswer> {
    const page = await who.presses(await channelCard(product, reference), 'Open');
    return who.submitsDialog(page, 'Dates and clocks', {});
  }
  async function change(reference: string, inputs: Record<string, string>): Promise<string> {
    return seen(await lead.submitsDialog(await clocks(reference), 'Save the change', inputs));
  }
  const history = async (reference: string): Promise<string> =>
    seen(await lead.presses(await channelCard(product, reference), 'Open'));
  const told = async (reference: string): Promise<string[]> =>
    (await channelCards(product)).map(seen).filter((text) => text.includes(`${reference}: a date`));

  it('are shown to a handler, each with its date and why', async () => {
    const shown = seen(await clocks(await report(LEAKED)));
    assert.match(shown, /Data protection: breach or not.*By Saturday 21 November 2026 at 10:00.*72 hours/);
    assert.match(shown, /Take it on.*By Monday 23 November 2026.*own target/);
    assert.doesNotMatch(shown, /"text":"Statutory complaint/);
  });

  it('become statutory only when a handler confirms it, with a reason that stays in the history', async () => {
    const reference = await report();
    const inputs = {
      clock: 'acknowledge',
      change: 'applies',
      reason: 'The daughter of a service user asks.',
    };
    const shown = await change(reference, inputs);
    assert.match(shown, /"text":"Statutory complaint: acknowledge it".*By Monday 23 November 2026/);
    assert.match(shown, /"text":"Statutory complaint: answer it.*By Tuesday 18 May 2027/);
    assert.match(
      await history(reference),
      /A clock was changed by Lettice Ledgerly.*The daughter of a service user/,
    );
    const done = await change(reference, { clock: 'acknowledge', change: 'met', reason: 'Letter of today.' });
    assert.match(done, /"text":"Statutory complaint: acknowledge it"[^}]*\},\{[^}]*"text":"Done"/);
  });

  it('stay as they are where a change is not the handler’s to make', async () => {
    const reference = await report(LEAKED);
    const refused = await change(reference, { clock: 'dataProtection', change: 'off', reason: 'Invented.' });
    assert.match(refused, /Only the data-protection contact/);
    assert.doesNotMatch(await history(reference), /A clock was changed/);
  });

  const reason = 'Invented.';
  for (const [inputs, problem] of [
    [{ clock: 'close', change: 'off', reason: '!!' }, /Please write why/],
    [{ clock: 'nonsense', change: 'off', reason }, /Please choose the clock/],
    [{ clock: 'close', change: 'moved', reason }, /choose the new date/],
    [{ clock: 'close', change: 'moved', dueOn: '2026-11-17', reason }, /today or later/],
    [{ clock: 'close', change: 'off', reason: 'x'.repeat(1_001) }, /1,000 fit/],
    [{ clock: 'dataProtection', change: 'moved', dueOn: '2027-01-04', reason }, /not ours to move/],
    [{ clock: 'dataProtection', change: 'met', reason }, /Only the data-protection contact/],
    [{ clock: 'takeOn', change: 'met', reason }, /ends by itself when somebody takes/],
  ] as const)
    it(`are not changed by ${inputs.clock}, ${inputs.change}: ${problem.source}`, () =>
      assert.match(JSON.stringify(changeOf(readInputs(inputs), '2026-11-18')), problem));

  it('are kept from whoever is no handler', async () => {
    const direct = new DirectConcerns();
    await direct.start();
    for (const verb of ['clocks', 'changeClock']) {
      const answer = JSON.stringify(await direct.press('a-manager', verb, { case: 'any', clock: 'close' }));
      assert.match(answer, /Only the complaints team/);
    }
  });

  it('remind and raise the alarm in the channel, once each, and tell administrators only that a date passed', async () => {
    const reference = await report();
    await product.advance(48 * HOUR);
    assert.match((await told(reference)).join(), /a date comes near.*Take it on.*By Monday 23 November 2026/);
    assert.doesNotMatch(await chatOf(product, 'admin'), new RegExp(reference));
    await product.advance(96 * HOUR);
    await product.advance(HOUR);
    const notices = await told(reference);
    assert.equal(notices.length, 2);
    assert.match(
      notices[1] ?? '',
      /a date has passed.*Take it on.*It was for Monday 23 November.*Nobody yet/,
    );
    assert.match(notices[1] ?? '', /"summary":"You have a message"/);
    for (const who of ['admin', 'second-admin']) {
      const chat = await chatOf(product, who);
      assert.equal(chat.split(`A date has passed for report ${reference}`).length - 1, 1);
      assert.doesNotMatch(chat, /Take it on|bullying|Carer Number/);
    }
    assert.match(
      await history(reference),
      /A date comes near \(Take it on\).*A date has passed \(Take it on\)/,
    );
  });

  it('start with urgent words that are added later', async () => {
    const carer = next();
    const reference = await sendReport(product, carer.key);
    await press(carer, 'Add something');
    await press(carer, 'Save and next', { detail: 'He has a knife and is going to hurt somebody now.' });
    await product.advance(1.5 * HOUR);
    assert.match((await told(reference)).join(), /a date comes near.*Look at it now/);
    await product.advance(HOUR);
    assert.match((await told(reference)).join(), /a date has passed.*Look at it now/);
  });

  it('follow an urgency that a handler changes, in both directions', async () => {
    const reference = await report();
    const urgency = async (choice: string): Promise<void> => {
      const page = await lead.presses(await channelCard(product, reference), 'Open');
      const form = await lead.submitsDialog(
        await lead.submitsDialog(page, 'More to do', {}),
        'Change the urgency',
        {},
      );
      await lead.submitsDialog(form, 'Change the urgency', { choice, words: 'Invented.' });
      await product.idle();
    };
    await urgency('danger');
    assert.match(seen(await clocks(reference)), /"text":"Look at it now"/);
    await product.advance(1.5 * HOUR);
    assert.match((await told(reference)).join(), /a date comes near.*Look at it now/);
    await urgency('normal');
    await product.advance(2 * HOUR);
    assert.doesNotMatch((await told(reference)).join(), /has passed.*Look at it now/);
    await urgency('danger');
    assert.match((await told(reference)).join(), /has passed.*Look at it now/);
  });

  it('start anew with a report that is opened again', async () => {
    const reference = await report();
    const card = await channelCard(product, reference);
    await lead.presses(card, 'Take on');
    await product.idle();
    const closing = await lead.submitsDialog(await lead.presses(card, 'Open'), 'Close this report', {});
    await lead.submitsDialog(closing, 'Close the report', { outcome: 'noAction', reply: 'nothingFound' });
    await product.advance(24 * HOUR);
    const menu = await lead.submitsDialog(await lead.presses(card, 'Open'), 'More to do', {});
    const form = await lead.submitsDialog(menu, 'Open it again', {});
    await lead.submitsDialog(form, 'Open it again', { words: 'Invented: more came to light.' });
    await product.advance(40 * 24 * HOUR);
    assert.match((await told(reference)).join(), /a date has passed.*Close it/);
  });

  it('say nothing more once the report was taken on', async () => {
    const reference = await report();
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.advance(7 * 24 * HOUR);
    assert.deepEqual(await told(reference), []);
  });

  it('are said neither in the channel nor to administrators where somebody is involved, but to whoever has it', async () => {
    const reference = await report();
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    await involve(product, reference, 'c0de0002-0000-4000-8000-000000000022');
    await product.advance(40 * 24 * HOUR);
    assert.deepEqual(await told(reference), []);
    assert.doesNotMatch(await chatOf(product, 'admin'), new RegExp(reference));
    assert.doesNotMatch(await chatOf(product, 'complaints-officer'), new RegExp(`${reference}: a date`));
    assert.match(await chatOf(product, 'complaints-lead'), new RegExp(`${reference}: a date has passed`));
  });

  it('say it later where Teams did not take it', async () => {
    const reference = await report();
    const recover = await product.teams.fail({ operation: 'send', answer: 404 });
    await product.advance(7 * 24 * HOUR);
    assert.deepEqual(await told(reference), []);
    await recover();
    await product.advance(HOUR);
    assert.equal((await told(reference)).length, 1);
    assert.equal((await chatOf(product, 'admin')).split(reference).length - 1, 1);
  });
});

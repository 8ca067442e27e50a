import assert from 'node:assert/strict';
import type { MessageView, PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { channelCard, chatOf, press, seen, sendReport, startReporting } from '../reporting';

const DAY_MS = 24 * 60 * 60_000;
const WHY = 'An invented court has ordered it.';

/** A product with a report of its own for each test; a second one for each describe, so that Teams' rates hold nobody up. */
function stage() {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let officer: PersonDriver;
  let carer: PersonDriver;
  let name: string;
  let reference: string;
  let card: MessageView;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
    officer = product.teams.person('complaints-officer');
  });
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    name = `Carer Number${carer.key.replace('carer-', '')}`;
    reference = await sendReport(product, carer.key);
    card = await channelCard(product, reference);
  });

  async function form(who: PersonDriver): Promise<PressAnswer> {
    return who.submitsDialog(await who.presses(card, 'Open'), 'Ask who reported this');
  }

  async function ask(inputs: Record<string, string> = {}): Promise<PressAnswer> {
    const opened = await form(lead);
    const second = /"title":"Fergus Foldersby","value":"([^"]+)"/.exec(seen(opened))?.[1] ?? '';
    const answer = await lead.submitsDialog(opened, 'Ask', { reason: WHY, second, ...inputs });
    await product.idle();
    return answer;
  }

  async function answers(button: 'Agree' | 'Do not agree'): Promise<PressAnswer> {
    const answer = await officer.submitsDialog(await press(officer, 'Read why'), button);
    await product.idle();
    return answer;
  }

  async function history(): Promise<string> {
    return seen(await officer.presses(card, 'Open'));
  }

  return {
    ask,
    form,
    answers,
    history,
    now: () => ({ product, lead, officer, carer, name, reference }),
  };
}

describe('Who reported, where the name is kept back', () => {
  const { ask, form, answers, history, now } = stage();
  it('is shown to the handler who asked, once a second one has agreed, and the reporter hears of it first', async () => {
    const { lead, carer, name, reference } = now();
    assert.doesNotMatch(seen(await ask()), new RegExp(name));
    await answers('Agree');
    const told = await carer.lastCardMessage();
    assert.match(seen(told), new RegExp(`report ${reference}.*decided that one of them needs to know`));
    assert.equal(told.summary, 'You have a message');

    const shown = await press(lead, 'Show the name');
    assert.equal(shown.result.kind, 'dialog');
    assert.match(seen(shown), new RegExp(name));
  });

  it('stands in the history with who asked, why, who agreed and who saw it, and without the name', async () => {
    const { lead, name } = now();
    await ask();
    await answers('Agree');
    await press(lead, 'Show the name');
    const events = await history();
    assert.match(events, new RegExp(`asked who reported this by Lettice Ledgerly \\(why: ${WHY}`));
    assert.match(events, /agreed that the name is shown by Fergus Foldersby/);
    assert.match(events, /name of the reporter was shown by Lettice Ledgerly/);
    assert.doesNotMatch(events, new RegExp(name));
  });

  it('is in nobody’s chat and not in the channel, nor is the reason', async () => {
    const { product, lead, officer, name, reference } = now();
    await ask();
    await answers('Agree');
    await press(lead, 'Show the name');
    await product.idle();
    const channel = seen(await channelCard(product, reference));
    const chats = [channel, await chatOf(product, lead.key), await chatOf(product, officer.key)].join('\n');
    assert.doesNotMatch(chats, new RegExp(`${name}|${WHY}`));
  });

  it('stays kept back when the second handler does not agree, and whoever asked hears so', async () => {
    const { product, lead, carer } = now();
    await ask();
    await answers('Do not agree');
    assert.match(seen(await lead.lastCardMessage()), /Fergus Foldersby did not agree/);
    assert.equal((await form(lead)).result.kind, 'dialog');
    assert.doesNotMatch(await chatOf(product, carer.key), /decided that one of them/);
    assert.doesNotMatch(await history(), /was shown by/);
  });

  it('is not shown on the word of whoever asked, nor to the second handler', async () => {
    const { product, lead, officer, name } = now();
    await ask();
    const ofSecond = await officer.lastCardMessage();
    assert.match(seen(await form(lead)), /has 24 hours to answer/);
    await answers('Agree');
    assert.match(seen(await form(officer)), /was asked already/);
    assert.match(seen(ofSecond), /Read why/);
    assert.doesNotMatch(await chatOf(product, officer.key), new RegExp(name));
  });
});

describe('Asking who reported', () => {
  const { ask, answers, history, now } = stage();
  it('is not shown by an answer that comes after a day, nor a day after the answer', async () => {
    const { product, lead, officer } = now();
    await ask();
    const why = await press(officer, 'Read why');
    await product.advance(DAY_MS);
    assert.match(seen(await officer.submitsDialog(why, 'Agree')), /it is over/);

    await ask();
    await answers('Agree');
    await product.advance(DAY_MS);
    assert.match(seen(await press(lead, 'Show the name')), /cannot see the name now/);
  });

  it('is shown at once where a life is at risk, and the second handler and the reporter hear of it', async () => {
    const { product, officer, carer, name } = now();
    const shown = await ask({ risk: 'yes' });
    assert.match(seen(shown), new RegExp(name));
    assert.match(seen(await officer.lastCardMessage()), /because a life is at risk/);
    assert.match(seen(await press(officer, 'Read why')), new RegExp(WHY));
    assert.match(await chatOf(product, carer.key), /life may be at risk, so one person/);
    assert.match(await history(), /because a life is at risk by Lettice Ledgerly/);
  });

  it('is not told of to the reporter where that is recorded as unsafe, with the reason in the history', async () => {
    const { product, lead, carer, name } = now();
    const before = await chatOf(product, carer.key);
    await ask({ unsafe: 'An invented danger at home.' });
    await answers('Agree');
    assert.match(seen(await press(lead, 'Show the name')), new RegExp(name));
    assert.equal(await chatOf(product, carer.key), before);
    assert.match(await history(), /the reporter is not told: An invented danger at home/);
  });

  it('is asked with a reason and a second handler, or not at all', async () => {
    assert.match(seen(await ask({ reason: ' ' })), /Please write why you need to know/);
    assert.match(seen(await ask({ second: '' })), /choose the second handler/);
    assert.doesNotMatch(await history(), /asked who reported/);
  });

  it('is agreed to by nobody who has left the complaints team, and shown to nobody who has', async () => {
    const { product, lead, officer } = now();
    await ask();
    const why = await press(officer, 'Read why');
    const team = product.teams.team('complaints');
    await team.removes(officer.key);
    assert.match(seen(await officer.submitsDialog(why, 'Agree')), /Only the complaints team/);
    await team.adds(officer.key);
    await answers('Agree');
    const shows = await lead.lastCardMessage();
    await team.removes(lead.key);
    assert.match(seen(await lead.presses(shows, 'Show the name')), /Only the complaints team/);
    await team.adds(lead.key);
  });
});

import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { careTeamId, readAndConfirm, sendRequest, textOf } from './frontDoor';

describe('pages to print about a team, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  before(async () => {
    running.product = await startProduct();
    await sendRequest(product());
    await readAndConfirm(product(), 'cook');
  });
  after(() => product().stop());

  /** The command, the press, and the link of the card that follows. */
  const linkFor = async (title: string, inputs: Record<string, string> = {}): Promise<string> => {
    const manager = product().teams.person('manager');
    await manager.says('inspection');
    const form = await manager.lastCardMessage();
    const team = await careTeamId(product());
    await manager.presses(form, title, { team, day: '2026-11-18', names: 'true', ...inputs });
    await product().teams.settled();
    const { card } = await manager.lastCardMessage();
    const url = ((card?.['actions'] ?? []) as { url?: string }[])[0]?.url;
    assert.ok(url, JSON.stringify(card));
    return url;
  };

  it('come with a word of their own, and from the card of records', async () => {
    const manager = product().teams.person('manager');
    for (const words of ['Inspection', 'please show me the inspection page.', 'sign sheet']) {
      await manager.says(words);
      assert.match(textOf(await manager.lastCardMessage()), /A page to print about a team/, words);
    }
    await manager.says('evidence');
    await manager.presses(await manager.lastCardMessage(), 'Make an inspection page');
    await product().teams.settled();
    assert.match(textOf(await manager.lastCardMessage()), /A page to print about a team/);
    await manager.says('When is the next inspection of the home?');
    assert.doesNotMatch(textOf(await manager.lastMessage()) ?? '', /A page to print about a team/);
  });

  it('are shown once in the browser, with a style of their own and nothing that runs', async () => {
    const link = await linkFor('Make the page');
    assert.match(await (await fetch(link)).text(), /inspection-2026-11-18\.html/);
    const page = await fetch(link, { method: 'POST' });
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(page.headers.get('content-disposition') ?? '', /^inline/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'sha256-/);
    const text = await page.text();
    assert.match(text, /Crispin Crumpet.*Nella Nightlight/s);
    assert.doesNotMatch(text, /Fergus/);
    assert.equal((await fetch(link, { method: 'POST' })).status, 404);
  });

  it('are a sign sheet with names or without', async () => {
    const named = await (await fetch(await linkFor('Make a sign sheet'), { method: 'POST' })).text();
    assert.match(named, /Sign sheet: Social media policy.*Crispin Crumpet/s);
    const empty = await linkFor('Make a sign sheet', { names: 'false' });
    assert.doesNotMatch(await (await fetch(empty, { method: 'POST' })).text(), /Crispin/);
  });

  it('are refused to staff', async () => {
    const cook = product().teams.person('cook');
    await cook.says('inspection');
    assert.match((await cook.lastMessage()).text, /Only managers and administrators/);
  });

  it('are not given when the person has left the team since, however good the link was', async () => {
    const link = await linkFor('Make the page');
    await product().teams.team('care').removes('manager');
    await product().idle();
    assert.equal((await fetch(link, { method: 'POST' })).status, 403);
    await product().teams.team('care').adds('manager');
    await product().idle();
    assert.equal((await fetch(link, { method: 'POST' })).status, 200);
  });
});

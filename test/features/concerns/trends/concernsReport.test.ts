import assert from 'node:assert/strict';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { ABOUT, channelCard, seen, sendReport, startReporting } from '../reporting';

describe('the concerns report', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
    const carer = next();
    for (let count = 0; count < 6; count++)
      await sendReport(product, carer.key, 'kept', { ...ABOUT, what: `Invented, number ${count}.` });
    const kinds = { kind: 'comments', affected: 'service', what: 'Invented.' };
    const last = await sendReport(product, carer.key, 'kept', kinds);
    await lead.presses(await channelCard(product, last), 'Take on');
    await product.idle();
  });
  after(() => product.stop());

  async function report(who = lead): Promise<MessageView> {
    await who.says('concerns report');
    return who.lastMessage();
  }
  function linkIn(message: MessageView): string {
    return /http[^"]+\/records\/[^"]+/.exec(seen(message))?.[0] ?? assert.fail('no link');
  }

  it('counts by kind, place, outcome and target, and tells no number under five', async () => {
    const shown = seen(await report());
    assert.match(shown, /Reports in all: 7/);
    assert.match(
      shown,
      /Cyber-bullying or intimidation: not shown.*Fewer than 5 each: .*Comments about people or the service/,
    );
    assert.match(
      shown,
      /Where it was.*Not said: not shown.*Outcome.*Not closed yet: not shown.*Taken on.*Closed/,
    );
    assert.doesNotMatch(shown, /: [0-4]"/);
  });

  it('is fetched once as a table, with the same numbers', async () => {
    const link = linkIn(await report());
    assert.equal((await fetch(link)).status, 200);
    const file = await (await fetch(link, { method: 'POST' })).text();
    assert.match(file, /"All","Received from 2025-11-19 to 2026-11-18","7"/);
    assert.match(file, /"Kind","Comments about people or the service","fewer than 5"/);
    assert.doesNotMatch(file, /"[0-4]"/);
    assert.notEqual((await fetch(link, { method: 'POST' })).status, 200);
  });

  it('is for the complaints lead alone', async () => {
    for (const who of ['complaints-officer', 'admin', 'manager', 'cook']) {
      const shown = seen(await report(product.teams.person(who)));
      assert.match(shown, /Only the complaints lead/, who);
      assert.doesNotMatch(shown, /Reports in all/);
    }
  });
});

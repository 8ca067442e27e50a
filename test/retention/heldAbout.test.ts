import assert from 'node:assert/strict';
import { chatOf, seen, sendReport, startReporting } from '../features/concerns/reporting';
import type { TestProduct } from '../support/product';

describe('What do you hold about me', () => {
  let product: TestProduct;
  before(async () => ({ product } = await startReporting()));
  after(() => product.stop());

  async function file(who: string): Promise<{ readonly address: string; readonly text: string }> {
    const person = product.teams.person(who);
    await person.says('What do you hold about me?');
    const card = seen(await person.lastCardMessage());
    const address = /http:[^"]*\/records\/[\w-]+/.exec(card)?.[0] ?? assert.fail(card);
    const answer = await fetch(address, { method: 'POST' });
    assert.equal(answer.status, 200);
    return { address, text: await answer.text() };
  }

  it('gives what is found by the account as one file, which says first that it is not the full answer', async () => {
    const reference = await sendReport(product, 'carer-0');
    const { text } = await file('carer-0');
    assert.match(text, /^This is not the full answer to a subject access request\./);
    assert.match(text, /name: Carer Number0/);
    assert.match(text, new RegExp(reference));
    assert.match(text, /Asked on 2026-11-18/);
  });

  it('says nothing of others, and neither that a report names somebody nor that none does', async () => {
    const reference = await sendReport(product, 'carer-1');
    const { text } = await file('carer-2');
    assert.doesNotMatch(text, new RegExp(`${reference}|Number1`));
    assert.match(text, /neither that they did nor that they did not/);
  });

  it('gives the file once, and no more after a quarter of an hour', async () => {
    const { address } = await file('carer-3');
    assert.equal((await fetch(address, { method: 'POST' })).status, 404);
    await product.teams.person('carer-4').says('what do you hold about me');
    const card = seen(await product.teams.person('carer-4').lastCardMessage());
    await product.advance(15 * 60_000);
    const late = /http:[^"]*\/records\/[\w-]+/.exec(card)?.[0] ?? assert.fail(card);
    assert.equal((await fetch(late, { method: 'POST' })).status, 404);
  });

  it('says whom to ask where nobody is named for data protection', async () => {
    await file('carer-5');
    assert.match(await chatOf(product, 'carer-5'), /sent your request to nobody.*please ask: /);
  });

  it('brings the request, with its day, to whom the council named for data protection', async () => {
    await product.teams.person('admin').says('make Petra Poultice a data protection contact');
    await file('carer-6');
    await product.idle();
    assert.match(
      seen(await product.teams.person('nurse').lastCardMessage()),
      /Carer Number6 asked on 2026-11-18/,
    );
    assert.match(await chatOf(product, 'carer-6'), /I sent your request/);
  });
});

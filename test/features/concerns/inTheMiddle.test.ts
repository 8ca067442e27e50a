import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { press, seen, startReporting, toReview, WHAT } from './reporting';

describe('what comes up in the middle of a report', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));
  const shown = async (): Promise<string> => seen(await carer.lastCardMessage());

  for (const question of ['Who can see what I write here?', 'Is this chat private?']) {
    it(`answers "${question}" and takes it for no part of the report`, async () => {
      await carer.says('report');
      await carer.says(question);
      assert.match((await carer.lastMessage()).text, /who can see it/);
      await carer.says('no');
      assert.match(await shown(), /2 of 3/);
      assert.doesNotMatch(await shown(), /private|who can see/i);
    });
  }

  it('goes back to the report, and not to the question whether to delete it', async () => {
    await toReview(carer);
    await carer.says('cancel');
    const question = await carer.lastCardMessage();
    await carer.says('report');
    assert.match(await shown(), /go on where you were.*unkind things/);
    await carer.says('yes');
    assert.match(await shown(), new RegExp(WHAT));
    await carer.presses(question, 'Yes, delete it');
    assert.match(await shown(), new RegExp(WHAT));
  });

  it('resumes the report when an old button to begin one is pressed', async () => {
    await carer.says('hello');
    await carer.says('help');
    const help = await carer.lastCardMessage();
    await toReview(carer);
    await press(carer, 'Cancel');
    await carer.presses(help, 'Report a concern');
    assert.match(await shown(), new RegExp(`go on where you were.*${WHAT}`));
  });
});

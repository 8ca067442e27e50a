import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { channelCard, press, seen, sendReport, startReporting, WHAT } from './reporting';

const HURT = 'He is attacking a resident right now';
const DESPAIR = 'I cannot go on any more, I want to end my life';

describe('urgent words in the middle of a report', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));

  async function lastTwo(): Promise<string[]> {
    return (await carer.chat()).slice(-2).map(seen);
  }

  const PLACES: Readonly<Record<string, readonly string[]>> = {
    'the question about danger': [],
    'the question about the kind': ['no'],
    'what happened': ['no', 'something else', 'me'],
    'what happened, after danger was named': ['yes', 'go on', 'something else', 'me'],
    'the question whether to delete': ['no', 'cancel'],
  };
  for (const [place, words] of Object.entries(PLACES)) {
    it(`bring the emergency numbers first at ${place}, and are kept`, async () => {
      for (const text of ['report', ...words, HURT]) await carer.says(text);
      const [first, second] = await lastTwo();
      assert.match(first ?? '', /ring now.*999/);
      assert.match(second ?? '', /I have kept what you wrote|3 of 3/);
    });

    it(`bring people who listen at ${place}, where the writer is in distress`, async () => {
      for (const text of ['report', ...words, DESPAIR]) await carer.says(text);
      const [first] = await lastTwo();
      assert.match(first ?? '', /carry this alone.*Samaritans.*116 123/);
      assert.doesNotMatch(first ?? '', /ring now/);
    });
  }

  it('bring the numbers again when they are typed again', async () => {
    for (const text of ['report', HURT, 'no', 'something else', 'me', 'He has a knife and is at my door'])
      await carer.says(text);
    const emergencies = (await carer.chat()).map(seen).filter((text) => /ring now/.test(text));
    assert.equal(emergencies.length, 2);
  });

  it('bring the right card from a card too, once', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Next', { kind: 'other', affected: 'me', what: DESPAIR });
    assert.match((await lastTwo())[0] ?? '', /Samaritans/);
    await press(carer, 'Change what happened');
    await press(carer, 'Next', { kind: 'other', affected: 'me', what: `${WHAT} ${DESPAIR}` });
    const cards = (await carer.chat()).map(seen).filter((text) => /Samaritans/.test(text));
    assert.equal(cards.length, 1);
  });

  it('bring the numbers first where there are too many words to keep', async () => {
    for (const text of ['report', 'no', `${'A long story. '.repeat(1000)} He has a knife and is at my door`])
      await carer.says(text);
    const [first, second] = (await carer.chat()).slice(-3);
    assert.match(seen(first ?? assert.fail()), /ring now.*999/);
    assert.match(second?.text ?? '', /up to 10,000 fit/);
  });

  it('bring the numbers first when they are added after sending, and make the case urgent', async () => {
    const reference = await sendReport(product, carer.key);
    await press(carer, 'Add something');
    await press(carer, 'Save and next', { detail: HURT });
    await product.idle();
    const [first, second] = await lastTwo();
    assert.match(first ?? '', /ring now.*999/);
    assert.match(second ?? '', /Saved. The complaints team can see it/);
    assert.match(seen(await channelCard(product, reference)), /Please look at this now/);
  });

  it('make the case urgent', async () => {
    for (const text of ['report', 'no', HURT, 'something else', 'a service user', 'send'])
      await carer.says(text);
    await product.idle();
    const channel = JSON.stringify(await product.teams.channel('complaints/concerns').messages());
    assert.match(channel, /Please look at this now/);
  });
});

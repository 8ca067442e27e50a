import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import type { PersonDriver } from '../../../src/localTeams/driver';
import { ABOUT, chatOf, press, referenceIn, seen, startReporting, toReview, WHAT } from './reporting';

describe('the guided dialog', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let carer: PersonDriver;
  before(async () => ({ product, next } = await startReporting()));
  after(() => product.stop());
  beforeEach(() => (carer = next()));
  const shown = async (): Promise<string> => seen(await carer.lastCardMessage());

  it('says before the first question who will see it, and how to stay anonymous', async () => {
    await carer.says('report');
    assert.match(
      await shown(),
      /We keep your name from the complaints team.*for a crime, or for a court.*IT staff.*never anonymous.*01632 960108.*Example Street/,
    );
  });

  it('shows the emergency card first, as a card of its own, then the choice to go on', async () => {
    await carer.says('report');
    await press(carer, 'Yes');
    const [emergency, choice] = (await carer.chat()).slice(-2).map(seen);
    assert.match(emergency ?? '', /999.*Safeguarding/);
    assert.match(choice ?? '', /Go on with the report/);
    await press(carer, 'Go on with the report');
    assert.match(await shown(), /2 of 3/);
  });

  it('takes typed words at every step', async () => {
    for (const words of [
      'report',
      'no',
      'somebody pretending to be me or the service',
      'me',
      WHAT,
      'show my name',
    ]) {
      await carer.says(words);
    }
    assert.match(
      await shown(),
      /Somebody pretending to be me.*unkind things about me.*"value":"shown","wrap"/,
    );
    await carer.says('send');
    assert.match(referenceIn(await carer.lastCardMessage()), /-/);
  });

  it('shows the emergency card when typed words speak of danger', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await carer.says('He has threatened to kill her tonight and he is outside her house now');
    const texts = (await carer.chat()).slice(-2).map(seen);
    assert.match(texts[0] ?? '', /ring now.*999/);
    assert.match(texts[1] ?? '', /I have kept what you wrote.*outside her house/);
  });

  it('answers a policy question in the middle and goes on where it was', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await carer.says('Can I post a photo of a resident?');
    const [answer, step] = (await carer.chat()).slice(-2);
    assert.match(answer?.text ?? '', /picture|photo/i);
    assert.match(seen(step ?? assert.fail()), /2 of 3.*Back to your report/);
    await press(carer, 'Next', ABOUT);
    assert.match(await shown(), /3 of 3/);
  });

  it('lets every answer be changed, and returns to the review', async () => {
    await toReview(carer);
    await press(carer, 'Change kind');
    assert.match(await shown(), new RegExp(WHAT));
    await press(carer, 'Next', { ...ABOUT, kind: 'sexual' });
    assert.match(await shown(), /3 of 3.*Sexual or unlawful material/);
    await press(carer, 'Change danger');
    await press(carer, 'No');
    assert.match(await shown(), /3 of 3/);
  });

  it('keeps what was typed into the card when the person goes back or saves it for later', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Save and finish later', { what: WHAT });
    assert.match(await shown(), /Nobody has seen this yet/);
    await carer.says('hello');
    await carer.says('report');
    assert.match(await shown(), new RegExp(`go on where you were.*${WHAT}`));
  });

  it('says what is missing and keeps the rest', async () => {
    await carer.says('report');
    await press(carer, 'No');
    await press(carer, 'Next', { kind: '', affected: '', what: WHAT });
    assert.match(
      await shown(),
      new RegExp(`Please tell me what kind of thing it is and who is affected.*${WHAT}`),
    );
  });

  it('says what is missing when nothing was filled in', async () => {
    await carer.says('report');
    await press(carer, 'No');
    assert.doesNotMatch(await shown(), /Please tell me/);
    await press(carer, 'Next', { kind: '', affected: '', what: '' });
    assert.match(
      await shown(),
      /2 of 3.*Please tell me what kind of thing it is, who is affected and what happened/,
    );
  });

  it('shows where the person is when an old card is pressed, and loses nothing', async () => {
    await carer.says('report');
    const old = await carer.lastCardMessage();
    await carer.says('no');
    await carer.says('cyber-bullying');
    await carer.presses(old, 'Yes');
    const present = await carer.lastCardMessage();
    assert.match(seen(present), /2 of 3.*where you are now. Nothing is lost.*"value":"bullying","wrap"/);
  });

  it('bears a double press', async () => {
    await carer.says('report');
    const first = await carer.lastCardMessage();
    await Promise.all([carer.presses(first, 'No'), carer.presses(first, 'No')]);
    assert.match(await shown(), /2 of 3/);
  });

  it('asks once before it deletes, and keeps or deletes', async () => {
    await toReview(carer);
    await carer.says('cancel');
    assert.match(await shown(), /Delete this report\?/);
    await press(carer, 'Keep it');
    assert.match(await shown(), /3 of 3/);
    await press(carer, 'Cancel');
    await press(carer, 'Yes, delete it');
    assert.match(await shown(), /Your report is deleted/);
    await carer.says('report');
    assert.match(await shown(), /1 of 3/);
  });

  it('goes on where it was after a restart in the middle', async () => {
    await carer.says('report');
    await carer.says('no');
    await carer.says('me');
    await product.restart();
    await carer.says('cyber-bullying');
    await carer.says(WHAT);
    assert.match(await shown(), new RegExp(`3 of 3.*${WHAT}`));
  });

  it("lets other features' commands through, and stays where it was", async () => {
    await carer.says('report');
    await carer.says('no');
    await carer.says('help');
    assert.doesNotMatch(await shown(), /2 of 3/);
    await carer.says('cyber-bullying');
    assert.match(await shown(), /2 of 3/);
  });

  it('answers in the person’s own chat when it was asked for in a channel', async () => {
    await carer.mentionsIn('care/general', 'report');
    assert.match(await shown(), /1 of 3/);
    const channel = JSON.stringify(await carer.sees('care/general'));
    assert.doesNotMatch(channel, /danger|1 of 3/);
    await carer.says('no');
    assert.match(await shown(), /2 of 3/);
  });

  it('does not keep a picture that is sent, and says so', async () => {
    await carer.says('report');
    await carer.uploads('picture.png', 'image/png', Buffer.from('invented'));
    assert.match(await chatOf(product, carer.key), /keep pictures and files safe/);
    assert.match(await shown(), /1 of 3/);
  });

  it('gives a late press on a deleted report a kind answer', async () => {
    await carer.says('report');
    const old = await carer.lastCardMessage();
    await carer.says('cancel');
    await carer.says('yes');
    const answer = await carer.presses(old, 'No');
    assert.match(seen(answer), /not open any more/);
  });
});

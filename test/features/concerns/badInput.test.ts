import assert from 'node:assert/strict';
import { DirectConcerns, placeIn } from './direct';
import { ABOUT } from './reporting';
import { storedRows } from './storedRows';

describe('bad input to concerns', () => {
  const concerns = new DirectConcerns();
  before(() => concerns.start());

  const VERBS = [
    'answer',
    'goOn',
    'change',
    'askCancel',
    'keep',
    'later',
    'delete',
    'send',
    'addDetail',
    'saveDetail',
    'skipDetail',
    'endDetails',
  ];
  for (const verb of VERBS) {
    it(`gives concerns.${verb} without ids, with foreign ones and with wrong kinds of them a kind answer`, async () => {
      const foreign = {
        draft: 'nobody',
        step: 'danger',
        revision: 1,
        case: 'nobody',
        question: 'when',
        detail: 'x',
      };
      for (const data of [
        {},
        foreign,
        { draft: 7, revision: 'x', case: {} },
        { ...foreign, step: 'elsewhere' },
      ]) {
        const reply = await concerns.press('stranger', verb, data);
        assert.match(JSON.stringify(reply), /could not read|not open any more|cannot find that/);
      }
      assert.deepEqual(await storedRows(concerns.prefix), []);
    });
  }

  for (const verb of ['takeOn', 'open', 'close', 'closeNow']) {
    it(`refuses concerns.${verb} to whoever is no handler, before it says whether there is such a case`, async () => {
      for (const data of [{}, { case: 'nobody', page: -1 }]) {
        assert.match(
          JSON.stringify(await concerns.press('stranger', verb, data)),
          /Only the complaints team/,
        );
      }
    });

    it(`answers concerns.${verb} of a case that is not there`, async () => {
      concerns.handlers.add('handler');
      for (const data of [{}, { case: 'nobody' }, { case: ['x'] }]) {
        assert.match(JSON.stringify(await concerns.press('handler', verb, data)), /cannot find that report/);
      }
    });
  }

  it("does not let one person act on another's draft, read it or send it", async () => {
    const mine = await concerns.toReview('owner');
    for (const verb of ['answer', 'send', 'delete', 'later']) {
      const reply = JSON.stringify(await concerns.press('intruder', verb, { ...mine, danger: 'yes' }));
      assert.match(reply, /not open any more/);
      assert.doesNotMatch(reply, /unkind things/);
    }
    assert.match(
      JSON.stringify(await concerns.press('owner', 'change', { ...mine, to: 'about' })),
      /unkind things/,
    );
  });

  it("does not take a press on another's draft for one's own, nor show another's receipt", async () => {
    const own = await concerns.report('mixer');
    const other = await concerns.toReview('other');
    assert.match(
      JSON.stringify(await concerns.press('mixer', 'answer', { ...other, danger: 'yes' })),
      /not open any more/,
    );
    assert.match(JSON.stringify(await concerns.press('mixer', 'answer', { ...own, danger: 'no' })), /2 of 3/);
    await concerns.press('other', 'send', { ...other, name: 'kept' });
    assert.match(
      JSON.stringify(await concerns.press('mixer', 'send', { ...other, name: 'kept' })),
      /not open any more/,
    );
    assert.match(
      JSON.stringify(await concerns.press('other', 'send', { ...other, name: 'kept' })),
      /Your report is sent/,
    );
  });

  it('keeps nothing that was said in a report in the record of the turn', async () => {
    const held: { slice: unknown } = { slice: undefined };
    for (const text of ['report', 'no', 'something else', 'me', 'Something invented.']) {
      const turn = concerns.turn('quiet', text);
      turn.state.set('concerns', held.slice);
      assert.equal(await concerns.router.message(turn), 'concerns');
      assert.equal(turn.forgets.count, 1, text);
      held.slice = turn.state.toJSON()['concerns'];
    }
  });

  it("does not let one person add to another's report", async () => {
    const sent = await concerns.press('sender', 'send', {
      ...(await concerns.toReview('sender')),
      name: 'kept',
    });
    const id = /"case":"([0-9a-f]{32})"/.exec(JSON.stringify(sent))?.[1];
    assert.ok(id);
    assert.match(
      JSON.stringify(await concerns.press('intruder', 'saveDetail', { case: id, detail: 'x' })),
      /cannot find/,
    );
    assert.match(
      JSON.stringify(await concerns.press('sender', 'saveDetail', { case: id, detail: 'x' })),
      /Saved/,
    );
  });

  it('ignores what does not belong into a press', async () => {
    const place = await concerns.report('extra');
    const reply = await concerns.press('extra', 'answer', {
      ...place,
      danger: 'no',
      id: 'x',
      changedBy: 'x',
      kind: 'nonsense',
    });
    assert.match(JSON.stringify(reply), /2 of 3/);
    assert.doesNotMatch(JSON.stringify(reply), /nonsense/);
  });

  for (const what of ['${danger}', '<script>x</script>', '**bold** [a](b)', '‮שלום‬ abc', 'emoji 😢 too']) {
    it(`shows ${JSON.stringify(what)} to the person letter by letter`, async () => {
      const who = `writer ${what}`;
      const reply = await concerns.press(who, 'change', {
        ...(await concerns.toReview(who, { ...ABOUT, what })),
        to: 'danger',
      });
      const back = await concerns.press(who, 'answer', { ...placeIn(reply), danger: 'no' });
      assert.ok(
        JSON.stringify(back).includes(`{"type":"TextRun","text":${JSON.stringify(what)}}`),
        JSON.stringify(back),
      );
    });
  }

  it('refuses 20,000 characters clearly, keeps the card with them, and stores none of it', async () => {
    const danger = await concerns.press('long', 'answer', {
      ...(await concerns.report('long')),
      danger: 'no',
    });
    const reply = await concerns.press('long', 'answer', {
      ...placeIn(danger),
      ...ABOUT,
      what: 'y'.repeat(20_000),
    });
    assert.deepEqual(reply.kind, 'notice');
    assert.match(JSON.stringify(reply), /20,000 characters, and up to 10,000 fit/);
    assert.ok(!(await storedRows(concerns.prefix)).some(({ text }) => text.includes('yyyy')));
    const next = await concerns.press('long', 'answer', {
      ...placeIn(danger),
      ...ABOUT,
      what: 'z'.repeat(10_000),
    });
    assert.match(JSON.stringify(next), /3 of 3/);
  });

  it('asks for words where only an emoji was written', async () => {
    const danger = await concerns.press('emoji', 'answer', {
      ...(await concerns.report('emoji')),
      danger: 'no',
    });
    const reply = await concerns.press('emoji', 'answer', { ...placeIn(danger), ...ABOUT, what: '😢' });
    assert.match(JSON.stringify(reply), /in a few words/);
  });
});

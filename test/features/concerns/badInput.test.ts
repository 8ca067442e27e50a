import assert from 'node:assert/strict';
import type { Turn } from '../../../src/bot/turn';
import { Router } from '../../../src/bot/router';
import { TurnState } from '../../../src/bot/turnState';
import type { CardReply } from '../../../src/bot/cardReply';
import type { Card } from '../../../src/cards/render';
import { loadContacts } from '../../../src/contacts/contacts';
import type { ConcernsDeps } from '../../../src/features/concerns';
import { registerConcerns } from '../../../src/features/concerns';
import { createLog } from '../../../src/log';
import { createSealing } from '../../../src/storage/sealing';
import { Storage } from '../../../src/storage/storage';
import { startAzurite } from '../../support/azurite';
import { FakeClock } from '../../support/fakeClock';
import { randomBytes } from 'node:crypto';
import { TestAdapter, TurnContext } from 'botbuilder';
import { ABOUT } from './reporting';
import { storedRows } from './storedRows';

/** A turn that keeps what was shown. */
interface SeenTurn extends Turn {
  readonly cards: Card[];
}

describe('bad input to concerns', () => {
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const router = new Router();
  const handlers = new Set<string>();
  const count = { turns: 0 };

  before(async () => {
    const { connectionString } = await startAzurite();
    const deps = {
      storage: new Storage({ kind: 'connection', connectionString }, prefix),
      directory: {
        concernsChannel: () => Promise.resolve(undefined),
        person: () => Promise.resolve(undefined),
      },
      roles: { confirm: (id: string) => Promise.resolve(handlers.has(id)) },
      jobs: { on: () => undefined, schedule: () => Promise.resolve() },
      ...{ clock: new FakeClock(), log: createLog('silent'), contacts: loadContacts() },
      sealing: createSealing({ key: randomBytes(32), keyId: 'test' }),
      commandIn: (text: string) => (text === 'report' ? 'report' : undefined),
      answerQuestion: () => Promise.resolve(false),
      isUrgent: () => false,
    };
    registerConcerns(router, deps as unknown as ConcernsDeps);
  });

  function turnOf(who: string, text = ''): SeenTurn {
    const cards: Card[] = [];
    const context = new TurnContext(new TestAdapter(() => Promise.resolve()), {
      type: 'message',
      channelId: 'msteams',
    });
    return {
      ...{
        person: { id: who, teamsId: `29:${who}`, name: `Person ${who}` },
        cards,
        text,
        attachmentCount: 0,
        context,
      },
      place: { kind: 'personal', conversationId: `chat-${who}`, serviceUrl: 'http://127.0.0.1/' },
      activityId: `activity-${count.turns++}`,
      state: new TurnState(),
      ...{
        say: () => undefined,
        sayHere: () => undefined,
        afterwards: () => undefined,
        keepNothingSaid: () => undefined,
      },
      show: (card) => cards.push(card),
    };
  }

  const press = (who: string, verb: string, data: object): Promise<CardReply> =>
    router.cardAction(turnOf(who), verb, { ...data, verb });

  /** @returns the ids that the person's present card carries. */
  async function report(who: string): Promise<Record<string, unknown>> {
    const turn = turnOf(who, 'report');
    await router.message(turn);
    return placeIn(turn.cards[0]);
  }

  async function toReview(who: string, about: object = ABOUT): Promise<Record<string, unknown>> {
    const danger = await press(who, 'concerns.answer', { ...(await report(who)), danger: 'no' });
    return placeIn(await press(who, 'concerns.answer', { ...placeIn(danger), ...about }));
  }

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
        const reply = await press('stranger', `concerns.${verb}`, data);
        assert.match(JSON.stringify(reply), /could not read|not open any more|cannot find that/);
      }
      assert.deepEqual(await storedRows(prefix), []);
    });
  }

  for (const verb of ['takeOn', 'open', 'close', 'closeNow']) {
    it(`refuses concerns.${verb} to whoever is no handler, before it says whether there is such a case`, async () => {
      for (const data of [{}, { case: 'nobody', page: -1 }]) {
        assert.match(
          JSON.stringify(await press('stranger', `concerns.${verb}`, data)),
          /Only the complaints team/,
        );
      }
    });

    it(`answers concerns.${verb} of a case that is not there`, async () => {
      handlers.add('handler');
      for (const data of [{}, { case: 'nobody' }, { case: ['x'] }]) {
        assert.match(
          JSON.stringify(await press('handler', `concerns.${verb}`, data)),
          /cannot find that report/,
        );
      }
    });
  }

  it("does not let one person act on another's draft, read it or send it", async () => {
    const mine = await toReview('owner');
    for (const verb of ['answer', 'send', 'delete', 'later']) {
      const reply = JSON.stringify(await press('intruder', `concerns.${verb}`, { ...mine, danger: 'yes' }));
      assert.match(reply, /not open any more/);
      assert.doesNotMatch(reply, /unkind things/);
    }
    assert.match(
      JSON.stringify(await press('owner', 'concerns.change', { ...mine, to: 'about' })),
      /unkind things/,
    );
  });

  it("does not let one person add to another's report", async () => {
    const sent = await press('sender', 'concerns.send', { ...(await toReview('sender')), name: 'kept' });
    const id = /"case":"([0-9a-f]{32})"/.exec(JSON.stringify(sent))?.[1];
    assert.ok(id);
    assert.match(
      JSON.stringify(await press('intruder', 'concerns.saveDetail', { case: id, detail: 'x' })),
      /cannot find/,
    );
    assert.match(
      JSON.stringify(await press('sender', 'concerns.saveDetail', { case: id, detail: 'x' })),
      /Saved/,
    );
  });

  it('ignores what does not belong into a press', async () => {
    const place = await report('extra');
    const reply = await press('extra', 'concerns.answer', {
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
      const reply = await press(who, 'concerns.change', {
        ...(await toReview(who, { ...ABOUT, what })),
        to: 'danger',
      });
      const back = await press(who, 'concerns.answer', { ...placeIn(reply), danger: 'no' });
      assert.ok(
        JSON.stringify(back).includes(`{"type":"TextRun","text":${JSON.stringify(what)}}`),
        JSON.stringify(back),
      );
    });
  }

  it('refuses 20,000 characters clearly, keeps the card with them, and stores none of it', async () => {
    const danger = await press('long', 'concerns.answer', { ...(await report('long')), danger: 'no' });
    const reply = await press('long', 'concerns.answer', {
      ...placeIn(danger),
      ...ABOUT,
      what: 'y'.repeat(20_000),
    });
    assert.deepEqual(reply.kind, 'notice');
    assert.match(JSON.stringify(reply), /20,000 characters, and up to 10,000 fit/);
    assert.ok(!(await storedRows(prefix)).some(({ text }) => text.includes('yyyy')));
    const next = await press('long', 'concerns.answer', {
      ...placeIn(danger),
      ...ABOUT,
      what: 'z'.repeat(10_000),
    });
    assert.match(JSON.stringify(next), /3 of 3/);
  });

  it('asks for words where only an emoji was written', async () => {
    const danger = await press('emoji', 'concerns.answer', { ...(await report('emoji')), danger: 'no' });
    const reply = await press('emoji', 'concerns.answer', { ...placeIn(danger), ...ABOUT, what: '😢' });
    assert.match(JSON.stringify(reply), /in a few words/);
  });
});

/** Draft, step and revision as the first button of a card carries them. */
function placeIn(shown: unknown): Record<string, unknown> {
  const data = /"data":(\{[^{}]*"draft"[^{}]*\})/.exec(JSON.stringify(shown))?.[1];
  assert.ok(data, JSON.stringify(shown));
  const { draft, step, revision } = JSON.parse(data) as Record<string, unknown>;
  return { draft, step, revision };
}

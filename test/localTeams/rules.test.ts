import assert from 'node:assert/strict';
import { RULES } from '../../src/localTeams/rules';
import type { JsonObject } from '../../src/localTeams/json';
import { cardMessage, cardOf, Stage } from './stage';

const TEXT = { type: 'message', text: 'Hello' };
const many = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const suggest = (count: number) => ({
  suggestedActions: {
    actions: many(count).map((at) => ({ type: 'imBack', title: `S${at}`, value: `S${at}` })),
  },
});
const cite = (claims: { position: number; name?: string; abstract?: string }[]) => ({
  type: 'message',
  text: many(20)
    .map((at) => `[${at}]`)
    .join(' '),
  entities: [
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      citation: claims.map(({ position, name = 'P1', abstract = 'A clause' }) => ({
        '@type': 'Claim',
        position,
        appearance: { '@type': 'DigitalDocument', name, abstract },
      })),
    },
  ],
});

interface BadCall {
  is: string;
  activity: JsonObject;
  to?: string;
  status?: number;
  code?: string;
}

const BAD_CALLS: BadCall[] = [
  {
    is: 'a message over 100 KB',
    activity: { type: 'message', text: 'x'.repeat(103_000) },
    status: 413,
    code: 'MessageSizeTooBig',
  },
  { is: 'an activity that is neither message nor typing', activity: { type: 'event', text: 'x' } },
  { is: 'an empty message', activity: { type: 'message', text: ' ' } },
  { is: 'a text together with a card', activity: { ...cardMessage({}), text: 'Hello' } },
  { is: 'a card without a summary', activity: { ...cardMessage({}), summary: ' ' } },
  { is: 'four suggested actions', activity: { ...TEXT, ...suggest(4) } },
  { is: 'suggested actions in a channel', activity: { ...TEXT, ...suggest(1) }, to: 'complaints/concerns' },
  { is: 'suggested actions with a card', activity: { ...cardMessage({}), ...suggest(1) } },
  { is: 'twenty-one citations', activity: cite(many(21).map((position) => ({ position }))) },
  { is: 'a citation with a long name', activity: cite([{ position: 1, name: 'x'.repeat(81) }]) },
  { is: 'a citation without a name', activity: cite([{ position: 1, name: '' }]) },
  { is: 'a citation with a long abstract', activity: cite([{ position: 1, abstract: 'x'.repeat(161) }]) },
  {
    is: 'a citation that the text does not have',
    activity: { ...cite([{ position: 2 }]), text: 'Only [1]' },
  },
  { is: 'two citations with one position', activity: cite([{ position: 1 }, { position: 1 }]) },
  {
    is: 'a mention that the text does not have',
    activity: { ...TEXT, entities: [{ type: 'mention', text: '<at>Cook</at>', mentioned: { id: '29:x' } }] },
  },
  { is: 'a card of version 1.6', activity: cardMessage({ version: '1.6' }) },
  { is: 'a card without a version', activity: cardMessage({ version: null }) },
  { is: 'a card that is none', activity: cardMessage({ type: 'HeroCard' }) },
  {
    is: 'a refresh for sixty-one people',
    activity: cardMessage({ refresh: { userIds: many(61).map((at) => `29:${at}`) } }),
  },
  { is: 'an input without an id', activity: cardMessage({ body: [{ type: 'Input.Text' }] }) },
  {
    is: 'two inputs with one id',
    activity: cardMessage({
      body: [
        { type: 'Input.Text', id: 'a' },
        { type: 'Input.Text', id: 'a' },
      ],
    }),
  },
];

describe("Teams' rules about what a bot sends", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  for (const { is, activity, to = 'cook', status = 400, code = 'BadArgument' } of BAD_CALLS) {
    it(`refuse ${is}`, async () => {
      const refused = await stage.send(to, activity);
      assert.deepEqual([refused.status, refused.code], [status, code]);
      assert.deepEqual(await stage.teams.person('cook').chat(), []);
    });
  }

  it('refuse an update that breaks one of them', async () => {
    const id = await stage.sendCard('cook', {});
    const path = `v3/conversations/${encodeURIComponent(await stage.idOf('cook'))}/activities/${id}`;
    const refused = await stage.ask('PUT', path, cardMessage({ version: '1.6' }));
    assert.deepEqual([refused.status, refused.code], [400, 'BadArgument']);
  });

  it('take what keeps just within the limits', async () => {
    const good = [
      { ...TEXT, ...suggest(3) },
      cite(many(20).map((position) => ({ position, name: 'n'.repeat(80), abstract: 'a'.repeat(160) }))),
      cardMessage({ refresh: { userIds: many(60).map((at) => `29:${at}`) } }),
      { type: 'message', text: 'x'.repeat(100_000) },
      { type: 'typing' },
    ];
    for (const activity of good) assert.equal((await stage.send('cook', activity)).status, 201);
  });

  it('are each broken by a bad call here', () => {
    const unbroken = RULES.filter(
      (rule) =>
        !BAD_CALLS.some(({ activity, to }) =>
          rule.isBroken({
            activity,
            bytes: JSON.stringify(activity).length,
            kind: to ? 'channel' : 'personal',
          }),
        ),
    );
    // A card over the size makes its message so; a card alone is met in an invoke's answer.
    assert.deepEqual(
      unbroken.map((rule) => rule.rule),
      ['A card is smaller than a message may be.'],
    );
  });

  it('refuse a card that is too big in an answer to a press', async () => {
    const id = await stage.sendCard('cook', {
      actions: [{ type: 'Action.Execute', title: 'Go', verb: 'a.go' }],
    });
    const value = cardOf({ body: [{ type: 'TextBlock', text: 'x'.repeat(103_000) }] });
    stage.bot.behave = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
    });
    const conversationId = await stage.idOf('cook');
    const pressed = await stage.teams.person('cook').presses({ id, conversationId }, 'Go');
    assert.equal(pressed.result.kind === 'failed' && pressed.result.code, 'MessageSizeTooBig');
  });
});

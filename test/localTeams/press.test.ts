import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/localTeams/json';
import { objectAt, textAt } from '../../src/localTeams/json';
import { cardAnswer, cardMessage, cardOf, Stage, valueOf } from './stage';

const EXECUTE = { type: 'Action.Execute', title: 'Confirm', verb: 'a.confirm', data: { id: '7' } };
const textsOf = (card: JsonObject | undefined) => JSON.stringify(card ?? {});

describe('pressing a button', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const show = async (card: JsonObject, to = 'cook') => ({
    id: await stage.sendCard(to, card),
    conversationId: await stage.idOf(to),
  });

  it('sends the verb, the data and the inputs, and shows the presser the card that comes back', async () => {
    const body = [{ type: 'Input.Text', id: 'why', value: 'as before' }];
    const message = await show({ body, actions: [EXECUTE] });
    stage.bot.behave = () => ({ body: cardAnswer({ body: [{ type: 'TextBlock', text: 'Thank you' }] }) });
    const pressed = await stage.teams.person('cook').presses(message, 'Confirm');
    assert.deepEqual(valueOf(stage.bot.activities[0]), {
      action: {
        type: 'Action.Execute',
        title: 'Confirm',
        verb: 'a.confirm',
        data: { id: '7', why: 'as before' },
      },
      trigger: 'manual',
    });
    assert.equal(textAt(stage.bot.activities[0], 'replyToId'), message.id);
    assert.equal(pressed.result.kind, 'card');
    assert.match(textsOf((await stage.teams.person('cook').lastMessage()).card), /Thank you/);
  });

  it('shows others the stored card, and the presser too once it is updated', async () => {
    const message = await show({ actions: [EXECUTE] }, 'complaints/concerns');
    stage.bot.behave = () => ({ body: cardAnswer({ body: [{ type: 'TextBlock', text: 'Yours' }] }) });
    const officer = stage.teams.person('complaints-officer');
    await officer.presses(message, 'a.confirm');
    const lead = stage.teams.person('complaints-lead');
    assert.match(textsOf((await lead.sees('complaints/concerns'))[0]?.card), /Hello/);
    assert.match(textsOf((await officer.sees('complaints/concerns'))[0]?.card), /Yours/);
    const path = `v3/conversations/${encodeURIComponent(message.conversationId)}/activities/${message.id}`;
    await stage.ask('PUT', path, cardMessage({ body: [{ type: 'TextBlock', text: 'Taken' }] }));
    assert.match(textsOf((await officer.sees('complaints/concerns'))[0]?.card), /Taken/);
  });

  it('takes a card back to its stored form when somebody reacts', async () => {
    const message = await show({ actions: [EXECUTE] });
    stage.bot.behave = () => ({ body: cardAnswer({ body: [] }) });
    const cook = stage.teams.person('cook');
    await cook.presses(message, 'Confirm');
    await cook.reacts(message, { type: 'like' });
    const seen = await cook.lastMessage();
    assert.deepEqual([seen.personalCard, seen.reactions], [false, { like: ['cook'] }]);
    assert.equal(textAt(stage.bot.activities[1], 'type'), 'messageReaction');
  });

  it('shows a text for a moment, an error, and what Teams says to an empty answer', async () => {
    const message = await show({ actions: [EXECUTE] });
    const cook = stage.teams.person('cook');
    const answers = [
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' },
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'No', message: 'Not you' } },
      null,
      cardAnswer({ version: '1.6' }),
    ];
    const results = [];
    for (const body of answers) {
      stage.bot.behave = () => ({ body });
      results.push((await cook.presses(message, 'Confirm')).result);
    }
    assert.deepEqual(results[0], { kind: 'toast', text: 'Done' });
    assert.deepEqual(results[1], { kind: 'failed', code: 'StatusCode400', text: 'Not you' });
    assert.equal(results[2]?.kind === 'failed' && results[2].code, 'EmptyAnswer');
    assert.equal(results[3]?.kind === 'failed' && results[3].code, 'BadArgument');
  });

  it('shows that the app cannot be reached when it fails', async () => {
    const message = await show({ actions: [EXECUTE] });
    stage.bot.behave = () => ({ status: 501 });
    const pressed = await stage.teams.person('cook').presses(message, 'Confirm');
    assert.equal(pressed.status, 501);
    assert.equal(pressed.result.kind, 'failed');
  });

  it('sends an Action.Submit as a message with a value', async () => {
    const message = await show({
      actions: [{ type: 'Action.Submit', title: 'Send', data: { verb: 'a.send' } }],
    });
    const pressed = await stage.teams.person('cook').presses(message, 'a.send');
    assert.equal(pressed.result.kind, 'nothing');
    const activity = stage.bot.activities[0];
    assert.deepEqual([textAt(activity, 'type'), valueOf(activity)], ['message', { verb: 'a.send' }]);
    assert.equal((await stage.teams.person('cook').chat()).length, 1);
  });

  it('finds buttons at any depth, and sends the inputs around an Action.ShowCard too', async () => {
    const inner = cardOf({ body: [{ type: 'Input.Text', id: 'inner' }], actions: [EXECUTE] });
    const body = [
      { type: 'Input.Text', id: 'outer' },
      {
        type: 'Container',
        items: [{ type: 'ActionSet', actions: [{ type: 'Action.ShowCard', title: 'More', card: inner }] }],
      },
    ];
    const message = await show({ body });
    const cook = stage.teams.person('cook');
    assert.equal((await cook.presses(message, 'More')).result.kind, 'shown');
    await cook.presses(message, 'Confirm', { inner: 'i', outer: 'o' });
    assert.deepEqual(objectAt(objectAt(valueOf(stage.bot.activities[0]), 'action'), 'data'), {
      id: '7',
      inner: 'i',
      outer: 'o',
    });
  });

  it('opens a link without telling the bot', async () => {
    const url = 'https://policy.example/';
    const message = await show({ actions: [{ type: 'Action.OpenUrl', title: 'Read', url }] });
    const pressed = await stage.teams.person('cook').presses(message, 'Read');
    assert.deepEqual(pressed.result, { kind: 'link', url });
    assert.equal(stage.bot.got.length, 0);
  });

  it('says aloud what an imBack button says', async () => {
    const data = { msteams: { type: 'imBack', value: 'help' } };
    const message = await show({ actions: [{ type: 'Action.Submit', title: 'Help', data }] });
    await stage.teams.person('cook').presses(message, 'Help');
    assert.equal((await stage.teams.person('cook').lastMessage()).text, 'help');
  });

  it('refuses a button that is not there or greyed out, and a message without a card', async () => {
    const message = await show({ actions: [{ ...EXECUTE, isEnabled: false }] });
    const cook = stage.teams.person('cook');
    await assert.rejects(cook.presses(message, 'Nothing'), { code: 'NoSuchButton' });
    await assert.rejects(cook.presses(message, 'Confirm'), { code: 'ButtonDisabled' });
    await assert.rejects(cook.presses(message, { title: 'Confirm', data: { id: '8' } }), {
      code: 'NoSuchButton',
    });
    await cook.says('hello');
    await assert.rejects(cook.presses(await cook.lastMessage(), 'Confirm'), { code: 'NoCard' });
  });

  it('refreshes a card that asks for it once it is a minute old, for the people whom it names', async () => {
    const clock = { now: Date.now() };
    await stage.strike();
    stage = await Stage.set({ now: () => clock.now });
    const { id } = await stage.personNamed('cook');
    await show({ refresh: { action: EXECUTE, userIds: [id] } });
    stage.bot.behave = () => ({ body: cardAnswer({ body: [{ type: 'TextBlock', text: 'Fresh' }] }) });
    const cook = stage.teams.person('cook');
    assert.equal(await cook.reads(), 0);
    clock.now += 60_000;
    assert.equal(await cook.reads(), 1);
    assert.equal(valueOf(stage.bot.activities[0])['trigger'], 'automatic');
    assert.match(textsOf(await cook.lastCard()), /Fresh/);
    assert.equal(await cook.reads(), 0);
  });
});

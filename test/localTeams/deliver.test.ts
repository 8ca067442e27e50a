import assert from 'node:assert/strict';
import { FakeBot } from './fakeBot';
import { Stage } from './stage';
import { teamsForTest } from '../support/teams';
import { textAt } from '../../src/localTeams/json';

const never = () => new Promise<void>(() => undefined);
// What was installed before may still be sent again on a slow machine.
const idsOf = (bot: FakeBot) =>
  bot.activities
    .filter((activity) => activity['type'] === 'message')
    .map((activity) => textAt(activity, 'id'));

describe('the delivery of activities', () => {
  let stage: Stage | undefined;
  afterEach(() => stage?.strike());

  it('sends an activity again with the same id when the bot does not answer in time', async () => {
    stage = await Stage.set({ redeliverAfterMs: 30 });
    const { bot, teams } = stage;
    bot.behave = () => (idsOf(bot).length === 1 ? never() : undefined);
    assert.equal(await teams.person('cook').says('hello'), 200);
    assert.ok(idsOf(bot).length > 1);
    assert.equal(new Set(idsOf(bot)).size, 1);
  });

  it('gives up after the tries that are set, and shows that the message failed', async () => {
    stage = await Stage.set({ redeliverAfterMs: 20, deliveryTries: 3 });
    stage.bot.behave = never;
    const cook = stage.teams.person('cook');
    assert.equal(await cook.says('hello'), 0);
    assert.equal(idsOf(stage.bot).length, 3);
    assert.equal((await cook.lastMessage()).delivery, 'failed');
  });

  it('waits for a bot that is down, and brings everything when it is there', async () => {
    stage = await Stage.set();
    const { bot, teams } = stage;
    const { port } = bot;
    await bot.close();
    const said = teams.person('cook').says('hello');
    await teams.until(async () =>
      (await teams.call('deliveries', {}, undefined)).some((one) => one.state === 'waiting to try again'),
    );
    const back = await FakeBot.start(port);
    assert.equal(await said, 200);
    assert.equal(back.got.length, 1);
    await teams.close();
    await back.close();
    stage = undefined;
  });

  it('sends again what a bot had taken when it died', async () => {
    stage = await Stage.set();
    const { bot, teams } = stage;
    bot.behave = () => (bot.got.length === 1 ? bot.die() : undefined);
    assert.equal(await teams.person('cook').says('hello'), 200);
    assert.equal(new Set(idsOf(bot)).size, 1);
    assert.equal(bot.got.length, 2);
  });

  it('keeps activities until there is a bot at all', async () => {
    const teams = await teamsForTest();
    const bot = await FakeBot.start();
    const installed = teams.person('cook').installsBot();
    teams.connectBot(bot.url);
    assert.equal(await installed, 200);
    await teams.close();
    await bot.close();
  });

  it('sends an activity again when it is told to', async () => {
    stage = await Stage.set();
    const { bot, teams } = stage;
    await teams.person('cook').says('hello');
    const { id } = await teams.person('cook').lastMessage();
    assert.equal(await teams.redeliver(id), 200);
    assert.deepEqual(idsOf(bot), [id, id]);
    assert.equal((await teams.person('cook').chat()).length, 1);
    await assert.rejects(teams.redeliver('1'), { status: 404 });
  });

  it('is settled when nothing is on its way', async () => {
    stage = await Stage.set();
    const { bot, teams } = stage;
    const held: { release?: () => void } = {};
    const taken = new Promise<void>((took) => {
      bot.behave = () => {
        took();
        return new Promise<void>((resolve) => (held.release = resolve));
      };
    });
    const said = teams.person('cook').says('hello');
    await taken;
    await assert.rejects(teams.settled(20), /Nothing came of it/);
    held.release?.();
    await teams.settled();
    assert.equal(await said, 200);
  });

  it('posts anything with any token when a test wants to', async () => {
    stage = await Stage.set();
    const { bot, teams } = stage;
    bot.behave = () => ({ status: 418, body: { tea: true } });
    const answer = await teams.sendRaw(teams.sampleActivity('messagePersonal', 'cook'), null);
    assert.deepEqual(answer, { status: 418, body: { tea: true } });
    assert.equal(bot.got[0]?.authorization, undefined);
    await teams.sendRaw('{}', 'odd');
    assert.equal(bot.got[1]?.authorization, 'Bearer odd');
  });
});

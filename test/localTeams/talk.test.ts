import assert from 'node:assert/strict';
import { FakeBot } from './fakeBot';
import { teamsForTest } from '../support/teams';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import { objectAt, textAt } from '../../src/localTeams/json';

describe('talking in Local Teams', () => {
  let teams: LocalTeams;
  let bot: FakeBot;

  beforeEach(async () => {
    bot = await FakeBot.start();
    teams = await teamsForTest({ botUrl: bot.url });
    await teams.installAll();
    bot.got.length = 0;
  });

  afterEach(async () => {
    await teams.close();
    await bot.close();
  });

  it('brings what a person says to the bot, and shows the person what the bot answers', async () => {
    bot.behave = async (activity) => {
      await bot.reply(activity, { type: 'message', text: `You said: ${textAt(activity, 'text')}` });
    };
    const carer = teams.person('night-carer');
    assert.equal(await carer.says('hello'), 200);
    const chat = await carer.chat();
    assert.deepEqual(
      chat.map((message) => [message.from.kind, message.text]),
      [
        ['person', 'hello'],
        ['bot', 'You said: hello'],
      ],
    );
    assert.equal(chat[0]?.delivery, 'taken');
  });

  it('shows nobody what another person says in their chat', async () => {
    await teams.person('night-carer').says('a secret');
    assert.deepEqual(await teams.person('cook').chat(), []);
  });

  it('tells the bot of a channel post only when it is mentioned', async () => {
    const officer = teams.person('complaints-officer');
    await officer.postsIn('complaints/concerns', 'just between us');
    assert.equal(bot.got.length, 0);
    await officer.mentionsIn('complaints/concerns', 'help');
    assert.equal(textAt(bot.activities[0], 'text'), '<at>Policy helper</at> help');
  });

  it('keeps an answer to a channel post in its thread', async () => {
    bot.behave = async (activity) => void (await bot.reply(activity, { type: 'message', text: 'Here I am' }));
    const officer = teams.person('complaints-officer');
    await officer.mentionsIn('complaints/concerns', 'help');
    const [post, answer] = await teams.channel('complaints/concerns').messages();
    assert.equal(answer?.threadId, post?.id);
    const conversation = textAt(objectAt(bot.activities[0], 'conversation'), 'id') ?? '';
    assert.match(conversation, /^19:[0-9a-f]{32}@thread\.tacv2;messageid=\d+$/);
  });

  it('refuses a person who is not in the channel', async () => {
    await assert.rejects(teams.person('cook').mentionsIn('complaints/concerns', 'let me in'), {
      status: 404,
    });
  });

  it('marks a message as failed when the bot answers with an error', async () => {
    bot.behave = () => ({ status: 500 });
    const cook = teams.person('cook');
    assert.equal(await cook.says('hello'), 500);
    assert.equal((await cook.lastMessage()).delivery, 'failed');
  });

  it('lets nobody write who has blocked the bot', async () => {
    const cook = teams.person('cook');
    await cook.blocksBot();
    await assert.rejects(cook.says('hello'), { code: 'Blocked' });
    await cook.unblocksBot();
    assert.equal(await cook.says('hello'), 200);
  });

  it('counts what a person has not read', async () => {
    bot.behave = async (activity) => void (await bot.reply(activity, { type: 'message', text: 'Here I am' }));
    const cook = teams.person('cook');
    await cook.says('hello');
    assert.equal(await cook.unread(), 1);
    await cook.reads();
    assert.equal(await cook.unread(), 0);
  });
});

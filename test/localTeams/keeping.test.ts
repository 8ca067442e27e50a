import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import { teamsForTest } from '../support/teams';
import { connect, activitiesOf, FakeBot } from './fakeBot';
import { cardAnswer, cardMessage } from './stage';

const EXECUTE = { type: 'Action.Execute', title: 'Go', verb: 'a.go' };

describe('what Local Teams keeps in its data directory', () => {
  let dataDir: string;
  let bot: FakeBot;
  let teams: LocalTeams;

  const start = () => teamsForTest({ dataDir, botUrl: bot.url });
  const restart = async () => {
    await teams.close();
    teams = await start();
  };

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-teams-'));
    bot = await FakeBot.start();
    teams = await start();
  });

  afterEach(async () => {
    await teams.close();
    await bot.close();
    rmSync(dataDir, { recursive: true });
  });

  it('is all of it there after a restart, and after the one that follows', async () => {
    await teams.person('cook').installsBot();
    const cook = teams.person('cook');
    await cook.says('hello');
    const chatId = (await cook.lastMessage()).conversationId;
    await connect(teams.serviceUrl, 'POST', activitiesOf(chatId), cardMessage({ actions: [EXECUTE] }));
    bot.behave = () => ({ body: cardAnswer({ body: [] }) });
    await cook.presses(await cook.lastMessage(), 'Go');
    await cook.reads();
    await teams.person('nurse').blocksBot();
    await teams.team('care').removes('driver');
    await teams.call('addChannel', { team: 'care' }, { name: 'Night shift' });
    const before = [await cook.chat(), (await teams.world()).people, (await teams.world()).teams];
    for (let times = 0; times < 2; times += 1) {
      await restart();
      const again = teams.person('cook');
      assert.deepEqual(
        [await again.chat(), (await teams.world()).people, (await teams.world()).teams],
        before,
      );
      assert.equal(await again.unread(), 0);
      assert.equal(teams.isNew, false);
    }
  });

  it('lets ids go on where they were', async () => {
    await teams.person('cook').installsBot();
    await teams.person('cook').says('one');
    await restart();
    await teams.person('cook').says('two');
    const ids = (await teams.person('cook').chat()).map((message) => Number(message.id));
    assert.ok(ids.length === 2 && (ids[0] ?? 0) < (ids[1] ?? 0));
  });

  it('brings to the bot what it had not taken before the restart', async () => {
    await teams.person('cook').installsBot();
    teams.connectBot(undefined);
    void teams.person('cook').says('are you there?');
    bot.got.length = 0;
    await restart();
    await teams.settled();
    assert.equal(bot.got.length, 1);
    assert.equal((await teams.person('cook').lastMessage()).delivery, 'taken');
    await restart();
    assert.equal(bot.got.length, 1);
  });

  it('has the same signing key after a restart', async () => {
    const keys = async () => (await fetch(`${teams.url}/v1/.well-known/keys`)).text();
    const before = await keys();
    await restart();
    assert.equal(await keys(), before);
  });

  it('is read although the last line was cut off, and refused when another one is damaged', async () => {
    await teams.person('cook').installsBot();
    await teams.close();
    const path = join(dataDir, 'local-teams.jsonl');
    appendFileSync(path, '{"what":"mess');
    teams = await start();
    await teams.close();
    writeFileSync(path, `damage\n${readFileSync(path, 'utf8')}`);
    await assert.rejects(start(), /damaged/);
    rmSync(path);
    teams = await start();
  });
});

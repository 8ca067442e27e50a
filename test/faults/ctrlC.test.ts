import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import type { LaunchPlace } from './launched';
import { endFamily, Launched, listens } from './launched';
import { freePort } from './run';
import type { Evening } from './evening';
import { asked, chatsOf, playEvening, QUESTION, FOLLOW_UP, WHAT } from './evening';
import { shows } from './field';

describe('npm run local', function () {
  this.timeout(180_000);
  const families: number[][] = [];
  let place: LaunchPlace;
  let first: Launched;
  let second: Launched;
  let evening: Evening;

  before(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'policy-bot-'));
    place = { dataDir, port: await freePort(), teamsPort: await freePort() };
    first = await Launched.start(place, 'npm');
    families.push(first.family());
    evening = await playEvening(first.teams);
  });
  after(() => {
    for (const family of families) endFamily(family);
    rmSync(place.dataDir, { recursive: true, force: true });
  });

  it('is the launcher, the bot and storage, and Ctrl-C leaves no process of it and no port taken', async () => {
    const family = first.family();
    assert.ok(family.length >= 3, `only ${family.length} processes`);
    // Somebody asks in the very moment; whoever loses the answer gets it after the next start.
    const hanging = first.teams
      .person('driver')
      .says(QUESTION)
      .catch(() => 0);
    await eventually('the question is in the chat', async () => asked(first.teams, 'driver'));
    first.ctrlC();
    await first.gone(family);
    await hanging;
    for (const port of [place.port, place.teamsPort]) assert.equal(await listens(port), false);
  });

  describe('started again', () => {
    before(async () => {
      second = await Launched.start(place, 'launcher');
      families.push(second.family());
    });

    it('shows every chat and every unread mark as they were', async () => {
      assert.deepEqual(await chatsOf(second.teams), evening.chats);
    });

    it('answers what was asked in the last moment, once', async () => {
      const answers = async (): Promise<number> => {
        const chat = await second.teams.person('driver').chat();
        const at = chat.findIndex(({ text }) => text === QUESTION);
        return chat.slice(at + 1).length;
      };
      await eventually('the answer comes', answers);
      assert.equal(await answers(), 1);
    });

    it('still understands a question by the one before', async () => {
      const carer = second.teams.person('night-carer');
      await carer.says(FOLLOW_UP);
      assert.equal((await carer.lastMessage()).text, evening.followedUp);
    });

    it('still has the report that was begun, with its answers', async () => {
      const cook = second.teams.person('cook');
      await cook.says('report');
      const card = shows(await cook.lastCardMessage());
      assert.match(card, /go on where you were/);
      assert.ok(card.includes(WHAT));
    });

    it('still has the record of who confirmed', async () => {
      const nurse = second.teams.person('nurse');
      await nurse.says('my acknowledgements');
      assert.ok(shows(await nurse.lastMessage()).includes(evening.receipt));
    });

    it('leaves neither bot nor storage running when the launcher is killed', async () => {
      const family = second.family();
      second.kill();
      await second.gone(family);
      assert.equal(await listens(place.port), false);
    });
  });
});

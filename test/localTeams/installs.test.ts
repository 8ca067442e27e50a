import assert from 'node:assert/strict';
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../../src/localTeams/json';
import { Stage } from './stage';

/** What an event says, in a few words. */
function inShort(activity: JsonObject): string {
  const data = objectAt(activity, 'channelData');
  const moved = [...listAt(activity, 'membersAdded'), ...listAt(activity, 'membersRemoved')];
  const who = moved.map((one) => (textAt(one, 'id')?.startsWith('28:') ? 'bot' : 'person'));
  const words = [textAt(activity, 'type'), textAt(activity, 'action'), textAt(data, 'eventType'), ...who];
  return words.filter((word) => word !== undefined).join(' ');
}

describe('what the bot hears of installations and teams', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const heard = () => stage.bot.activities.map(inShort).sort();

  it('both events when a person installs it, one when they upgrade it or remove it', async () => {
    const cook = stage.teams.person('cook');
    await cook.upgradesBot();
    await cook.uninstallsBot();
    assert.deepEqual(heard(), ['installationUpdate add-upgrade', 'installationUpdate remove']);
    stage.bot.got.length = 0;
    await cook.installsBot();
    assert.deepEqual(heard(), ['conversationUpdate bot', 'installationUpdate add']);
    await assert.rejects(cook.installsBot(), { code: 'AlreadyInstalled' });
  });

  it('both events when it comes into a team and when it leaves', async () => {
    const team = stage.teams.team('complaints');
    await team.uninstallsBot('second-admin');
    const admin = await stage.personNamed('second-admin');
    const by = stage.bot.activities.map((activity) => textAt(objectAt(activity, 'from'), 'aadObjectId'));
    assert.deepEqual(by, [admin.aadObjectId, admin.aadObjectId]);
    assert.deepEqual(heard(), ['conversationUpdate teamMemberRemoved bot', 'installationUpdate remove']);
    stage.bot.got.length = 0;
    await team.installsBot();
    assert.deepEqual(heard(), ['conversationUpdate teamMemberAdded bot', 'installationUpdate add']);
    const event = stage.bot.activities[0];
    assert.equal(textAt(objectAt(event, 'conversation'), 'id'), await stage.idOf('complaints/general'));
  });

  it('who joins and leaves a team that it is in', async () => {
    const team = stage.teams.team('complaints');
    await team.adds('cook');
    await team.removes('cook');
    assert.deepEqual(heard(), [
      'conversationUpdate teamMemberAdded person',
      'conversationUpdate teamMemberRemoved person',
    ]);
    const cook = await stage.personNamed('cook');
    const [added] = listAt(stage.bot.activities[0], 'membersAdded');
    assert.deepEqual(added, { id: cook.id, aadObjectId: cook.aadObjectId });
    await assert.rejects(team.removes('cook'), { code: 'NoChange' });
  });

  it('nothing of a team that it is not in', async () => {
    await stage.teams.team('complaints').uninstallsBot();
    stage.bot.got.length = 0;
    await stage.teams.team('complaints').adds('cook');
    assert.deepEqual(heard(), []);
  });

  it('that a person who departs has left their teams, and no more of them', async () => {
    const manager = stage.teams.person('manager');
    await manager.departs();
    assert.deepEqual(heard(), Array(2).fill('conversationUpdate teamMemberRemoved person'));
    await assert.rejects(manager.says('hello'), { code: 'Departed' });
    await manager.returns();
    assert.equal(await manager.says('hello'), 200);
  });

  it('that a channel was made, unless it is a private one', async () => {
    await stage.teams.call('addChannel', { team: 'care' }, { name: 'Night shift' });
    await stage.teams.call('addChannel', { team: 'care' }, { name: 'Rota', membershipType: 'private' });
    assert.deepEqual(heard(), ['conversationUpdate channelCreated']);
    const channel = objectAt(objectAt(stage.bot.activities[0], 'channelData'), 'channel');
    assert.equal(textAt(channel, 'name'), 'Night shift');
    const world = await stage.teams.world();
    assert.deepEqual(
      world.teams[0]?.channels.map((one) => [one.key, one.membershipType]),
      [
        ['care/general', 'standard'],
        ['care/night-shift', 'standard'],
        ['care/rota', 'private'],
      ],
    );
  });

  it('nothing twice when everything is installed again', async () => {
    await stage.teams.installAll();
    assert.deepEqual(heard(), []);
  });

  it('always the tenant, the bot, and where to answer', async () => {
    await stage.teams.person('cook').upgradesBot();
    await stage.teams.person('cook').says('hello');
    await stage.teams.team('care').upgradesBot();
    for (const activity of stage.bot.activities) {
      assert.ok(isObject(activity));
      assert.equal(textAt(objectAt(objectAt(activity, 'channelData'), 'tenant'), 'id'), stage.teams.tenantId);
      assert.equal(textAt(objectAt(activity, 'recipient'), 'id'), `28:${stage.teams.botId}`);
      assert.equal(textAt(activity, 'serviceUrl'), stage.teams.serviceUrl);
      assert.match(stage.teams.serviceUrl, /\/$/);
    }
  });
});

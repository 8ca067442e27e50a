import assert from 'node:assert/strict';
import { request } from 'node:http';
import { ROUTES, type ApiRefusal, type WorldView } from '../../src/localTeams/api';
import { RemoteTeams } from '../../src/localTeams/remote';
import { Stage } from './stage';

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the control API', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const post = async (path: string, body: string, headers: Record<string, string> = JSON_TYPE) => {
    const response = await fetch(`${stage.teams.url}${path}`, { method: 'POST', headers, body });
    return { status: response.status, refusal: ((await response.json()) as Partial<ApiRefusal>).error };
  };

  /** fetch does not let a script choose its Host. */
  const statusWith = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${stage.teams.url}/api/world`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('tells who and what there is', async () => {
    const world = (await (await fetch(`${stage.teams.url}/api/world`)).json()) as WorldView;
    assert.equal(world.people.length, 10);
    assert.ok(world.people.every((person) => person.installed && !person.blocked && !person.departed));
    assert.deepEqual(
      world.teams.map((team) => [team.key, team.botInstalled, team.channels.map((channel) => channel.key)]),
      [
        ['care', true, ['care/general']],
        ['managers', true, ['managers/general']],
        ['complaints', true, ['complaints/general', 'complaints/concerns']],
      ],
    );
    assert.equal(world.teams[0]?.id, world.teams[0]?.channels[0]?.id);
  });

  it('answers this machine only', async () => {
    const { host } = new URL(stage.teams.url);
    assert.equal(await statusWith({ Host: 'teams.attacker.example' }), 403);
    assert.equal(await statusWith({ Host: host, Origin: 'https://attacker.example' }), 403);
    assert.equal(await statusWith({ Host: host, Origin: stage.teams.url }), 200);
  });

  it('refuses a body that does not fit, is not JSON, or is not said to be', async () => {
    const path = '/api/people/cook/conversations/cook/messages';
    assert.equal((await post(path, '{"text":1}')).refusal?.code, 'BadRequest');
    assert.equal((await post(path, '{"text":"a","extra":1}')).status, 400);
    assert.equal((await post(path, '{')).refusal?.code, 'NotJson');
    assert.equal(
      (await post(path, '{"text":"a"}', { 'Content-Type': 'text/plain' })).refusal?.code,
      'NotJson',
    );
    assert.equal(stage.bot.got.length, 0);
  });

  it('refuses people, conversations, changes and routes that there are not', async () => {
    const say = '{"text":"hello"}';
    const statuses = [
      (await post('/api/people/nobody/conversations/cook/messages', say)).status,
      (await post('/api/people/cook/conversations/nurse/messages', say)).status,
      (await post('/api/people/cook/promote', '{}')).status,
      (await post('/api/nothing', '{}')).status,
    ];
    assert.deepEqual(statuses, [404, 404, 404, 404]);
  });

  it('gives messages by pages, the newest first', async () => {
    const cook = stage.teams.person('cook');
    for (const text of ['one', 'two', 'three']) await cook.says(text);
    const at = { person: 'cook', conversation: 'cook' };
    const newest = await stage.teams.call('messages', at, undefined, { limit: '2' });
    assert.deepEqual([newest.messages.map((one) => one.text), newest.more], [['two', 'three'], true]);
    const before = newest.messages[0]?.id ?? '';
    const older = await stage.teams.call('messages', at, undefined, { limit: '2', before });
    assert.deepEqual([older.messages.map((one) => one.text), older.more], [['one'], false]);
  });

  it('lists the conversations of a person, with the summary of a card and no text of it', async () => {
    await stage.sendCard('complaints/concerns', {});
    const list = await stage.teams.call('conversations', { person: 'complaints-lead' }, undefined);
    assert.deepEqual(
      list.map((one) => [one.name, one.unread, one.preview]),
      [
        ['Policy helper', 0, ''],
        ['Complaints team › General', 0, ''],
        ['Complaints team › Concerns', 1, 'A card'],
      ],
    );
  });

  it('describes each route once', () => {
    const routes = Object.values(ROUTES).map((route) => `${route.method} ${route.path}`);
    assert.equal(new Set(routes).size, routes.length);
  });

  it('is driven from outside as from inside', async () => {
    const remote = await RemoteTeams.connect(stage.teams.url);
    const cook = remote.person('cook');
    const arrived = remote.until(async () => (await cook.chat()).length === 1);
    assert.equal(await cook.says('hello'), 200);
    await arrived;
    await remote.settled();
    await assert.rejects(cook.mentionsIn('complaints/concerns', 'x'), { status: 404, code: 'NotFound' });
    await remote.fail({ answer: 500, times: 1 });
    assert.equal((await stage.send('cook', { type: 'message', text: 'x' })).status, 500);
    remote.close();
  });

  it('rejects a wait for something that does not happen', async () => {
    await assert.rejects(
      stage.teams.until(() => false, 10),
      /Nothing came of it in 10 ms/,
    );
    await assert.rejects(
      stage.teams.until(() => {
        throw new Error('cannot look');
      }),
      /cannot look/,
    );
  });
});

import assert from 'node:assert/strict';
import { isObject, listAt, textAt, type Json } from '../../src/localTeams/json';
import { manyPeople } from '../support/teams';
import { activitiesOf } from './fakeBot';
import { cardMessage, Stage } from './stage';

const TEXT = { type: 'message', text: 'Hello' };

describe('the Connector of Local Teams', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const create = async (key: string) => {
    const person = await stage.personNamed(key);
    const tenantId = stage.teams.tenantId;
    return stage.ask('POST', 'v3/conversations', { isGroup: false, members: [{ id: person.id }], tenantId });
  };
  const path = async (place: string, rest: string) =>
    `v3/conversations/${encodeURIComponent(await stage.idOf(place))}/${rest}`;

  it('refuses a call without the bearer', async () => {
    for (const authorization of [null, 'Bearer other']) {
      const refused = await stage.ask('GET', await path('cook', 'members'), undefined, authorization);
      assert.equal(refused.status, 401);
    }
  });

  it('gives the same chat with a person every time', async () => {
    const [first, second] = [await create('cook'), await create('cook')];
    assert.equal(first.status, 201);
    assert.equal(textAt(first.body, 'id'), await stage.idOf('cook'));
    assert.deepEqual(first.body, second.body);
  });

  it('begins a thread in a channel', async () => {
    const channel = await stage.idOf('complaints/concerns');
    const body = { isGroup: true, channelData: { channel: { id: channel } }, activity: TEXT };
    const made = await stage.ask('POST', 'v3/conversations', body);
    const activityId = textAt(made.body, 'activityId');
    assert.equal(textAt(made.body, 'id'), `${channel};messageid=${activityId}`);
    const answer = await stage.ask('POST', activitiesOf(`${channel};messageid=${activityId}`), TEXT);
    assert.equal(answer.status, 201);
    const threads = (await stage.teams.channel('complaints/concerns').messages()).map((one) => one.threadId);
    assert.deepEqual(threads, [activityId, activityId]);
  });

  it('refuses another tenant, another bot, and a chat with nobody', async () => {
    const { id } = await stage.personNamed('cook');
    const bodies = [
      { members: [{ id }], tenantId: '11111111-0000-4000-8000-000000000000' },
      { members: [{ id }], bot: { id: '28:somebody-else' } },
      { members: [{ id: '29:nobody' }] },
    ];
    const codes = [];
    for (const body of bodies) codes.push((await stage.ask('POST', 'v3/conversations', body)).code);
    assert.deepEqual(codes, ['BadArgument', 'BadArgument', 'ConversationNotFound']);
  });

  it("updates and deletes the bot's own messages", async () => {
    const id = await stage.sendCard('cook', {});
    const updated = await stage.ask('PUT', await path('cook', `activities/${id}`), TEXT);
    assert.deepEqual(updated.body, { id });
    const [message] = await stage.teams.person('cook').chat();
    assert.deepEqual([message?.text, message?.card, message?.edited], ['Hello', undefined, true]);
    assert.equal((await stage.ask('DELETE', await path('cook', `activities/${id}`))).status, 200);
    assert.equal((await stage.teams.person('cook').lastMessage()).deleted, true);
  });

  it("refuses to change a person's message, and one that is not there", async () => {
    await stage.teams.person('cook').says('mine');
    const { id } = await stage.teams.person('cook').lastMessage();
    const theirs = await stage.ask('PUT', await path('cook', `activities/${id}`), TEXT);
    assert.deepEqual([theirs.status, theirs.code], [403, 'NotEnoughPermissions']);
    const none = await stage.ask('DELETE', await path('cook', 'activities/1'));
    assert.deepEqual([none.status, none.code], [404, 'ActivityNotFoundInConversation']);
  });

  it('refuses a conversation that there is not, and a thread that there is not', async () => {
    const channel = await stage.idOf('complaints/concerns');
    for (const id of ['a:nobody', `${channel};messageid=1`]) {
      const refused = await stage.ask('POST', activitiesOf(id), TEXT);
      assert.deepEqual([refused.status, refused.code], [404, 'ConversationNotFound']);
    }
  });

  it('refuses to write to somebody who has blocked the bot, left, or does not have it', async () => {
    await stage.teams.person('cook').blocksBot();
    await stage.teams.person('driver').departs();
    await stage.teams.person('nurse').uninstallsBot();
    await stage.teams.team('care').uninstallsBot();
    const answers = [];
    for (const key of ['cook', 'driver', 'nurse']) {
      const { status, code } = await stage.send(key, TEXT);
      answers.push([status, code]);
    }
    assert.deepEqual(answers, [
      [403, 'ConversationBlockedByUser'],
      [404, 'ConversationNotFound'],
      [403, 'BotNotInConversationRoster'],
    ]);
  });

  it('reaches somebody who has the bot through a team only', async () => {
    await stage.teams.person('nurse').uninstallsBot();
    assert.equal((await create('nurse')).status, 201);
    assert.equal((await stage.send('nurse', TEXT)).status, 201);
  });

  it('refuses to write to or read of a team that the bot is not in', async () => {
    await stage.teams.team('complaints').uninstallsBot();
    const id = await stage.idOf('complaints/general');
    const codes = [
      (await stage.ask('POST', activitiesOf(id), TEXT)).code,
      (await stage.ask('GET', `v3/teams/${encodeURIComponent(id)}`)).code,
      (await stage.ask('GET', await path('complaints/general', 'members'))).code,
    ];
    assert.deepEqual(codes, Array(3).fill('BotNotInConversationRoster'));
  });

  it('knows a member by either id, and nobody who is not there', async () => {
    const officer = await stage.personNamed('complaints-officer');
    for (const id of [officer.id, officer.aadObjectId]) {
      const found = await stage.ask(
        'GET',
        await path('complaints/general', `members/${encodeURIComponent(id)}`),
      );
      assert.equal(textAt(found.body, 'aadObjectId'), officer.aadObjectId);
      assert.equal(textAt(found.body, 'userRole'), 'user');
    }
    const cook = await stage.personNamed('cook');
    const none = await stage.ask('GET', await path('complaints/general', `members/${cook.aadObjectId}`));
    assert.deepEqual([none.status, none.code], [404, 'MemberNotFoundInConversation']);
  });

  it("gives a team's details and channels, General without a name", async () => {
    const id = encodeURIComponent(await stage.idOf('complaints/general'));
    const team = await stage.ask('GET', `v3/teams/${id}`);
    assert.equal(textAt(team.body, 'name'), 'Complaints team');
    const channels = await stage.ask('GET', `v3/teams/${id}/conversations`);
    assert.deepEqual(
      listAt(channels.body, 'conversations').map((one) => textAt(one, 'name')),
      [undefined, 'Concerns'],
    );
  });

  it('refuses a body that is no object and a path that it does not have', async () => {
    assert.equal((await stage.ask('POST', await path('cook', 'activities'), ['no'])).code, 'BadSyntax');
    assert.equal((await stage.ask('GET', 'v3/nothing')).status, 404);
  });

  it('writes down every request with its answer', async () => {
    await stage.send('cook', TEXT);
    await stage.send('cook', cardMessage({ version: '9.9' }));
    const seen = stage.teams.requests.map((one) => [one.operation, one.status, one.code]);
    assert.deepEqual(seen, [
      ['send', 201, undefined],
      ['send', 400, 'BadArgument'],
    ]);
  });
});

describe('the pages of a roster', () => {
  it('hold at most 500 and at least 50 people, and lead through all of them', async () => {
    const stage = await Stage.set({ people: manyPeople(1200) });
    await stage.teams.settled();
    const path = `v3/conversations/${encodeURIComponent(await stage.idOf('care/general'))}/pagedmembers`;
    const sizes: number[] = [];
    const ids = new Set<Json | undefined>();
    let token: string | undefined = '';
    while (token !== undefined) {
      const page = await stage.ask('GET', `${path}?pageSize=9999&continuationToken=${token}`);
      const members = listAt(page.body, 'members');
      sizes.push(members.length);
      for (const one of members) ids.add(isObject(one) ? one['id'] : undefined);
      token = textAt(page.body, 'continuationToken');
    }
    const small = await stage.ask('GET', `${path}?pageSize=1`);
    await stage.strike();
    assert.deepEqual(sizes, [500, 500, 201]);
    assert.equal(ids.size, 1201);
    assert.equal(listAt(small.body, 'members').length, 50);
  });
});

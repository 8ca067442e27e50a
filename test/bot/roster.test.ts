import assert from 'node:assert/strict';
import type { Messenger } from '../../src/bot/messengerPort';
import { FakeConnector, messengerTo } from './fakeConnector';

const TEAM = '19:team@thread.tacv2';
const account = (changes: Record<string, unknown> = {}) => ({
  id: '29:one',
  name: 'Person Example',
  aadObjectId: 'entra-one',
  email: 'one@example.org',
  userPrincipalName: 'one@tenant.example.org',
  userRole: 'user',
  ...changes,
});

describe('The roster', () => {
  let teams: FakeConnector;
  let messenger: Messenger;

  beforeEach(async () => {
    teams = new FakeConnector();
    await teams.start();
    ({ messenger } = messengerTo(teams));
  });

  afterEach(() => teams.stop());

  const member = (personId = '29:one') =>
    messenger.member({ serviceUrl: teams.serviceUrl, conversationId: TEAM }, personId, 'waiting');
  const page = (continuation?: string) =>
    messenger.members({ serviceUrl: teams.serviceUrl, conversationId: TEAM }, continuation, 'bulk');

  it('names a member', async () => {
    teams.willAnswer({ status: 200, body: account() });
    assert.deepEqual(await member(), {
      outcome: 'read',
      value: {
        teamsId: '29:one',
        id: 'entra-one',
        name: 'Person Example',
        email: 'one@example.org',
        // People also sign in with this one, and managers paste either.
        userPrincipalName: 'one@tenant.example.org',
        guest: false,
      },
    });
    assert.equal(teams.received[0]?.route, `GET /v3/conversations/${TEAM}/members/29:one`);
  });

  it('takes the Entra id from whichever property has it, and the account’s name where no address is given', async () => {
    teams.willAnswer({
      status: 200,
      body: account({ aadObjectId: undefined, objectId: 'entra-two', email: null }),
    });
    const answer = await member();
    assert.ok(answer.outcome === 'read');
    assert.deepEqual([answer.value?.id, answer.value?.email], ['entra-two', 'one@tenant.example.org']);
  });

  for (const [what, changes] of [
    ['a guest', { userRole: 'guest' }],
    ['somebody anonymous', { userRole: 'anonymous' }],
    [
      'an account of another organisation',
      { userRole: undefined, userPrincipalName: 'a_b.example#EXT#@tenant.example' },
    ],
  ] as const) {
    it(`marks ${what} as a guest`, async () => {
      teams.willAnswer({ status: 200, body: account(changes) });
      const answer = await member();
      assert.ok(answer.outcome === 'read' && answer.value?.guest === true);
    });
  }

  it('says of somebody who is not there that they are no member', async () => {
    teams.willRefuse(404, 'MemberNotFoundInConversation');
    teams.willRefuse(400, 'MemberNotFoundInConversation');
    teams.willRefuse(404, 'NotFound');
    for (let i = 0; i < 3; i++) assert.deepEqual(await member(), { outcome: 'read', value: undefined });
  });

  it('does not take a team that is gone, or no answer, for "no member"', async () => {
    teams.willRefuse(404, 'ConversationNotFound');
    assert.equal((await member()).outcome, 'conversationGone');
    teams.willRefuse(403, 'BotNotInConversationRoster');
    assert.equal((await member()).outcome, 'notInstalled');
    teams.willAnswer({ status: 200, body: { unexpected: true } });
    assert.equal((await member()).outcome, 'unavailable');
  });

  it('comes in pages, without accounts that are nobody’s', async () => {
    const members = [
      account(),
      account({ id: '28:bot', aadObjectId: undefined }),
      account({ id: '29:two', aadObjectId: 'entra-two' }),
    ];
    teams.willAnswer(
      { status: 200, body: { members, continuationToken: 'more' } },
      { status: 200, body: { members: [] } },
    );
    const first = await page();
    assert.ok(first.outcome === 'read');
    assert.deepEqual(
      first.value.members.map(({ id }) => id),
      ['entra-one', 'entra-two'],
    );
    assert.equal(first.value.continuation, 'more');
    assert.deepEqual(await page('more'), {
      outcome: 'read',
      value: { members: [], continuation: undefined },
    });
    assert.match(teams.received[1]?.route ?? '', /pagedmembers\?.*continuationToken=more/);
  });
});

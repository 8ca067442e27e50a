import assert from 'node:assert/strict';
import { createConnector, ServiceUrlRefused } from '../../src/bot/connector';
import type { Gate } from '../../src/bot/gate';
import type { GateTime } from '../../src/bot/gateTime';
import { createMessenger } from '../../src/bot/messenger';
import type { Messenger } from '../../src/bot/messengerPort';
import { localCredentials } from '../../src/bot/localCredentials';
import { APP_ID, FakeConnector, hello, messengerTo, TENANT_ID } from './fakeConnector';

describe('What Teams refuses', () => {
  let teams: FakeConnector;
  let messenger: Messenger;
  let gate: Gate;
  let time: GateTime;

  beforeEach(async () => {
    teams = new FakeConnector();
    await teams.start();
    ({ messenger, gate, time } = messengerTo(teams));
  });

  afterEach(() => teams.stop());

  const send = (urgency: 'waiting' | 'bulk' = 'bulk') =>
    messenger.send({ serviceUrl: teams.serviceUrl, conversationId: 'a:chat' }, hello, urgency);

  for (const [status, code, named] of [
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'BotNotInConversationRoster', 'notInstalled'],
    [403, 'BotDisabledByAdmin', 'forbidden'],
    [403, 'MessageWritesBlocked', 'forbidden'],
    [404, 'ConversationNotFound', 'conversationGone'],
    [404, 'ActivityNotFoundInConversation', 'messageGone'],
    [413, 'MessageSizeTooBig', 'tooLarge'],
    [400, 'BadSyntax', 'rejected'],
    [401, 'Unauthorized', 'rejected'],
    [500, 'ServiceError', 'rejected'],
  ] as const) {
    it(`with ${status} ${code} is "${named}", and is asked for once`, async () => {
      teams.willRefuse(status, code);
      assert.deepEqual(await send(), { outcome: named, code });
      assert.equal(teams.received.length, 1);
    });
  }

  for (const status of [412, 429, 502, 503, 504]) {
    it(`with ${status} is tried three times for bulk, by the gate alone, and is "unavailable" then`, async () => {
      for (let i = 0; i < 5; i++) teams.willRefuse(status, 'Later');
      assert.deepEqual(await send(), { outcome: 'unavailable', code: 'Later' });
      assert.equal(teams.received.length, 3);
    });
  }

  it('with 503 and Retry-After is not tried again behind the gate’s back', async () => {
    for (let i = 0; i < 5; i++) teams.willRefuse(503, 'Later', { 'retry-after': '0' });
    await send();
    assert.equal(teams.received.length, 3);
  });

  it('with 429 is tried again after the time that its Retry-After says', async () => {
    teams.willRefuse(429, 'Throttled', { 'retry-after': '4' });
    const before = time.now();
    assert.equal((await send('waiting')).outcome, 'sent');
    const waited = time.now() - before;
    assert.ok(waited >= 4_000 && waited < 8_000, `${waited} ms`);
  });

  it('is not followed to another address, where the bot’s token would go with it', async () => {
    teams.willAnswer({ status: 307, headers: { location: `${teams.serviceUrl}elsewhere` } });
    assert.equal((await send()).outcome, 'rejected');
    assert.equal(teams.received.length, 1);
  });

  it('may have happened when the answer is lost, and is sent again', async () => {
    teams.willAnswer('drop', { status: 201, body: { id: '2' } });
    assert.deepEqual(await send(), { outcome: 'sent', activityId: '2' });
    assert.equal(teams.received.length, 2);
  });

  it('is "unavailable" when nobody answers at all, or the answer has no id', async () => {
    teams.willAnswer({ status: 200, body: {} });
    assert.deepEqual(await send(), { outcome: 'unavailable', code: 'UnreadableAnswer' });
    assert.equal(teams.received.length, 1);
    teams.willAnswer('drop', 'drop', 'drop');
    assert.equal((await send()).outcome, 'unavailable');
  });

  it('is "unavailable" when the gate is closed', async () => {
    gate.close();
    assert.deepEqual(await send(), { outcome: 'unavailable', code: 'GateClosed' });
  });

  it('is nothing that Teams decides when the address is not Teams: nothing is sent, and it throws', async () => {
    const foreign = messenger.send(
      { serviceUrl: 'http://127.0.0.1:1/', conversationId: 'a:chat' },
      hello,
      'bulk',
    );
    await assert.rejects(foreign, ServiceUrlRefused);
    assert.equal(teams.received.length, 0);
  });

  it('is "unavailable" when no token can be had, and nothing is sent without one', async () => {
    const credentials = localCredentials(APP_ID);
    credentials.createCredentials = () =>
      Promise.resolve({ signRequest: () => Promise.reject(new Error('no token')) });
    const options = { appId: APP_ID, tenantId: TENANT_ID, audience: 'a', allowServiceUrl: () => true };
    const unsigned = createMessenger(createConnector(credentials, options), gate);
    const sent = await unsigned.send(
      { serviceUrl: teams.serviceUrl, conversationId: 'a:chat' },
      hello,
      'bulk',
    );
    assert.deepEqual(sent, { outcome: 'unavailable', code: 'SignInFailed' });
    assert.equal(teams.received.length, 0);
  });
});

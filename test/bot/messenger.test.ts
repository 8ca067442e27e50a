import assert from 'node:assert/strict';
import type { Messenger } from '../../src/bot/messengerPort';
import { APP_ID, FakeConnector, hello, messengerTo, TENANT_ID } from './fakeConnector';

const CHAT = 'a:chat';
const CHANNEL = '19:channel@thread.tacv2';

describe('The messenger', () => {
  let teams: FakeConnector;
  let messenger: Messenger;

  beforeEach(async () => {
    teams = new FakeConnector();
    await teams.start();
    ({ messenger } = messengerTo(teams));
  });

  afterEach(() => teams.stop());

  const to = (conversationId = CHAT) => ({ serviceUrl: teams.serviceUrl, conversationId });

  it('sends with the bearer and gives the id of what it sent', async () => {
    teams.willAnswer({ status: 201, body: { id: '17' } });
    assert.deepEqual(await messenger.send(to(), hello, 'waiting'), { outcome: 'sent', activityId: '17' });
    assert.equal(teams.received[0]?.route, `POST /v3/conversations/${CHAT}/activities`);
    assert.equal(teams.received[0]?.authorization, 'Bearer local');
  });

  it('brings citations, feedback, suggestions and summary over the wire unharmed', async () => {
    const citations = [{ position: 1, name: 'P1', abstract: 'Quote', url: 'https://example.org/p1' }];
    await messenger.send(
      to(),
      { text: 'See [1]', extras: { citations, suggestions: ['Why?'], feedback: true } },
      'waiting',
    );
    assert.deepEqual(teams.body['entities'], [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'P1',
              url: 'https://example.org/p1',
              abstract: 'Quote',
            },
          },
        ],
      },
    ]);
    assert.deepEqual(teams.body['channelData'], { feedbackLoop: { type: 'default' } });
    assert.deepEqual(teams.body['suggestedActions'], {
      to: [],
      actions: [{ type: 'imBack', title: 'Why?', value: 'Why?' }],
    });
    assert.deepEqual([teams.body['summary'], teams.body['textFormat']], ['You have a message', 'markdown']);
  });

  it('brings a whole card over the wire unharmed', async () => {
    const content = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextRun', odd: { deep: [1, null, false] } }],
    };
    await messenger.send(to(), { card: { content, summary: 'A card' } }, 'waiting');
    const [attachment] = teams.body['attachments'] as { content: unknown }[];
    assert.deepEqual(attachment?.content, content);
  });

  it('offers no suggestions in a channel', async () => {
    await messenger.send(
      to(`${CHANNEL};messageid=1`),
      { text: 'a', extras: { suggestions: ['b'] } },
      'waiting',
    );
    assert.equal(teams.body['suggestedActions'], undefined);
  });

  it('updates and removes the message that it is told to', async () => {
    assert.deepEqual(await messenger.update(to(), '17', hello, 'waiting'), { outcome: 'done' });
    assert.deepEqual(await messenger.remove(to(), '17', 'waiting'), { outcome: 'done' });
    assert.deepEqual(
      teams.received.map(({ route }) => route),
      [`PUT /v3/conversations/${CHAT}/activities/17`, `DELETE /v3/conversations/${CHAT}/activities/17`],
    );
  });

  it('posts a new thread to a channel and gives its message’s id', async () => {
    teams.willAnswer({ status: 201, body: { id: `${CHANNEL};messageid=5`, activityId: '5' } });
    const sent = await messenger.post({ serviceUrl: teams.serviceUrl, channelId: CHANNEL }, hello, 'waiting');
    assert.deepEqual(sent, { outcome: 'sent', activityId: '5' });
    const { isGroup, bot, channelData, activity } = teams.body as { [key: string]: Record<string, unknown> };
    assert.deepEqual(
      [isGroup, bot?.['id'], channelData],
      [true, `28:${APP_ID}`, { channel: { id: CHANNEL } }],
    );
    assert.equal(activity?.['text'], 'Hello');
  });

  it('finds the new thread’s message in the conversation’s id when the answer names only that', async () => {
    teams.willAnswer({ status: 201, body: { id: `${CHANNEL};messageid=5` } });
    const sent = await messenger.post({ serviceUrl: teams.serviceUrl, channelId: CHANNEL }, hello, 'waiting');
    assert.deepEqual(sent, { outcome: 'sent', activityId: '5' });
  });

  it('opens the chat with a person', async () => {
    teams.willAnswer({ status: 201, body: { id: CHAT } });
    assert.deepEqual(await messenger.openChat(teams.serviceUrl, '29:somebody', 'bulk'), {
      outcome: 'read',
      value: to(),
    });
    const { members, ...rest } = teams.body;
    assert.equal((members as { id: string }[])[0]?.id, '29:somebody');
    assert.deepEqual(rest, {
      isGroup: false,
      bot: { id: `28:${APP_ID}`, name: '' },
      tenantId: TENANT_ID,
      channelData: { tenant: { id: TENANT_ID } },
    });
  });

  it('lists a team’s channels, with the general one named and unknown kinds not taken for standard', async () => {
    const conversations = [
      { id: CHANNEL, name: null },
      { id: '19:b', name: 'B', type: 'shared' },
      { id: '19:c', name: 'C', type: 'new' },
    ];
    teams.willAnswer({ status: 200, body: { conversations } });
    const answer = await messenger.channels(teams.serviceUrl, CHANNEL, 'waiting');
    assert.deepEqual(answer.outcome === 'read' && answer.value.map(({ name, type }) => [name, type]), [
      ['General', 'standard'],
      ['B', 'shared'],
      ['C', 'private'],
    ]);
    assert.equal(teams.received[0]?.route, `GET /v3/teams/${CHANNEL}/conversations`);
  });
});

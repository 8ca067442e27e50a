import assert from 'node:assert/strict';
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { Stage } from './stage';

// The library asks the credentials to sign each request.
const credentials = {
  signRequest: (request: { headers: { set: (name: string, value: string) => void } }) => {
    request.headers.set('authorization', 'Bearer local');
    return Promise.resolve(request);
  },
};

describe("the library's Connector client on Local Teams", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const client = () => new ConnectorClient(credentials as never, { baseUri: stage.teams.serviceUrl });

  it('creates, sends, replies, updates and deletes', async () => {
    const { conversations } = client();
    const { id } = await stage.personNamed('cook');
    const made = await conversations.createConversation({
      isGroup: false,
      members: [{ id, name: '' }],
    } as never);
    const sent = await conversations.sendToConversation(made.id, { type: 'message', text: 'one' });
    await conversations.replyToActivity(made.id, sent.id, { type: 'message', text: 'two' });
    await conversations.updateActivity(made.id, sent.id, { type: 'message', text: 'ONE' });
    const texts = async () => (await stage.teams.person('cook').chat()).map((message) => message.text);
    assert.deepEqual(await texts(), ['ONE', 'two']);
    await conversations.deleteActivity(made.id, sent.id);
    assert.deepEqual(await texts(), ['', 'two']);
  });

  it('reads members, one of them, and their pages', async () => {
    const { conversations } = client();
    const team = await stage.idOf('complaints/general');
    const members = await conversations.getConversationMembers(team);
    assert.equal(members.length, 3);
    const paged = await conversations.getConversationPagedMembers(team);
    assert.equal(paged.members.length, 3);
    const officer = await stage.personNamed('complaints-officer');
    const found = await conversations.getConversationMember(team, officer.aadObjectId);
    assert.deepEqual([found.id, found.name], [officer.id, officer.name]);
  });

  it('reads a team and its channels', async () => {
    const teamsClient = new TeamsConnectorClient(credentials as never, { baseUri: stage.teams.serviceUrl });
    const team = await stage.idOf('complaints/general');
    assert.equal((await teamsClient.teams.fetchTeamDetails(team)).name, 'Complaints team');
    const { conversations } = await teamsClient.teams.fetchChannelList(team);
    assert.deepEqual(
      conversations?.map((channel) => channel.name),
      [undefined, 'Concerns'],
    );
  });

  it("meets Teams' refusals as errors with status and code", async () => {
    await stage.teams.person('cook').blocksBot();
    const sending = client().conversations.sendToConversation(await stage.idOf('cook'), {
      type: 'message',
      text: 'x',
    });
    await assert.rejects(sending, { statusCode: 403, code: 'ConversationBlockedByUser' });
  });
});

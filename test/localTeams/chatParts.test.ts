import assert from 'node:assert/strict';
import { listAt, objectAt, textAt } from '../../src/localTeams/json';
import { Stage, valueOf } from './stage';

const SUGGESTING = {
  type: 'message',
  text: 'Anything else?',
  suggestedActions: { actions: [{ type: 'imBack', title: 'Photos?', value: 'May I post photos?' }] },
};
const WITH_THUMBS = { type: 'message', text: 'So [1].', channelData: { feedbackLoop: { type: 'default' } } };

describe('what goes with a message', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  it('a suggestion says its value, and only while it is under the newest message', async () => {
    await stage.send('cook', SUGGESTING);
    const cook = stage.teams.person('cook');
    assert.deepEqual((await cook.lastMessage()).suggestedActions[0]?.title, 'Photos?');
    await cook.pressesSuggestion('Photos?');
    assert.equal((await cook.lastMessage()).text, 'May I post photos?');
    await assert.rejects(cook.pressesSuggestion('Photos?'), { code: 'NoSuchSuggestion' });
  });

  it('thumbs and words reach the bot as Teams sends them', async () => {
    await stage.send('cook', WITH_THUMBS);
    const cook = stage.teams.person('cook');
    stage.bot.behave = () => ({ body: {} });
    await cook.givesFeedback(await cook.lastMessage(), 'dislike', 'too long');
    assert.equal(textAt(stage.bot.activities[0], 'name'), 'message/submitAction');
    assert.deepEqual(valueOf(stage.bot.activities[0]), {
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"too long"}' },
    });
    assert.equal((await cook.lastMessage()).feedbackGiven, 'dislike');
  });

  it('thumbs are refused where the bot did not ask for them', async () => {
    await stage.send('cook', { type: 'message', text: 'So.' });
    const cook = stage.teams.person('cook');
    await assert.rejects(cook.givesFeedback(await cook.lastMessage(), 'like'), { code: 'NoFeedback' });
  });

  it('citations are shown as they were sent', async () => {
    const appearance = {
      '@type': 'DigitalDocument',
      name: 'P1',
      abstract: 'A clause',
      url: 'https://policy.example/',
    };
    const entity = {
      type: 'https://schema.org/Message',
      citation: [{ '@type': 'Claim', position: 1, appearance }],
    };
    await stage.send('cook', { ...WITH_THUMBS, entities: [entity] });
    const { citations } = await stage.teams.person('cook').lastMessage();
    assert.deepEqual(citations, [
      { position: 1, name: 'P1', abstract: 'A clause', url: 'https://policy.example/' },
    ]);
  });

  it('typing is told to the bot, and shown when the bot does it', async () => {
    await stage.teams.person('cook').types();
    assert.equal(textAt(stage.bot.activities[0], 'type'), 'typing');
    const seen: string[] = [];
    const end = stage.teams.subscribe((event) => event.type === 'typing' && seen.push(event.from));
    await stage.send('cook', { type: 'typing' });
    end();
    assert.deepEqual(seen, ['bot']);
    assert.deepEqual(await stage.teams.person('cook').chat(), []);
  });

  it('a file comes with an address where the bot can fetch it', async () => {
    const cook = stage.teams.person('cook');
    await cook.uploads('spill.png', 'image/png', Buffer.from('a picture'));
    const file = listAt(stage.bot.activities[0], 'attachments')[0];
    assert.equal(textAt(file, 'contentType'), 'application/vnd.microsoft.teams.file.download.info');
    const url = textAt(objectAt(file, 'content'), 'downloadUrl') ?? '';
    const fetched = await fetch(url);
    assert.equal(await fetched.text(), 'a picture');
    assert.match(fetched.headers.get('content-disposition') ?? '', /^attachment/);
    assert.equal((await cook.lastMessage()).attachments[0]?.name, 'spill.png');
    assert.equal((await fetch(url.replace(/files\/[^/]+/, 'files/other'))).status, 404);
  });

  it('a file goes to the personal chat only', async () => {
    const body = { name: 'a.txt', contentType: 'text/plain', contentBase64: 'YQ==' };
    const at = { person: 'complaints-lead', conversation: 'complaints/concerns' };
    await assert.rejects(stage.teams.call('upload', at, body), { code: 'PersonalChatOnly' });
  });
});

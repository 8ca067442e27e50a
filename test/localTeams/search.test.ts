import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../src/localTeams/json';
import { objectAt, textAt } from '../../src/localTeams/json';
import { readSearchCommand } from '../../src/localTeams/searchCommand';
import { SEARCH_RULES } from '../../src/localTeams/searchRules';
import { extension, foundOne } from './found';
import type { Answer } from './fakeBot';
import { cardOf, Stage, valueOf } from './stage';

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const LIST = { type: 'result', attachmentLayout: 'list' };
const previewed = (content: Json, contentType = THUMBNAIL) => foundOne({ preview: { contentType, content } });
const never = () => new Promise<void>(() => undefined);

const BAD_BOTS: readonly (readonly [is: string, answer: Answer, code: string])[] = [
  ['fails', { status: 500 }, 'NoAnswer'],
  ['answers nothing', {}, 'EmptyAnswer'],
  ['answers a card alone', { body: cardOf({}) }, 'EmptyAnswer'],
  ['asks for a sign-in', { body: extension({ type: 'auth' }) }, 'UnknownAnswerType'],
  ['gives no type', { body: extension({ attachmentLayout: 'list', attachments: [] }) }, 'UnknownAnswerType'],
  ['gives a message without words', { body: extension({ type: 'message', text: ' ' }) }, 'NoText'],
  ['gives no layout', { body: extension({ type: 'result', attachments: [] }) }, 'NoLayout'],
  ['gives a strange layout', { body: extension({ ...LIST, attachmentLayout: 'carousel' }) }, 'NoLayout'],
  ['gives no list', { body: extension(LIST) }, 'NoAttachments'],
  ['gives a file', { body: foundOne({ contentType: 'image/png' }) }, 'UnknownCardType'],
  ['gives a card without content', { body: foundOne({ content: null }) }, 'UnknownCardType'],
  ['gives a card without a preview', { body: foundOne({ preview: null }) }, 'NoPreview'],
  ['gives a preview without a title', { body: previewed({ text: 'x' }) }, 'NoPreview'],
  ['gives a preview of a wrong kind', { body: previewed({ title: 'x' }, 'text/html') }, 'NoPreview'],
  [
    'puts a button into a preview',
    { body: previewed({ title: 'x', buttons: [{ type: 'openUrl' }] }) },
    'ButtonInPreview',
  ],
  ['gives a card of version 1.6', { body: foundOne({ content: cardOf({ version: '1.6' }) }) }, 'BadCard'],
  [
    'gives a card over 100 KB',
    { body: foundOne({ content: cardOf({ speak: 'x'.repeat(103_000) }) }) },
    'BadCard',
  ],
];

describe('a search with the message extension', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set({ searchAnswerMs: 2_000 });
    stage.bot.behave = () => ({ body: foundOne() });
  });
  afterEach(() => stage.strike());
  const cook = () => stage.teams.person('cook');

  for (const [is, answer, code] of BAD_BOTS) {
    it(`refuses a bot that ${is}`, async () => {
      stage.bot.behave = () => answer;
      const { result } = await cook().searches('hello');
      assert.equal(result.kind === 'failed' && result.code, code);
    });
  }

  it('has a bad bot here for each of its rules', () => {
    const broken = new Set(BAD_BOTS.map(([, , code]) => code));
    assert.deepEqual(
      SEARCH_RULES.map(({ code }) => code).filter((code) => !broken.has(code)),
      [],
    );
  });

  it('refuses a bot that takes too long, and does not ask again', async () => {
    await stage.strike();
    stage = await Stage.set({ searchAnswerMs: 30 });
    stage.bot.behave = never;
    const { status, result } = await cook().searches('hello');
    assert.deepEqual([status, result.kind === 'failed' && result.code], [0, 'NoAnswer']);
    assert.equal(stage.bot.got.length, 1);
    const deliveries = await stage.teams.call('deliveries', {}, undefined);
    assert.deepEqual(
      deliveries.filter(({ what }) => what.includes('composeExtension')),
      [],
    );
  });

  it('fails at once where there is no bot', async () => {
    stage.teams.connectBot(undefined);
    assert.equal((await cook().searches('hello')).status, 0);
  });

  it('asks as Teams does: when it opens, and for what was typed', async () => {
    await cook().searches();
    await cook().searches('a photo', 'care/general');
    const [opened, typed] = stage.bot.activities;
    const options = { skip: 0, count: 25 };
    const initialRun = [{ name: 'initialRun', value: 'true' }];
    assert.deepEqual([textAt(opened, 'type'), textAt(opened, 'name')], ['invoke', 'composeExtension/query']);
    assert.deepEqual(valueOf(opened), {
      commandId: 'searchPolicy',
      parameters: initialRun,
      queryOptions: options,
    });
    assert.deepEqual(valueOf(typed)['parameters'], [{ name: 'words', value: 'a photo' }]);
    assert.equal(textAt(objectAt(typed, 'conversation'), 'id'), await stage.idOf('care/general'));
  });

  it('asks the bot where it is not installed, and for somebody who has not got it', async () => {
    await stage.teams.team('care').uninstallsBot();
    await cook().uninstallsBot();
    assert.equal((await cook().searches('x', 'care/general')).result.kind, 'results');
    assert.equal((await cook().searches('x')).result.kind, 'results');
  });

  it('is not there for somebody who has left, or in a conversation that they are not in', async () => {
    await assert.rejects(cook().searches('x', 'complaints/concerns'), { status: 404 });
    await cook().departs();
    await assert.rejects(cook().searches('x'), { status: 409, code: 'Departed' });
  });

  it('shows words in the place of results, and a card of an older kind by its own title', async () => {
    stage.bot.behave = () => ({ body: extension({ type: 'message', text: 'Nothing found.' }) });
    assert.deepEqual((await cook().searches('x')).result, { kind: 'words', text: 'Nothing found.' });
    const old = { contentType: THUMBNAIL, content: { title: 'Old' }, preview: null };
    stage.bot.behave = () => ({ body: foundOne(old) });
    const { result } = await cook().searches('x');
    assert.deepEqual(result.kind === 'results' && result.results, [{ title: 'Old', text: '' }]);
  });

  it('puts a result into a channel as a message from the person, which the bot does not hear of', async () => {
    const { message } = await cook().inserts(await cook().searches('x'), 0, { conversation: 'care/general' });
    const seen = (await stage.teams.person('nurse').sees('care/general')).at(-1);
    assert.deepEqual([seen?.id, seen?.from.kind, seen?.card], [message.id, 'person', cardOf({})]);
    assert.equal(await stage.teams.person('nurse').unread('care/general'), 1);
    assert.deepEqual(
      stage.bot.activities.map((activity) => activity['type']),
      ['invoke'],
    );
  });

  it('puts a result into a thread', async () => {
    const root = await cook().postsIn('care/general', 'Who knows?');
    const options = { conversation: 'care/general', replyTo: root.id };
    const { message } = await cook().inserts(await cook().searches('x'), 0, options);
    assert.equal(message.threadId, root.id);
  });

  it('puts a result into the personal chat, and tells the bot as of every message there', async () => {
    const { message, botStatus } = await cook().inserts(await cook().searches('x'), 0);
    assert.equal(botStatus, 200);
    assert.deepEqual([message.card, message.attachments], [cardOf({}), []]);
    const told = stage.bot.activities.at(-1);
    assert.deepEqual([textAt(told, 'type'), textAt(told, 'text')], ['message', '']);
    const [conversation] = await stage.teams.call('conversations', { person: 'cook' }, undefined);
    assert.equal(conversation?.preview, 'Card');
  });

  it('refuses a result that is not there, of somebody else, or in a chat without the bot', async () => {
    const found = await cook().searches('x');
    await assert.rejects(cook().inserts(found, 1), { status: 404 });
    await assert.rejects(stage.teams.person('nurse').inserts(found, 0), { status: 404 });
    await cook().blocksBot();
    await assert.rejects(cook().inserts(found, 0), { status: 409, code: 'Blocked' });
  });

  it('forgets the oldest lists, not the newest', async () => {
    const first = await cook().searches('x');
    for (let times = 0; times < 100; times += 1) await cook().searches('x');
    await assert.rejects(cook().inserts(first, 0), { status: 404 });
    await cook().inserts(await cook().searches('x'), 0);
  });
});

describe('a card that was put into a chat', () => {
  it('is there after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-teams-'));
    const first = await Stage.set({ dataDir });
    first.bot.behave = () => ({ body: foundOne() });
    const cook = first.teams.person('cook');
    await cook.inserts(await cook.searches('x'), 0, { conversation: 'care/general' });
    const before = await cook.sees('care/general');
    await first.strike();
    const again = await Stage.set({ dataDir });
    assert.deepEqual(await again.teams.person('cook').sees('care/general'), before);
    await again.strike();
    rmSync(dataDir, { recursive: true });
  });
});

describe("the manifest's search", () => {
  it('is what the button says and the field asks for', async () => {
    const stage = await Stage.set();
    assert.deepEqual((await stage.teams.world()).search, {
      title: 'Search the policy',
      label: 'Words or a clause',
      example: 'Such as photo, friend or P5.9',
    });
    await stage.strike();
  });

  it('is nothing in a manifest without one', () => {
    assert.equal(readSearchCommand('package.json'), undefined);
  });
});

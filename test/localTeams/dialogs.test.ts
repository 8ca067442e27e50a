import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/localTeams/json';
import { objectAt, textAt } from '../../src/localTeams/json';
import { dialogAnswer, Stage, valueOf } from './stage';

const OPEN = {
  type: 'Action.Submit',
  title: 'Open',
  data: { msteams: { type: 'task/fetch' }, verb: 'a.open' },
};
const NEXT = { type: 'Action.Submit', title: 'Next', data: { verb: 'a.next' } };
const FORM = { body: [{ type: 'Input.Text', id: 'what', isRequired: true }], actions: [NEXT] };

describe('a dialog', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const open = async (answer: ReturnType<typeof dialogAnswer> | JsonObject) => {
    const message = {
      id: await stage.sendCard('cook', { actions: [OPEN] }),
      conversationId: await stage.idOf('cook'),
    };
    stage.bot.behave = () => ({ body: answer });
    return stage.teams.person('cook').presses(message, 'Open');
  };

  it('opens with the card that the bot answers', async () => {
    const opened = await open(dialogAnswer(FORM));
    assert.equal(textAt(stage.bot.activities[0], 'name'), 'task/fetch');
    assert.deepEqual(objectAt(valueOf(stage.bot.activities[0]), 'data'), OPEN.data);
    assert.equal(opened.result.kind === 'dialog' && opened.result.dialog.title, 'A dialog');
  });

  it('submits its data and inputs, goes on with the next card, and closes', async () => {
    const cook = stage.teams.person('cook');
    const opened = await open(dialogAnswer(FORM));
    const next = await cook.submitsDialog(opened, 'Next', { what: 'a spill' });
    assert.equal(textAt(stage.bot.activities[1], 'name'), 'task/submit');
    assert.deepEqual(objectAt(valueOf(stage.bot.activities[1]), 'data'), { verb: 'a.next', what: 'a spill' });
    assert.equal(next.result.kind, 'dialog');
    stage.bot.behave = () => ({ body: { task: { type: 'message', value: 'Sent' } } });
    const closed = await cook.submitsDialog(next, 'Next', { what: 'more' });
    assert.deepEqual(closed.result, { kind: 'closed', text: 'Sent' });
    await assert.rejects(cook.submitsDialog(next, 'Next', { what: 'again' }), { status: 404 });
  });

  it('closes on an empty answer to a submit', async () => {
    const opened = await open(dialogAnswer(FORM));
    stage.bot.behave = () => ({ body: {} });
    const closed = await stage.teams.person('cook').submitsDialog(opened, 'Next', { what: 'x' });
    assert.deepEqual(closed.result, { kind: 'closed' });
  });

  it('stays open when the bot fails or an input is missing', async () => {
    const cook = stage.teams.person('cook');
    const opened = await open(dialogAnswer(FORM));
    await assert.rejects(cook.submitsDialog(opened, 'Next'), { status: 422 });
    stage.bot.behave = () => ({ status: 500 });
    const failed = await cook.submitsDialog(opened, 'Next', { what: 'x' });
    assert.equal(failed.result.kind, 'failed');
    stage.bot.behave = () => ({ body: {} });
    assert.equal((await cook.submitsDialog(opened, 'Next', { what: 'x' })).result.kind, 'closed');
  });

  it('is refused with an Action.Execute in its card, or a card that is no attachment', async () => {
    const bad = [
      dialogAnswer({ actions: [{ type: 'Action.Execute', title: 'Go', verb: 'a.go' }] }),
      { task: { type: 'continue', value: { title: 'x', card: { type: 'AdaptiveCard', version: '1.5' } } } },
    ];
    for (const answer of bad) {
      const { result } = await open(answer);
      assert.equal(result.kind === 'failed' && result.code, 'BadArgument');
    }
  });

  it('may be a page, which submits what it likes', async () => {
    const opened = await open({
      task: { type: 'continue', value: { title: 'A page', url: 'http://127.0.0.1/page' } },
    });
    assert.ok(opened.result.kind === 'dialog');
    const { id, url } = opened.result.dialog;
    assert.equal(url, 'http://127.0.0.1/page');
    stage.bot.behave = () => ({ body: {} });
    await stage.teams.call('submitDialog', { person: 'cook', dialog: id }, { data: { chosen: 3 } });
    assert.deepEqual(objectAt(valueOf(stage.bot.activities[1]), 'data'), { chosen: 3 });
  });

  it("is nobody else's, and gone when it is closed", async () => {
    const opened = await open(dialogAnswer(FORM));
    await assert.rejects(stage.teams.person('nurse').submitsDialog(opened, 'Next', { what: 'x' }), {
      status: 404,
    });
    assert.ok(opened.result.kind === 'dialog');
    await stage.teams.call('closeDialog', { person: 'cook', dialog: opened.result.dialog.id }, undefined);
    await assert.rejects(stage.teams.person('cook').submitsDialog(opened, 'Next', { what: 'x' }), {
      status: 404,
    });
  });
});

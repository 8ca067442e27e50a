import assert from 'node:assert/strict';
import type { MessageView } from '../../../src/localTeams/api';
import { audienceOf } from '../../../src/features/acknowledgements/compose/audience';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { seen, textOf, typed, wordsOf } from './frontDoor';
import { cardOf, dataOf, feature, wordsOf as said } from './handlers';
import { member, members } from './surroundings';

const EVERYBODY = [
  'night-carer',
  'cook',
  'driver',
  'nurse',
  'office',
  'manager',
  'complaints-lead',
  'complaints-officer',
];

describe('a request to everybody, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  const person = (key: string) => product().teams.person(key);
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const settled = async (): Promise<void> => {
    await product().idle();
    await product().advance(5_000);
    await product().teams.settled();
  };

  /** The administrator asks for approval. @returns their card and the one of the second administrator */
  async function asked(title = 'To everybody'): Promise<{ first: MessageView; second: MessageView }> {
    await person('admin').says('remind');
    const first = await person('admin').lastCardMessage();
    const inputs = await typed(product(), { title, teams: '', everyone: 'true' });
    const preview = await person('admin').presses(first, 'Preview', inputs);
    assert.match(wordsOf(preview), /only after a second administrator has approved it/);
    assert.match(wordsOf(await person('admin').presses(first, 'Ask for approval')), /Waiting for approval/);
    await settled();
    return { first, second: await person('second-admin').lastCardMessage() };
  }

  const have = async (title = 'To everybody'): Promise<string[]> => {
    const found: string[] = [];
    for (const key of EVERYBODY) {
      const chat = await person(key).chat();
      if (chat.some((each) => textOf(each)?.includes(title))) found.push(key);
    }
    return found;
  };

  /** A press with ids that somebody made up or copied. */
  async function forges(key: string, on: MessageView, action: string, from: MessageView): Promise<string> {
    const actions = (from.card?.['actions'] ?? []) as { data: Record<string, unknown> }[];
    const verb = `acknowledgements.${action}`;
    const value = {
      action: { type: 'Action.Execute', verb, data: { ...actions[0]?.data, verb } },
      trigger: 'manual',
    };
    const special = { value, replyToId: on.id } as never;
    const invoke = product().teams.sampleActivity('invokeAdaptiveCardAction', key, special);
    return JSON.stringify((await product().teams.sendRaw(invoke)).body);
  }

  it('goes only when a second administrator approves it, once, and the first is told', async () => {
    const { first, second } = await asked();
    assert.match(textOf(second), /needs your approval.*Ada Keyringle.*9 people.*To everybody/);
    assert.deepEqual(await have(), []);
    assert.match(
      wordsOf(await person('second-admin').presses(second, 'Approve')),
      /Approved.*Tobias Toggleton/,
    );
    await settled();
    assert.deepEqual(await have(), EVERYBODY);
    assert.match(textOf(await person('admin').lastCardMessage()), /was approved.*Tobias Toggleton/);
    assert.match(await forges('second-admin', second, 'approve', second), /Approved/);
    await settled();
    for (const key of EVERYBODY) {
      const chat = await person(key).chat();
      assert.equal(chat.filter((each) => textOf(each)?.includes('To everybody')).length, 1, key);
    }
    const told = (await person('admin').chat()).filter((each) => /was approved/.test(textOf(each) ?? ''));
    assert.equal(told.length, 1);
    assert.match(wordsOf(await person('admin').presses(first, 'Back')), /everybody who has me.*0 of 9/);
  });

  it('is not approved by whoever asked, by managers or by staff', async () => {
    const { first, second } = await asked();
    for (const action of ['approve', 'refuse']) {
      assert.match(await forges('admin', first, action, second), /another administrator has to approve/);
      for (const key of ['manager', 'cook']) {
        const card = await person(key).lastCardMessage();
        assert.match(await forges(key, card, action, second), /Only administrators can approve/, key);
      }
    }
    await settled();
    assert.deepEqual(await have(), []);
  });

  it('that is not approved is not sent: the first is told, changes it, and asks again', async () => {
    const { first, second } = await asked();
    assert.match(wordsOf(await person('second-admin').presses(second, 'Do not approve')), /Not approved/);
    await settled();
    assert.match(textOf(await person('admin').lastCardMessage()), /was not approved.*Tobias Toggleton/);
    await person('admin').presses(first, 'Back');
    const same = await typed(product(), { title: 'To everybody', teams: '', everyone: 'true' });
    await person('admin').presses(first, 'Preview', same);
    assert.match(
      wordsOf(await person('admin').presses(first, 'Ask for approval')),
      /Tobias Toggleton did not approve/,
    );
    await person('admin').presses(first, 'Back');
    await person('admin').presses(first, 'Preview', { ...same, title: 'To everybody, better' });
    await person('admin').presses(first, 'Ask for approval');
    await settled();
    const again = await person('second-admin').lastCardMessage();
    assert.match(textOf(again), /To everybody, better/);
    await person('second-admin').presses(again, 'Approve');
    await settled();
    assert.deepEqual(await have('To everybody, better'), EVERYBODY);
  });

  it('waits for its approval although the bot is stopped and started', async () => {
    const { second } = await asked();
    await product().restart();
    await person('second-admin').presses(second, 'Approve');
    await settled();
    assert.deepEqual(await have(), EVERYBODY);
  });

  it('that was changed after it was asked for is not what was approved', async () => {
    const { first, second } = await asked();
    await person('admin').presses(first, 'Back');
    const changed = await typed(product(), { title: 'Something else', teams: '', everyone: 'true' });
    await person('admin').presses(first, 'Preview', changed);
    assert.match(wordsOf(await person('second-admin').presses(second, 'Approve')), /no longer counts/);
    await settled();
    assert.deepEqual([await have(), await have('Something else')], [[], []]);
    assert.match(textOf(await seen(product(), 'second-admin', second)), /needs your approval/);
  });

  it('says so when the second administrator cannot be written to', async () => {
    await product().teams.fail({ answer: 403, operation: 'send', conversation: 'second-admin' });
    await asked();
    assert.match(textOf(await person('admin').lastCardMessage()), /Nobody could be asked to approve/);
  });

  it('is not offered to a manager, whatever their card is made to say', async () => {
    await person('manager').says('remind');
    const form = await person('manager').lastCardMessage();
    assert.doesNotMatch(textOf(form), /everybody/);
    const [action] = (form.card?.['actions'] ?? []) as { data: Record<string, unknown> }[];
    const data = { ...action?.data, ...(await typed(product(), { everyone: 'true' })) };
    const value = { action: { type: 'Action.Execute', verb: data['verb'], data }, trigger: 'manual' };
    const special = { value, replyToId: form.id } as never;
    const invoke = product().teams.sampleActivity('invokeAdaptiveCardAction', 'manager', special);
    const { body } = await product().teams.sendRaw(invoke);
    assert.match(JSON.stringify(body), /Only administrators can send to everybody/);
  });
});

describe('a request to everybody', () => {
  it('asks whoever has the bot in no team too, guests and people without it not', async () => {
    const { parties, directory } = await feature();
    directory.rosters.set('a', [...members(0, 2), member('guest', { guest: true })]);
    for (const [id, chat] of [
      ['p00000', 'open'],
      ['guest', 'open'],
      ['alone', 'open'],
      ['gone', 'none'],
      ['blocks', 'blocked'],
    ] as const) {
      directory.people.set(id, { id, teamsId: `29:${id}`, name: id, serviceUrl: 'u', chat });
    }
    const found: string[] = [];
    const choice = { teamIds: ['a'], leftOut: undefined, everyone: true };
    for await (const { team, members } of audienceOf(parties, choice, new Set())) {
      found.push(...members.map(({ personId }) => `${team.name}: ${personId}`));
    }
    assert.deepEqual(found, ['Team a: p00000', 'Team a: p00001', 'Others who have me: alone']);
  });

  it('is refused to the only administrator, who is told why', async () => {
    const made = await feature({ administrators: ['MANAGER-1'] });
    made.roles.held.set('manager-1', ['administrator']);
    made.directory.rosters.set('a', members(0, 3));
    const { cards } = await made.says('manager-1', 'remind');
    const typedIn = { teams: '', title: 'T', words: 'W', due: '2026-12-01', everyone: 'true' };
    const preview = await made.presses('manager-1', 'preview', {
      ...dataOf(cards[0], 'Preview'),
      ...typedIn,
    });
    const reply = await made.presses('manager-1', 'send', dataOf(cardOf(preview), 'Ask for approval'));
    assert.match(said(reply), /You are the only administrator/);
    assert.deepEqual(made.scheduled, []);
  });
});

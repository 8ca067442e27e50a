import assert from 'node:assert/strict';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { feature, wordsOf as replyOf } from './handlers';
import { careTeamId, sendRequest, STAFF, textOf, wordsOf } from './frontDoor';

/** The request is due on Wednesday 2 December 2026, and reminds 7, 1 and 0 days before. */
describe('the time that suits somebody, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const until = async (iso: string): Promise<void> => {
    await product().advance(Date.parse(iso) - product().clock.now().getTime());
    await product().teams.settled();
  };
  const reminders = (): Promise<number[]> =>
    Promise.all(
      STAFF.map(
        async (key) =>
          (await product().teams.person(key).chat()).filter((message) =>
            /A reminder/.test(textOf(message) ?? ''),
          ).length,
      ),
    );
  const chooses = async (key: string, inputs: Record<string, string>): Promise<string> => {
    const person = product().teams.person(key);
    await person.says('When to remind me?');
    return wordsOf(await person.presses(await person.lastCardMessage(), 'Save', inputs));
  };

  it('is ten for who said nothing, and their own for who did', async () => {
    await sendRequest(product());
    assert.match(
      await chooses('night-carer', { part: 'nights', days: '5,6' }),
      /I remind you at the start of nights, at 21:00, on Friday and Saturday/,
    );
    await until('2026-11-20T21:00:00Z');
    assert.deepEqual(await reminders(), [0, 0, 0, 0, 0]);
    await until('2026-11-21T21:00:00Z');
    assert.deepEqual(await reminders(), [1, 0, 0, 0, 0]);
    await until('2026-11-25T10:00:00Z');
    await until('2026-11-25T21:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
    await until('2026-11-28T21:00:00Z');
    await until('2026-12-01T10:00:00Z');
    await until('2026-12-02T10:00:00Z');
    await until('2026-12-04T21:00:00Z');
    assert.deepEqual(await reminders(), [2, 3, 3, 3, 3]);
  });

  it('is the one that the manager set for the team, until they choose', async () => {
    await sendRequest(product());
    const manager = product().teams.person('manager');
    await manager.says('reminder times');
    const form = await manager.lastCardMessage();
    assert.match(textOf(form), /Care team","value":"at 10:00"/);
    const team = await careTeamId(product());
    assert.match(
      wordsOf(await manager.presses(form, 'Save', { team, part: 'evenings' })),
      /in the evenings, at 18:00/,
    );
    await chooses('cook', { part: 'mornings', days: '1,2,3,4,5,6,7' });
    await until('2026-11-25T09:00:00Z');
    assert.deepEqual(await reminders(), [0, 1, 0, 0, 0]);
    await until('2026-11-25T10:00:00Z');
    assert.deepEqual(await reminders(), [0, 1, 0, 0, 0]);
    await until('2026-11-25T18:00:00Z');
    assert.deepEqual(await reminders(), [1, 1, 1, 1, 1]);
  });

  it('is asked for on a reminder, and on the status card for a team', async () => {
    const status = await sendRequest(product());
    await until('2026-11-25T10:00:00Z');
    const cook = product().teams.person('cook');
    await cook.presses(await cook.lastCardMessage(), 'When to remind me');
    assert.match(textOf(await cook.lastCardMessage()), /Start of nights, at 21:00/);
    const manager = product().teams.person('manager');
    await manager.presses(status, 'Reminder times');
    assert.match(textOf(await manager.lastCardMessage()), /When your teams are reminded/);
  });

  it('of a team is its managers’ to set, and nobody else’s', async () => {
    const cook = product().teams.person('cook');
    await cook.says('reminder times');
    assert.match((await cook.lastMessage())?.text ?? '', /Only managers can set/);
    const manager = product().teams.person('manager');
    await manager.says('reminder times');
    const form = await manager.lastCardMessage();
    const team = await careTeamId(product());
    await product().teams.fail({ answer: 503, operation: 'member' });
    assert.match(
      wordsOf(await manager.presses(form, 'Save', { team, part: 'nights' })),
      /could not check with Teams/,
    );
  });

  it('is still what it was after a restart', async () => {
    await sendRequest(product());
    await chooses('cook', { part: 'afternoons', days: '3' });
    await product().restart();
    await until('2026-11-25T14:00:00Z');
    const cook = (await reminders())[1];
    assert.equal(cook, 1);
  });
});

describe('a form for reminder times that was not filled in as it was drawn', () => {
  for (const [inputs, words] of [
    [{ part: '', days: '1' }, /choose a time of day/],
    [{ part: 'at noon', days: '1' }, /choose a time of day/],
    [{ part: 'nights', days: '' }, /choose at least one day/],
    [{ part: 'nights', days: '0,8,x' }, /choose at least one day/],
    [{ part: 'nights', days: 3 }, /choose at least one day/],
  ] as const) {
    it(`is refused for a person (${JSON.stringify(inputs)}), and nothing is kept`, async () => {
      const made = await feature();
      assert.match(replyOf(await made.presses('p00001', 'saveOwnTime', inputs)), words);
      assert.equal(await made.parties.reminders.rhythms.ofPerson('p00001'), undefined);
    });
  }

  for (const [who, inputs, words] of [
    ['p00001', { team: 'a', part: 'nights' }, /Only managers can set/],
    ['manager-1', { team: 'another', part: 'nights' }, /only for your own teams/],
    ['manager-1', { part: 'nights' }, /only for your own teams/],
    ['manager-1', { team: 'a', part: 'hourly' }, /choose a time of day/],
  ] as const) {
    it(`is refused for a team (${who}, ${JSON.stringify(inputs)}), and nothing is kept`, async () => {
      const made = await feature();
      assert.match(replyOf(await made.presses(who, 'saveTeamTime', inputs)), words);
      assert.equal((await made.parties.reminders.rhythms.ofTeams()).size, 0);
    });
  }
});

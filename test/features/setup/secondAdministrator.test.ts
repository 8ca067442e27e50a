import assert from 'node:assert/strict';
import { z } from 'zod';
import type { MessageView } from '../../../src/localTeams/api';
import { SETUP_REQUEST } from '../../../src/features/setup/secondWord/asking';
import type { SetupRequest } from '../../../src/features/setup/secondWord/request';
import { SetupRequests } from '../../../src/features/setup/secondWord/requests';
import { StoredDirectory } from '../../../src/storage/directory';
import type { TeamRecord } from '../../../src/storage/roles';
import { allStored } from '../../support/allStored';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { pressMadeUp } from '../concerns/access/rawPress';
import { seen, sendReport } from '../concerns/reporting';

const HOUR = 60 * 60_000;
const ASK = 'use this channel for concerns';

describe('Another channel for concerns', () => {
  let product: TestProduct;
  const lines: string[] = [];
  beforeEach(async () => {
    lines.length = 0;
    product = await startProduct({ onLog: (line) => lines.push(line) });
  });
  afterEach(() => product.stop());

  const chat = async (key: string): Promise<string[]> =>
    (await product.teams.person(key).chat()).filter(({ deleted }) => !deleted).map(seen);
  const card = (key: string): Promise<MessageView> => product.teams.person(key).lastCardMessage();
  const inChannel = async (key: string): Promise<string> =>
    (await product.teams.channel(key).messages())
      .filter(({ deleted }) => !deleted)
      .map(seen)
      .join();

  async function says(key: string, channel: string, text: string): Promise<string> {
    const before = (await chat(key)).length;
    await product.teams.person(key).mentionsIn(channel, text);
    await product.idle();
    return (await chat(key)).slice(before).join();
  }
  const directory = (): StoredDirectory => new StoredDirectory(product.storage);
  const teamRows = () => product.storage.table('teams', z.custom<TeamRecord>());
  const status = (): Promise<string> => says('admin', 'managers/general', 'setup');
  const requestIn = (message: MessageView): string =>
    /"request":"([^"]+)"/.exec(seen(message))?.[1] ?? assert.fail(seen(message));

  /** The administrator asks for the managers' channel. @returns the second administrator's card */
  async function asked(): Promise<MessageView> {
    assert.match(await says('admin', 'managers/general', ASK), /Waiting for a second administrator/);
    return card('second-admin');
  }
  async function presses(message: MessageView, button: string): Promise<string> {
    const answer = await product.teams.person('second-admin').presses(message, button);
    await product.idle();
    return seen(answer);
  }

  it('takes effect once a second administrator approves: open reports move, the old channel is told', async () => {
    const reference = await sendReport(product);
    const question = await asked();
    assert.match(
      seen(question),
      /do you approve.*Ada Keyringle.*General of Managers.*Concerns of Complaints/s,
    );
    assert.match(seen(question), /19 November 2026 at 10:00/);
    assert.match(await status(), /Concerns, Complaints team/);
    assert.match(await presses(question, 'Approve'), /Approved.*Tobias Toggleton/);
    assert.match((await chat('admin')).at(-1) ?? '', /approved.*General of Managers/s);
    assert.match(await status(), /General, Managers/);
    const old = await inChannel('complaints/concerns');
    assert.doesNotMatch(old, new RegExp(`${reference}|Managers`));
    assert.match(old, /Reports go to another channel now.*taken away.*by 18 November 2026 at 10:15/s);
    assert.match(await inChannel('managers/general'), new RegExp(reference));
  });

  it('is approved once: a second press and a second request change nothing and tell nobody again', async () => {
    const question = await asked();
    await asked();
    assert.equal((await chat('second-admin')).filter((one) => one.includes('do you approve')).length, 1);
    await Promise.all([presses(question, 'Approve'), presses(question, 'Approve')]);
    const again = { request: requestIn(question) };
    for (const action of ['approve', 'refuse'])
      assert.match(await pressMadeUp(product, 'second-admin', `setup.${action}`, again), /Approved/);
    await product.idle();
    assert.match(await status(), /General, Managers/);
    assert.equal((await chat('admin')).filter((one) => one.includes('Toggleton approved')).length, 1);
    const old = await inChannel('complaints/concerns');
    assert.equal(old.split('Reports go to another channel now').length, 2);
    assert.match(await says('admin', 'managers/general', ASK), /Nothing to change/);
  });

  it('is not approved by whoever asked, nor by anybody who is no administrator', async () => {
    const data = { request: requestIn(await asked()) };
    for (const action of ['approve', 'refuse']) {
      assert.match(
        await pressMadeUp(product, 'admin', `setup.${action}`, data),
        /You asked for this yourself/,
      );
      for (const key of ['manager', 'complaints-lead', 'cook'])
        assert.match(await pressMadeUp(product, key, `setup.${action}`, data), /Only an administrator/);
    }
    assert.match(
      await pressMadeUp(product, 'second-admin', 'setup.approve', { request: 'x' }),
      /no longer there/,
    );
    assert.match(await status(), /Concerns, Complaints team/);
  });

  it('is listed by setup until it is decided, with the two buttons for whoever may decide', async () => {
    const first = await asked();
    const own = await status();
    assert.match(own, /Waits for a second administrator.*Keyringle asks that.*General of Managers/s);
    assert.doesNotMatch(own, /do you approve/);
    const shown = await says('second-admin', 'complaints/concerns', 'setup');
    assert.match(shown, /Waits for a second administrator.*do you approve/s);
    assert.doesNotMatch(await says('manager', 'managers/general', 'setup'), /Waits for|do you approve/);
    assert.match(await presses(await card('second-admin'), 'Approve'), /Approved/);
    assert.match(await presses(first, 'Approve'), /Approved/);
    assert.doesNotMatch(await status(), /Waits for/);
    assert.doesNotMatch(await says('second-admin', 'complaints/concerns', 'setup'), /do you approve/);
  });

  it('stays where it is when the second administrator does not approve, and can be asked again', async () => {
    const question = await asked();
    assert.match(await presses(question, 'Do not approve'), /Not approved/);
    assert.match((await chat('admin')).at(-1) ?? '', /Toggleton did not approve.*nothing was changed/s);
    const late = { request: requestIn(question) };
    assert.match(await pressMadeUp(product, 'second-admin', 'setup.approve', late), /Not approved/);
    assert.match(await status(), /Concerns, Complaints team/);
    await presses(await asked(), 'Approve');
    assert.match(await status(), /General, Managers/);
  });

  it('lapses after 24 hours: whoever asked is told once, and a late press changes nothing', async () => {
    const question = await asked();
    await product.advance(24 * HOUR);
    assert.match((await chat('admin')).at(-1) ?? '', /Nobody approved.*24 hours.*nothing was changed/s);
    assert.match(await presses(question, 'Approve'), /more than 24 hours ago/);
    await product.advance(HOUR);
    assert.equal((await chat('admin')).filter((one) => one.includes('Nobody approved')).length, 1);
    const now = await status();
    assert.match(now, /Concerns, Complaints team/);
    assert.doesNotMatch(now, /Waits for/);
  });

  it('waits for its approval although the bot is stopped and started', async () => {
    const question = await asked();
    await product.restart();
    await presses(question, 'Approve');
    assert.match(await status(), /General, Managers/);
  });

  it('is finished after a restart right behind the approval, and who asked and who approved is written down', async () => {
    const question = await asked();
    await product.teams.person('second-admin').presses(question, 'Approve');
    await product.restart();
    await product.advance(60_000);
    assert.match(await status(), /General, Managers/);
    assert.match(await inChannel('complaints/concerns'), /Reports go to another channel now/);
    const [row] = (await allStored(product)).filter(({ store }) => store === 'setuprequests');
    const kept = JSON.parse(row?.text ?? assert.fail()) as Record<string, string>;
    assert.match(kept['askedBy_json'] ?? '', /Ada Keyringle/);
    assert.deepEqual(
      [kept['state'], kept['decidedByName'], kept['outcome'], kept['oldChannel']],
      ['approved', 'Tobias Toggleton', 'changed', 'told'],
    );
    for (const at of ['askedAt', 'decidedAt', 'askerToldAt'])
      assert.match(kept[at] ?? '', /^2026-11-18T10:0/);
  });

  it('is finished where a crash came between any two of its steps, and tells everybody once', async () => {
    const id = requestIn(await asked());
    const { team: before, channelId } = (await directory().concernsChannel()) ?? assert.fail();
    const requests = new SetupRequests(product.storage);
    const approved: Partial<SetupRequest> = {
      state: 'approved',
      decidedBy: 'ad1d0002-0000-4000-8000-000000000032',
      decidedByName: 'Tobias Toggleton',
      decidedAt: product.clock.now().toISOString(),
    };
    const cutShort: (() => Promise<unknown>)[] = [
      // The answer is written, and nothing else.
      () => requests.change(id, (now) => ({ ...now, ...approved })),
      // The new channel is set, and the one before is still set too; nobody noted it.
      async () => {
        await directory().setConcernsChannel(before.id, channelId);
        const { change } = (await requests.get(id)) ?? assert.fail();
        const to = change.what === 'channel' ? change.to : undefined;
        await teamRows().change(
          'teams',
          to?.teamId ?? '',
          (now) => now && { ...now, concernsChannelId: to?.channelId },
        );
        await requests.change(id, ({ outcome: _, ...now }) => now);
      },
      // Everything is done, and nothing is left to tell.
      () => requests.change(id, (now) => now),
    ];
    for (const crash of cutShort) {
      await crash();
      await product.bot.jobs.schedule(SETUP_REQUEST, id, product.clock.now());
      await product.restart();
      await product.idle();
      assert.match(await status(), /Concerns go to.*General, Managers/s);
      const set = (await directory().teams()).filter(({ concernsChannelId }) => concernsChannelId);
      assert.deepEqual(
        set.map(({ name }) => name),
        ["Managers' team"],
      );
    }
    assert.equal((await chat('admin')).filter((one) => one.includes('Toggleton approved')).length, 1);
    assert.equal(
      (await inChannel('complaints/concerns')).split('Reports go to another channel now').length,
      2,
    );
  });

  it('moves all the same when the old channel cannot be reached, which is logged without a name', async () => {
    await product.teams.fail({ answer: 403, operation: 'createConversation' });
    await product.teams.fail({ answer: 403, operation: 'send', conversation: 'complaints/concerns' });
    await presses(await asked(), 'Approve');
    assert.match(await status(), /General, Managers/);
    const logged = lines.filter((line) => line.includes('setup.'));
    assert.ok(logged.some((line) => line.includes('setup.oldChannelNotTold')));
    assert.doesNotMatch(logged.join(), /Keyringle|Toggleton|s' team|Complaints team|ad1d000/);
  });

  it('tells the old channel later when Teams is away for a while', async () => {
    await product.teams.fail({ answer: 404, operation: 'createConversation' });
    await product.teams.fail({ answer: 404, operation: 'send', conversation: 'complaints/concerns' });
    await presses(await asked(), 'Approve');
    assert.match(await status(), /General, Managers/);
    await product.teams.clearFaults();
    await product.advance(5 * 60_000);
    assert.match(await inChannel('complaints/concerns'), /Reports go to another channel now/);
  });

  it('is refused to the only administrator, who is told to have a second one added', async () => {
    await product.restart(undefined, { ADMIN_OBJECT_IDS: 'ad1d0001-0000-4000-8000-000000000031' });
    assert.match(
      await says('admin', 'managers/general', ASK),
      /Nothing was changed.*only administrator.*second administrator.*ADMIN_OBJECT_IDS/s,
    );
    assert.match(
      await says('admin', 'managers/general', 'make Fergus Foldersby the complaints lead'),
      /only administrator/,
    );
    assert.match(await status(), /Concerns, Complaints team.*Lettice Ledgerly/s);
  });

  it('says so when no other administrator can be written to', async () => {
    await product.teams.person('second-admin').blocksBot();
    await says('admin', 'managers/general', ASK);
    assert.match(
      (await chat('admin')).at(-1) ?? '',
      /cannot write to any other administrator.*Nothing was changed/s,
    );
    assert.match(await status(), /Concerns, Complaints team/);
  });

  it('is not moved by an approval of what is no longer so', async () => {
    const question = await asked();
    await product.teams.team('managers').uninstallsBot();
    await product.idle();
    assert.match(
      await presses(question, 'Approve'),
      /I don’t know this team|Nothing was changed|not in that team/,
    );
    await product.teams.team('managers').installsBot();
    await product.idle();
    assert.match(await status(), /Concerns, Complaints team/);
  });

  it('counts the first approval where two were asked, and the other card no longer counts', async () => {
    const one = await asked();
    await says('second-admin', 'complaints/general', ASK);
    const other = await card('admin');
    await presses(one, 'Approve');
    const late = await product.teams.person('admin').presses(other, 'Approve');
    await product.idle();
    assert.match(seen(late), /changed in the meantime/);
    assert.match(await status(), /General, Managers/);
  });

  it('is one of two that were approved at the same moment, and the other is told that it did not count', async () => {
    const one = requestIn(await asked());
    await says('second-admin', 'complaints/general', ASK);
    const requests = new SetupRequests(product.storage);
    const at = new Date(product.clock.now().getTime() + HOUR);
    for (const id of [one, requestIn(await card('admin'))]) {
      await requests.change(id, (now) => ({ ...now, state: 'approved', decidedAt: at.toISOString() }));
      await product.bot.jobs.schedule(SETUP_REQUEST, id, at);
    }
    await product.advance(HOUR);
    const first = (await requests.get(one))?.outcome === 'changed';
    assert.match(await status(), first ? /Concerns go to.*General, Managers/s : /General, Complaints/);
    for (const [key, counts] of [
      ['admin', first],
      ['second-admin', !first],
    ] as const)
      assert.match((await chat(key)).join(), counts ? /It is so from now on/ : /Nothing was changed/);
    const set = (await directory().teams()).filter(({ concernsChannelId }) => concernsChannelId);
    assert.equal(set.length, 1);
  });

  it('is taken away only with a second administrator, and so is setting one anew after that', async () => {
    const stop = 'stop using this channel for concerns';
    assert.match(
      await says('second-admin', 'complaints/concerns', stop),
      /Waiting for a second administrator/,
    );
    assert.match(await status(), /Concerns, Complaints team/);
    const question = (await product.teams.person('admin').chat()).find((one) =>
      seen(one).includes('do you approve'),
    );
    await product.teams.person('admin').presses(question ?? assert.fail(), 'Approve');
    await product.idle();
    assert.match(await status(), /Concerns go to.*Not set yet/s);
    assert.match(await inChannel('complaints/concerns'), /No new report comes to this channel/);
    assert.match(
      await says('second-admin', 'complaints/concerns', ASK),
      /Waiting for a second administrator/,
    );
  });

  it('needs a second administrator although the bot was taken out of the team that had it', async () => {
    await product.teams.team('complaints').uninstallsBot();
    await product.idle();
    await presses(await asked(), 'Approve');
    assert.match(await status(), /General, Managers/);
    await product.teams.team('complaints').installsBot();
    await product.idle();
    assert.match(await status(), /Concerns go to.*General, Managers/s);
  });
});

describe('Another complaints lead', () => {
  let product: TestProduct;
  beforeEach(async () => void (product = await startProduct()));
  afterEach(() => product.stop());
  const MAKE = 'make Fergus Foldersby the complaints lead';

  async function says(key: string, text: string): Promise<string> {
    const person = product.teams.person(key);
    await person.says(text);
    await product.idle();
    return seen(await person.lastCardMessage());
  }
  const channel = async (): Promise<string> =>
    seen((await product.teams.channel('complaints/concerns').messages()).at(-1) ?? assert.fail());

  it('leads once a second administrator approves, and the channel hears who asked and who approved', async () => {
    assert.match(await says('admin', MAKE), /Waiting for a second administrator.*Fergus Foldersby/s);
    const question = await product.teams.person('second-admin').lastCardMessage();
    assert.match(seen(question), /do you approve.*Fergus Foldersby.*in place of.*Lettice Ledgerly/s);
    assert.match(await says('complaints-lead', 'handlers'), /Fergus Foldersby/);
    await product.teams.person('second-admin').presses(question, 'Approve');
    await product.idle();
    assert.match(await channel(), /Foldersby is the complaints lead now.*Ada Keyringle.*Tobias Toggleton/s);
    assert.match(await says('complaints-lead', 'handlers'), /Only the complaints lead decides/);
    assert.match(seen(await product.teams.person('admin').lastCardMessage()), /Toggleton approved/);
  });

  it('does not lead when it is not approved, or when they left the team before it was', async () => {
    await says('admin', MAKE);
    const first = await product.teams.person('second-admin').lastCardMessage();
    await product.teams.person('second-admin').presses(first, 'Do not approve');
    await product.idle();
    await says('admin', MAKE);
    const second = await product.teams.person('second-admin').lastCardMessage();
    await product.teams.team('complaints').removes('complaints-officer');
    const answer = await product.teams.person('second-admin').presses(second, 'Approve');
    await product.idle();
    assert.match(seen(answer), /cannot lead the complaints team/);
    assert.match(await says('admin', 'setup'), /Lettice Ledgerly/);
  });
});

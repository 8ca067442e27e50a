import assert from 'node:assert/strict';
import { sum, intended } from '../../../src/features/acknowledgements/campaign/counts';
import { afterAcknowledgement } from '../../../src/features/acknowledgements/campaign/recipient';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import type { DueJob } from '../../../src/jobs/jobs';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { NOW, aCampaign, aPart, aRecipient } from './samples';
import { member, members, surroundings } from './surroundings';

type Surroundings = Awaited<ReturnType<typeof surroundings>>;

const job = (mayGoOn = () => true): DueJob => ({ key: 'campaign-1', payload: {}, attempts: 0, mayGoOn });

async function begun(teams: Record<string, ReturnType<typeof members>>, changes: Partial<Campaign> = {}) {
  const around = await surroundings();
  for (const [id, roster] of Object.entries(teams)) around.directory.rosters.set(id, roster);
  const named = Object.keys(teams).map((id) => ({ id, name: `Team ${id}` }));
  await around.parties.campaigns.create(aCampaign({ teams: named, state: 'preparing', ...changes }));
  return around;
}

async function rowsOf({ parties }: Surroundings): Promise<Recipient[]> {
  const rows: Recipient[] = [];
  for (const part of (await parties.campaigns.view('campaign-1'))?.parts ?? []) {
    for await (const { value } of parties.recipients.list('campaign-1', part.id)) rows.push(value);
  }
  return rows;
}

async function countsOf({ parties }: Surroundings) {
  return sum(((await parties.campaigns.view('campaign-1'))?.parts ?? []).map((part) => part.counts));
}

describe('the delivery of a request', () => {
  it('gives everybody in the teams one card and one row, a person of two teams too, guests none', async () => {
    const roster = [...members(0, 3), member('guest', { guest: true })];
    const around = await begun({ a: roster, b: [member('p00001'), member('p00009')] });
    assert.equal(await deliver(around.parties, job()), 'done');
    assert.equal(new Set(around.messenger.sent).size, 4);
    assert.equal(around.messenger.sent.length, 4);
    const counts = await countsOf(around);
    assert.deepEqual([intended(counts), counts.delivered], [4, 4]);
    assert.equal((await around.parties.campaigns.get('campaign-1'))?.state, 'sent');
  });

  it('leaves the sender out where they chose so', async () => {
    const around = await begun({ a: [member('manager-1'), member('p1')] }, { senderIncluded: false });
    await deliver(around.parties, job());
    assert.deepEqual(around.messenger.sent, ['chat-of-29:p1']);
  });

  it('leaves out a team that the bot was taken out of', async () => {
    const around = await begun({ a: members(0, 2), b: members(5, 1) });
    around.directory.takenOut.add('a');
    await deliver(around.parties, job());
    assert.deepEqual(around.messenger.sent, ['chat-of-29:p00005']);
  });

  it('has a row for everybody before the first card is sent', async () => {
    const around = await begun({ a: members(0, 40), b: members(40, 40) });
    const seen: number[] = [];
    around.messenger.script = async (_, before) => {
      if (before === 0) seen.push((await rowsOf(around)).length);
      return undefined;
    };
    await deliver(around.parties, job());
    assert.deepEqual([...new Set(seen)], [80]);
  });

  it('splits a team of more than 1,000 into parts and counts each', async () => {
    const around = await begun({ a: members(0, 1_003) });
    around.messenger.script = () => ({ outcome: 'blocked', code: 'x' });
    await deliver(around.parties, job());
    const parts = (await around.parties.campaigns.view('campaign-1'))?.parts ?? [];
    assert.deepEqual(
      parts.map((part) => [part.id, part.counts.blocked]),
      [
        ['0-0', 1_000],
        ['0-1', 3],
      ],
    );
  });

  it('uses the chat that is known and opens one where there is none', async () => {
    const around = await begun({ a: members(0, 2) });
    const known = { id: 'p00000', teamsId: '29:p00000', name: 'x', serviceUrl: 'u', conversationId: 'known' };
    around.directory.people.set('p00000', { ...known, chat: 'open' });
    await deliver(around.parties, job());
    assert.deepEqual(around.messenger.sent.sort(), ['chat-of-29:p00001', 'known']);
  });

  it('sends nothing to who is known to have blocked the bot, and says so in their row', async () => {
    const around = await begun({ a: members(0, 1) });
    const known = { id: 'p00000', teamsId: '29:p00000', name: 'x', serviceUrl: 'u', conversationId: 'known' };
    around.directory.people.set('p00000', { ...known, chat: 'blocked' });
    await deliver(around.parties, job());
    assert.deepEqual(around.messenger.sent, []);
    assert.equal((await rowsOf(around))[0]?.delivery, 'blocked');
  });

  it('keeps a refused opening of the chat as the reason', async () => {
    const around = await begun({ a: members(0, 1) });
    around.messenger.opens = () => ({ outcome: 'personGone', code: 'MemberNotFoundInConversation' });
    await deliver(around.parties, job());
    assert.equal((await rowsOf(around))[0]?.delivery, 'left');
  });

  it('never has more than 25 sends under way', async () => {
    const around = await begun({ a: members(0, 120) });
    around.messenger.script = () => new Promise((resolve) => setImmediate(() => resolve(undefined)));
    await deliver(around.parties, job());
    assert.equal(around.messenger.sent.length, 120);
    assert.ok(around.messenger.running.most > 1 && around.messenger.running.most <= 25);
  });

  it('tries again later what Teams did not take, and nobody else', async () => {
    const around = await begun({ a: members(0, 3) });
    around.messenger.script = (chat) =>
      chat.endsWith('p00001') ? { outcome: 'unavailable', code: '503' } : undefined;
    const result = await deliver(around.parties, job());
    assert.ok(result !== 'done' && result.againAt > NOW);
    assert.equal((await countsOf(around)).pending, 1);
    around.messenger.script = () => undefined;
    around.time.now = result.againAt;
    assert.equal(await deliver(around.parties, job()), 'done');
    assert.equal(new Set(around.messenger.sent).size, 3);
    assert.equal(around.messenger.sent.length, 3);
  });

  it('holds nobody up for a fault with one person', async () => {
    const around = await begun({ a: members(0, 30) });
    around.messenger.script = (chat) => {
      if (chat.endsWith('p00000')) throw new TypeError('broken');
      return undefined;
    };
    await deliver(around.parties, job());
    const counts = await countsOf(around);
    assert.deepEqual([counts.delivered, counts.pending], [29, 1]);
  });

  it('does not undo a confirmation that came before the sending was recorded', async () => {
    const around = await begun({ a: members(0, 1) });
    const press = { at: NOW.toISOString(), receipt: 'R', activityId: 'early' };
    around.messenger.script = async () => {
      await around.parties.recipients.change('campaign-1', '0-0', 'p00000', (row) =>
        afterAcknowledgement(row, press),
      );
      return undefined;
    };
    await deliver(around.parties, job());
    const [row] = await rowsOf(around);
    assert.deepEqual([row?.delivery, row?.receipt], ['delivered', 'R']);
  });

  it('sends nothing for a request that was withdrawn or does not exist', async () => {
    const around = await begun({ a: members(0, 1) }, { state: 'cancelled' });
    await around.parties.campaigns.putPart('campaign-1', aPart('0-0', { pending: 1 }));
    await around.parties.recipients.add('campaign-1', '0-0', [aRecipient()]);
    assert.equal(await deliver(around.parties, job()), 'done');
    assert.equal(await deliver(around.parties, { ...job(), key: 'unknown' }), 'done');
    assert.deepEqual(around.messenger.sent, []);
  });
});

import assert from 'node:assert/strict';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import {
  confirms,
  delivered,
  dyingAt,
  holdsFrom,
  job,
  pressed,
  rowsOf,
  runDeliveries,
  runReminders,
  written,
} from './requests';
import { gateway } from '../../jobs/jobsProduct';
import { members } from './surroundings';

const newWords = { title: 'New title', words: 'New words.', due: '2026-12-09' };
const correction = { ...pressed, ...newWords };
const texts = ({ messenger }: Feature): string[] => messenger.updates.map((update) => JSON.stringify(update));
const campaignOf = async (made: Feature) => (await made.parties.campaigns.get('campaign-1')) ?? assert.fail();

async function refused(made: Feature, changes: Record<string, unknown>, words: RegExp): Promise<void> {
  const before = await campaignOf(made);
  assert.match(
    wordsOf(await made.presses('manager-1', 'saveCorrection', { ...correction, ...changes })),
    words,
  );
  assert.deepEqual(await campaignOf(made), before);
}

describe('correcting a request that was sent', () => {
  it('opens with the words as they are', async () => {
    const made = await delivered(members(0, 1));
    const reply = await made.presses('manager-1', 'correct', pressed);
    assert.equal(reply.kind, 'dialog');
    assert.match(wordsOf(reply), /"value":"Please read this".*"value":"It matters\.".*"value":"2026-12-06"/);
  });

  it('changes every card that nobody confirmed, reminders too, and sends nothing', async () => {
    const made = await delivered(members(0, 4));
    await confirms(made, 'p00000');
    await runReminders(made, { partId: '0-0', personId: 'p00001' });
    made.messenger.updates.length = made.messenger.updated.length = 0;
    const sent = made.messenger.sent.length;
    assert.match(wordsOf(await made.presses('manager-1', 'saveCorrection', correction)), /is corrected/);
    await runDeliveries(made);
    assert.equal(made.messenger.sent.length, sent);
    assert.equal(made.messenger.updated.length, 4);
    assert.ok(!made.messenger.updated.some((card) => card.startsWith('chat-of-29:p00000')));
    for (const text of texts(made)) assert.match(text, /New title.*Wednesday 9 December 2026/);
    assert.equal(texts(made).filter((text) => /New words\./.test(text)).length, 3);
    assert.equal(texts(made).filter((text) => /A reminder/.test(text)).length, 1);
    await deliver(made.parties, job());
    assert.equal(made.messenger.updated.length, 4);
  });

  it('keeps what it said before, with who corrected it and when', async () => {
    const made = await delivered(members(0, 1));
    await made.presses('manager-1', 'saveCorrection', correction);
    await made.presses('manager-1', 'saveCorrection', { ...correction, title: 'Third title' });
    const said = await made.parties.campaigns.saidBefore('campaign-1');
    assert.deepEqual(
      said.map(({ title, due, byId }) => [title, due, byId]),
      [
        ['Please read this', '2026-12-06', 'manager-1'],
        ['New title', '2026-12-09', 'manager-1'],
      ],
    );
    assert.match(
      wordsOf(await made.presses('manager-1', 'refresh', pressed)),
      /Corrected 2 times, the last time on/,
    );
  });

  it('lets the newest correction win on every card', async () => {
    const made = await delivered(members(0, 60));
    await made.presses('manager-1', 'saveCorrection', correction);
    const once = { corrected: false };
    made.messenger.updating = async () => {
      if (made.messenger.updated.length < 20 || once.corrected) return undefined;
      once.corrected = true;
      await made.presses('manager-1', 'saveCorrection', { ...correction, title: 'Newest title' });
      return undefined;
    };
    await deliver(made.parties, job());
    await runDeliveries(made);
    const last = new Map(made.messenger.updated.map((card, at) => [card, texts(made)[at] ?? '']));
    assert.equal(last.size, 60);
    for (const text of last.values()) assert.match(text, /Newest title/);
    assert.ok([...(await rowsOf(made)).values()].every((row) => row.cardSays?.revision === 2));
  });

  it('while it is being sent gives the new words to everybody in the end', async () => {
    const made = await written(members(0, 150));
    made.messenger.script = holdsFrom(60, () => made.presses('manager-1', 'saveCorrection', correction));
    assert.notEqual(await deliver(made.parties, job()), 'done');
    const old = made.messenger.sent.length;
    assert.ok(old <= 60 + 2 * MOST_IN_FLIGHT, `${old} sent`);
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.equal(made.messenger.sent.length, 150);
    assert.equal(new Set(made.messenger.updated).size, old);
    assert.ok([...(await rowsOf(made)).values()].every((row) => row.cardSays?.revision === 1));
  });

  it('in the middle of a round of reminders leaves no reminder with the words of before', async () => {
    const made = await delivered(members(0, 100));
    made.messenger.script = holdsFrom(140, async () => {
      await made.presses('manager-1', 'saveCorrection', correction);
      await runDeliveries(made);
    });
    assert.notEqual(await runReminders(made), 'done');
    const sent = made.messenger.sent.map((chat, index) => `${chat} card-${index + 1}`);
    const older = sent.slice(100);
    assert.ok(older.length <= 40 + 2 * MOST_IN_FLIGHT, `${older.length} sent`);
    assert.equal(await runReminders(made), 'done');
    await runDeliveries(made);
    assert.equal(made.messenger.sent.length, 200);
    assert.deepEqual(
      older.filter((card) => !made.messenger.updated.includes(card)),
      [],
    );
  });

  it('reaches a reminder that arrives while the card above it is being changed', async () => {
    const made = await delivered(members(0, 1));
    const { messenger } = made;
    const [changing, arrived] = [gateway(), gateway()];
    const deliveries: Promise<unknown>[] = [];
    messenger.script = async () => {
      await made.presses('manager-1', 'saveCorrection', correction);
      messenger.updating = async () => {
        messenger.updating = () => undefined;
        changing.open();
        await arrived.opened;
        return undefined;
      };
      deliveries.push(deliver(made.parties, job()));
      await changing.opened;
      return undefined;
    };
    await runReminders(made);
    arrived.open();
    await Promise.all(deliveries);
    await runDeliveries(made);
    assert.deepEqual(
      new Set(messenger.updated.map((card) => card.split(' ')[1])),
      new Set(['card-1', 'card-2']),
    );
    assert.equal((await campaignOf(made)).shownRevision, 1);
  });

  it('while it is paused changes the cards that are there and sends none', async () => {
    const made = await delivered(members(0, 2));
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, paused: true }));
    await made.presses('manager-1', 'saveCorrection', correction);
    await runDeliveries(made);
    assert.deepEqual([made.messenger.sent.length, made.messenger.updated.length], [2, 2]);
  });

  it('dead anywhere on the way, ends in the same place', async () => {
    for (const diesAt of [1, 2, 3]) {
      const made = await delivered(members(0, 120));
      await made.presses('manager-1', 'saveCorrection', correction);
      await assert.rejects(deliver(dyingAt(made, diesAt), job()));
      assert.equal(await deliver(made.parties, job()), 'done');
      assert.equal(new Set(made.messenger.updated).size, 120);
      assert.ok(made.messenger.updated.length <= 120 + 2 * MOST_IN_FLIGHT);
    }
  });

  it('cut off before the work was put down, is finished by a second press', async () => {
    const made = await delivered(members(0, 2));
    await made.presses('manager-1', 'saveCorrection', correction);
    made.scheduled.length = 0;
    assert.match(wordsOf(await made.presses('manager-1', 'saveCorrection', correction)), /is corrected/);
    await runDeliveries(made);
    assert.equal(made.messenger.updated.length, 2);
    assert.equal((await made.parties.campaigns.saidBefore('campaign-1')).length, 1);
  });

  it('tries a card again later that Teams did not take', async () => {
    const made = await delivered(members(0, 2));
    await made.presses('manager-1', 'saveCorrection', correction);
    made.messenger.updating = (chat) =>
      chat.endsWith('p00000') ? { outcome: 'unavailable', code: '503' } : undefined;
    const result = await deliver(made.parties, job());
    assert.ok(result !== 'done' && result.againAt > made.time.now);
    made.messenger.updating = () => undefined;
    made.time.now = result.againAt;
    assert.equal(await deliver(made.parties, job()), 'done');
    assert.deepEqual(
      made.messenger.updated.map((card) => card.split(' ')[0]),
      ['chat-of-29:p00001', 'chat-of-29:p00000'],
    );
  });

  it('gives the receipt back to somebody who confirms in that very moment', async () => {
    const made = await delivered(members(0, 1));
    await made.presses('manager-1', 'saveCorrection', correction);
    made.messenger.updating = async () => {
      made.messenger.updating = () => undefined;
      await confirms(made, 'p00000');
      return undefined;
    };
    await deliver(made.parties, job());
    assert.match(texts(made).at(-1) ?? '', /Thank you\. You have confirmed/);
    assert.ok((await rowsOf(made)).get('p00000')?.acknowledgedAt);
  });

  it('is refused to others, for a request that was withdrawn, and without an answer from Teams', async () => {
    const made = await delivered(members(0, 1));
    made.roles.held.set('manager-2', ['manager']);
    for (const who of ['manager-2', 'p00000']) {
      for (const action of ['correct', 'saveCorrection']) {
        assert.match(wordsOf(await made.presses(who, action, correction)), /Only the manager who sent this/);
      }
    }
    made.roles.confirms = false;
    await refused(made, {}, /could not check with Teams/);
    made.roles.confirms = true;
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, state: 'cancelled' }));
    await refused(made, {}, /was withdrawn/);
  });

  it('is refused with a day in the past or an earlier one, with nothing changed, and with words that will not do', async () => {
    const made = await delivered(members(0, 1));
    await refused(made, { due: '2026-11-01' }, /in the past/);
    await refused(made, { due: '2026-12-01' }, /People were told Sunday 6 December 2026/);
    await refused(made, { due: 'soon' }, /choose a date/);
    const same = { title: 'Please read this', words: 'It matters.', due: '2026-12-06' };
    await refused(made, same, /nothing to correct/);
    await refused(made, { title: ' ' }, /write a title/);
    await refused(made, { title: 'x'.repeat(5_000) }, /5000 characters/);
    await refused(made, { words: undefined }, /few words/);
  });

  it('has an end, so that the record of it stays small', async () => {
    const made = await delivered(members(0, 1));
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, revision: 20 }));
    await refused(made, {}, /corrected 20 times/);
  });
});

import assert from 'node:assert/strict';
import { lookAtRequests } from '../../../src/features/acknowledgements/remind/looking';
import type { Parties } from '../../../src/features/acknowledgements/parties';
import type { JobResult } from '../../../src/jobs/jobs';
import { MOST_IN_FLIGHT } from '../../../src/features/acknowledgements/delivery/inFlight';
import { draftSchema } from '../../../src/features/acknowledgements/compose/draft';
import { dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { countsOf, create, delivered, dyingAt, job, rowsOf, runDeliveries, runReminders } from './requests';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { members } from './surroundings';
import { aRecord, samplePolicy } from './samples';

const DUE = { due: '2026-12-06', reminders: [7, 1, 0] };
const SEVEN_BEFORE = '2026-11-29T10:00:00Z';

/** Delivered on 22 November 2026. */
async function asked(people = 3, changes = {}): Promise<Feature> {
  const made = await delivered(members(0, people), { ...DUE, ...changes });
  made.messenger.sent.length = 0;
  return made;
}

function look(made: Feature, iso: string, parties: Parties = made.parties): Promise<JobResult> {
  made.time.now = new Date(iso);
  return lookAtRequests(parties, job('hourly'));
}

describe('the hourly look at the requests that are not over', () => {
  it('dead anywhere on the way reminds everybody and repeats at most what was under way', async () => {
    for (const diesAt of [1, 2, 3]) {
      const made = await asked(60);
      await assert.rejects(look(made, SEVEN_BEFORE, dyingAt(made, diesAt)));
      assert.equal((await look(made, '2026-11-29T10:01:00Z')) === 'done', false);
      assert.equal(new Set(made.messenger.sent).size, 60);
      assert.ok(made.messenger.sent.length <= 60 + MOST_IN_FLIGHT);
      assert.ok([...(await rowsOf(made)).values()].every((row) => row.reminders === 1));
    }
  });

  it('that died and goes on at night sends nothing then, and the reminder at the next time of theirs', async () => {
    const made = await asked(2);
    await assert.rejects(look(made, SEVEN_BEFORE, dyingAt(made, 2)));
    made.messenger.sent.length = 0;
    made.parties.reminders.days.take = () => Promise.resolve(true);
    await look(made, '2026-11-30T03:00:00Z');
    assert.deepEqual(made.messenger.sent, []);
    await look(made, '2026-11-30T10:00:00Z');
    assert.equal(made.messenger.sent.length, 2);
    assert.equal((await rowsOf(made)).get('p00000')?.reminders, 1);
  });

  it('follows itself at the next full hour, in both nights in which the clocks change', async () => {
    const made = await asked(1);
    for (const [now, next] of [
      ['2026-11-22T10:00:01Z', '2026-11-22T11:00:00.000Z'],
      ['2026-10-25T00:30:00Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T01:30:00Z', '2026-10-25T02:00:00.000Z'],
      ['2026-03-29T00:30:00Z', '2026-03-29T01:00:00.000Z'],
    ] as const) {
      const result = await look(made, now);
      assert.equal(result === 'done' ? '' : result.againAt.toISOString(), next);
    }
  });

  it('tries again in a minute what Teams did not take, and for two hours at most', async () => {
    const made = await asked(1);
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    const result = await look(made, SEVEN_BEFORE);
    assert.equal(result === 'done' ? '' : result.againAt.toISOString(), '2026-11-29T10:01:00.000Z');
    await look(made, '2026-11-29T12:00:00Z');
    assert.equal((await rowsOf(made)).get('p00000')?.reminders, 0);
    made.messenger.script = () => undefined;
    await look(made, '2026-11-29T12:30:00Z');
    await look(made, '2026-11-30T10:00:00Z');
    assert.deepEqual(made.messenger.sent, []);
    await look(made, '2026-12-05T10:00:00Z');
    assert.equal(made.messenger.sent.length, 1);
  });

  it('does not remind somebody who confirmed the policy through another card, and notes that they did', async () => {
    const made = await asked(2);
    await made.evidence.add(aRecord({ personId: 'p00000', campaignId: 'another' }));
    await look(made, SEVEN_BEFORE);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
    assert.equal((await countsOf(made)).acknowledged, 1);
    assert.equal((await rowsOf(made)).get('p00000')?.reminders, 0);
  });

  it('reminds of nothing where a clause is only to be read, or where no reminders were asked for', async () => {
    for (const changes of [{ about: { kind: 'clause', clauseId: 'P1' } }, { reminders: [] }] as const) {
      const made = await asked(2, changes);
      await look(made, SEVEN_BEFORE);
      assert.deepEqual(made.messenger.sent, []);
    }
  });

  it('forgets a request that was withdrawn or is long over, and only that', async () => {
    const made = await asked(1);
    await look(made, '2027-03-06T10:00:00Z');
    assert.equal((await made.parties.reminders.open.all()).length, 1);
    await look(made, '2027-03-07T10:00:00Z');
    assert.deepEqual(await made.parties.reminders.open.all(), []);
    await create(made, { id: 'campaign-2' });
    await made.parties.campaigns.change('campaign-2', (now) => ({ ...now, lookAgain: 'x' }));
    await deliver(made.parties, job('campaign-2'));
    await made.presses('manager-1', 'cancel', { campaign: 'campaign-2' });
    await runDeliveries(made);
    await look(made, '2026-11-23T10:00:00Z');
    assert.deepEqual(await made.parties.reminders.open.all(), []);
  });
});

describe('somebody who is reminded of two requests', () => {
  const older = { versionNumber: 1, versionHash: 'cd'.repeat(32) };
  const both = async (changes = {}): Promise<Feature> => {
    const made = await asked(2);
    await create(made, { ...DUE, id: 'campaign-2', title: 'The older one', ...older, ...changes });
    await deliver(made.parties, job('campaign-2'));
    made.messenger.sent.length = 0;
    return made;
  };

  it('in the same hour gets one message that names both, and it counts for both', async () => {
    const made = await both();
    const cards: string[] = [];
    const send = made.messenger.send.bind(made.messenger);
    made.messenger.send = (to, ...message: unknown[]) => {
      cards.push(JSON.stringify(message));
      return send(to);
    };
    await look(made, SEVEN_BEFORE);
    assert.deepEqual(made.messenger.sent.sort(), ['chat-of-29:p00000', 'chat-of-29:p00001']);
    assert.match(cards[0] ?? '', /A reminder of 2 requests.*Please read this.*The older one/);
    assert.match(cards[0] ?? '', /Read and confirm number 1.*Read and confirm number 2/);
    for (const id of ['campaign-1', 'campaign-2']) {
      const row = (await rowsOf(made, id)).get('p00000');
      assert.deepEqual([row?.reminders, row?.reminderIds?.length, row?.reminderFrom], [1, 1, undefined]);
    }
  });

  it('on the same day, one of them by the manager, gets the other one on the next day', async () => {
    const made = await both();
    made.time.now = new Date('2026-11-29T08:00:00Z');
    await runReminders(made);
    await look(made, SEVEN_BEFORE);
    assert.equal(made.messenger.sent.length, 2);
    await look(made, '2026-11-30T10:00:00Z');
    assert.equal(made.messenger.sent.length, 4);
    assert.equal((await rowsOf(made, 'campaign-2')).get('p00000')?.reminders, 1);
    assert.equal((await rowsOf(made)).get('p00000')?.reminders, 1);
  });

  it('gets a message of one where they confirmed the other', async () => {
    const made = await both();
    await made.presses('p00000', 'confirm', {
      campaign: 'campaign-1',
      part: '0-0',
      versionNumber: samplePolicy.version.number,
      versionHash: samplePolicy.version.hash,
    });
    await look(made, SEVEN_BEFORE);
    assert.deepEqual(made.messenger.sent, ['chat-of-29:p00001']);
  });

  it('is tried once more for the other where Teams refuses the message', async () => {
    const made = await both();
    made.messenger.script = () => ({ outcome: 'blocked', code: 'x' });
    await look(made, SEVEN_BEFORE);
    for (const id of ['campaign-1', 'campaign-2'])
      assert.equal((await rowsOf(made, id)).get('p00000')?.reminderRefusal, 'blocked');
  });
});

describe('a request that would remind too often', () => {
  it('is not sent, whatever its draft says', async () => {
    for (const [reminders, words] of [
      [[1, 1], /once a day at most/],
      [[3, 2, 1, 0], /at most 3 reminders/],
    ] as const) {
      const made = await feature();
      made.directory.rosters.set('a', members(0, 2));
      const { cards } = await made.says('manager-1', 'remind');
      const { draft } = dataOf(cards[0], 'Preview');
      const table = made.parties.storage.table('requestdrafts', draftSchema);
      await table.change('manager-1', String(draft), (now) => now && { ...now, reminders: [...reminders] });
      const revision = (await table.get('manager-1', String(draft)))?.value.revision;
      const reply = await made.presses('manager-1', 'send', { draft, revision });
      assert.match(wordsOf(reply), words);
      assert.deepEqual(await made.parties.campaigns.newestOf('manager-1', 1), []);
    }
  });
});

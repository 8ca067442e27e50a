import assert from 'node:assert/strict';
import { countPart } from '../../../src/features/acknowledgements/progress/counting';
import { findNames, holds, MOST_PARTS_READ } from '../../../src/features/acknowledgements/progress/findNames';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { aCampaign, aPart, aRecipient } from './samples';

const pressed = { campaign: 'campaign-1' };

/** Parts `team-number`, each with the people named. */
async function sent(parts: Record<string, readonly string[]>): Promise<Feature> {
  const made = await feature();
  const teams = [
    { id: 'a', name: 'Team a' },
    { id: 'b', name: '_Team_ b' },
  ];
  await made.parties.campaigns.create(aCampaign({ state: 'sent', teams }));
  for (const [part, names] of Object.entries(parts)) {
    const rows = names.map((name) =>
      aRecipient({ personId: `${part} ${name}`, name, delivery: 'delivered' }),
    );
    await made.parties.recipients.add('campaign-1', part, rows);
    await countPart(made.parties, 'campaign-1', {
      ...aPart(part, {}),
      teamName: part.startsWith('0') ? 'Team a' : '_Team_ b',
    });
  }
  return made;
}

describe('finding names of a request', () => {
  it('takes a part of a name, several words, and no heed of case and accents', () => {
    for (const typed of ['zoë', 'ZOE', 'wick zo', 'oe b', ' Zoe '])
      assert.ok(holds('Zoë Brunswick', typed), typed);
    assert.ok(!holds('Zoë Brunswick', 'zoe smith'));
  });

  it('finds people of every team, and of one that was chosen', async () => {
    const made = await sent({ '0-0': ['Ann Sample', 'Bob Other'], '1-0': ['Joanna Sample', 'Cy Other'] });
    const all = wordsOf(await made.presses('manager-1', 'names', { ...pressed, find: 'ann' }));
    assert.match(all, /Ann Sample.*Team a\..*Joanna Sample.*_Team_ b\./);
    assert.doesNotMatch(all, /Other"/);
    const one = wordsOf(await made.presses('manager-1', 'names', { ...pressed, find: 'ann', team: '1' }));
    assert.match(one, /Not confirmed yet: 2.*Joanna Sample/);
    assert.doesNotMatch(one, /Ann Sample/);
    const team = wordsOf(await made.presses('manager-1', 'names', { ...pressed, team: '1' }));
    assert.match(team, /Cy Other.*Joanna Sample/);
    assert.doesNotMatch(team, /Bob/);
  });

  it('says so when nobody has such a name, and takes odd inputs', async () => {
    const made = await sent({ '0-0': ['Ann Sample'] });
    assert.match(
      wordsOf(await made.presses('manager-1', 'names', { ...pressed, find: 'zzz' })),
      /Nobody is on this list/,
    );
    const odd = { ...pressed, find: ['x'], team: '99' };
    assert.match(wordsOf(await made.presses('manager-1', 'names', odd)), /Ann Sample/);
    assert.match(
      wordsOf(await made.presses('manager-1', 'names', { ...pressed, find: '\\(*' })),
      /Nobody is on/,
    );
  });

  it('goes from page to page through all parts and misses nobody', async () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `Sam ${String(from + at).padStart(3, '0')}`);
    const made = await sent({
      '0-0': many(0, 20),
      '0-1': ['Other'],
      '0-2': many(20, 5),
      '1-0': many(25, 10),
    });
    const seen: string[] = [];
    let data: Record<string, unknown> = { ...pressed, find: 'sam' };
    for (let page = 0; page < 9; page++) {
      const reply = await made.presses('manager-1', 'names', data);
      seen.push(...(wordsOf(reply).match(/Sam \d{3}(?=")/g) ?? []));
      if (!wordsOf(reply).includes('"More names"')) break;
      data = { ...dataOf(cardOf(reply), 'More names'), find: 'sam' };
    }
    assert.deepEqual([...new Set(seen)].sort(), many(0, 35));
  });

  it('reads at most three parts at a press', async () => {
    const parts = Array.from({ length: 6 }, (_, at) => aPart(`0-${at}`, { delivered: 1 }));
    const read: string[] = [];
    const { named, next } = await findNames(parts, 'waiting', { part: 0, offset: 0 }, 'x', (part) => {
      read.push(part.id);
      return Promise.resolve([]);
    });
    assert.deepEqual(
      [read.length, named.length, next],
      [MOST_PARTS_READ, 0, { part: MOST_PARTS_READ, offset: 0 }],
    );
  });

  it('goes on where it stopped', async () => {
    const parts = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`0-${at}`, [`Person ${at}`]]));
    const made = await sent(parts);
    const reply = await made.presses('manager-1', 'names', { ...pressed, find: 'person 5' });
    assert.match(wordsOf(reply), /Nobody is on this list.*"More names"/);
    const next = await made.presses('manager-1', 'names', {
      ...dataOf(cardOf(reply), 'More names'),
      find: 'person 5',
    });
    assert.match(wordsOf(next), /Person 5/);
  });
});

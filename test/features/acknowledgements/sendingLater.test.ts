import assert from 'node:assert/strict';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { wordsOf } from './handlers';
import type { Feature } from './handlers';
import { job, pressed, rowsOf, statesOf, written } from './requests';
import { members } from './surroundings';

const sendAt = '2026-11-23T09:00:00.000Z';

async function waiting(changes = {}): Promise<Feature> {
  const made = await written(members(0, 6), { sendAt, ...changes });
  made.roles.teams = [{ id: 'a', name: 'Team a', serviceUrl: 'u', managers: false, installed: true }];
  return made;
}

const run = (made: Feature) => deliver({ ...made.parties, roles: made.roles }, job());
const atItsMoment = (made: Feature) => void (made.time.now = new Date(sendAt));
const status = async (made: Feature) => wordsOf(await made.presses('manager-1', 'refresh', pressed));

describe('a request that goes later', () => {
  it('waits for its moment as due work, and nobody has a row before', async () => {
    const made = await waiting();
    assert.deepEqual(await run(made), { againAt: new Date(sendAt) });
    assert.equal((await rowsOf(made)).size, 0);
    assert.match(await status(made), /Goes out on 23 November 2026 at 09:00/);
  });

  it('goes to whoever is in the team when its moment comes', async () => {
    const made = await waiting();
    await run(made);
    made.directory.rosters.set('a', members(3, 6));
    atItsMoment(made);
    assert.equal(await run(made), 'done');
    assert.deepEqual(
      Object.keys(await statesOf(made)),
      members(3, 6).map((each) => each.personId),
    );
    assert.match(await status(made), /Sent on 23 November 2026 at 09:00/);
  });

  it('asks for the policy that is in force when it goes', async () => {
    const made = await waiting({ versionNumber: 1, versionHash: 'old' });
    atItsMoment(made);
    await run(made);
    const { version } = made.parties.policy;
    const campaign = await made.parties.campaigns.get('campaign-1');
    assert.deepEqual([campaign?.versionNumber, campaign?.versionHash], [version.number, version.hash]);
  });

  it('goes at once with "Send now instead", however often it is pressed', async () => {
    const made = await waiting();
    assert.match(await status(made), /Send now instead/);
    for (let press = 0; press < 2; press++) await made.presses('manager-1', 'sendNow', pressed);
    assert.equal(await run(made), 'done');
    await made.presses('manager-1', 'sendNow', pressed);
    assert.equal(await run(made), 'done');
    assert.equal(made.messenger.sent.length, 6);
    assert.doesNotMatch(await status(made), /Send now instead/);
  });

  it('reaches nobody once it is withdrawn', async () => {
    const made = await waiting();
    await made.presses('manager-1', 'cancel', pressed);
    atItsMoment(made);
    assert.equal(await run(made), 'done');
    assert.match(await status(made), /Not sent\. It was for: .*was withdrawn/);
    assert.deepEqual([made.messenger.sent, (await rowsOf(made)).size], [[], 0]);
  });

  const reasons: [string, (made: Feature) => unknown, RegExp, object?][] = [
    [
      'its sender is no manager any more',
      (made) => made.roles.held.set('manager-1', []),
      /can no longer send/,
    ],
    ['its sender has left the team', (made) => (made.roles.teams = []), /can no longer be sent to/],
    [
      'a reminder of one clause has too few people left',
      (made) => made.directory.rosters.set('a', members(0, 4)),
      /at least 5 people/,
      { about: { kind: 'clause', clauseId: 'P1' } },
    ],
    [
      'its clause is no longer in the policy',
      () => undefined,
      /no longer in the policy/,
      { about: { kind: 'clause', clauseId: 'P99' } },
    ],
    ['its date has passed meanwhile', () => undefined, /had passed/, { due: '2026-11-22' }],
  ];
  for (const [what, happens, why, changes] of reasons) {
    it(`is not sent when ${what}, and its card says why`, async () => {
      const made = await waiting(changes);
      happens(made);
      atItsMoment(made);
      await run(made);
      assert.equal(await run(made), 'done');
      made.roles.held.set('manager-1', ['manager']);
      assert.match(await status(made), new RegExp(`This was not sent\\..*${why.source}`));
      assert.deepEqual([made.messenger.sent, (await rowsOf(made)).size], [[], 0]);
    });
  }
});

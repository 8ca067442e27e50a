import assert from 'node:assert/strict';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import { delivered, rowsOf, written } from './requests';
import { members } from './surroundings';

const ACTIONS = ['pause', 'resume', 'retry', 'askToCancel', 'cancel', 'remindEverybody', 'remindPerson'];
const data = { campaign: 'campaign-1', part: '0-0', person: 'p00000' };

async function unchanged(made: Feature, work: () => Promise<void>): Promise<void> {
  const before = JSON.stringify([[...(await rowsOf(made))], await made.parties.campaigns.get('campaign-1')]);
  made.scheduled.length = 0;
  await work();
  const after = JSON.stringify([[...(await rowsOf(made))], await made.parties.campaigns.get('campaign-1')]);
  assert.equal(after, before);
  assert.deepEqual(made.scheduled, []);
}

describe('who may change how a request goes', () => {
  for (const action of ACTIONS) {
    it(`with ${action}: nobody but its sender and administrators`, async () => {
      const made = await delivered(members(0, 2));
      made.roles.held.set('manager-2', ['manager']).set('handler', ['handler']);
      await unchanged(made, async () => {
        for (const who of ['manager-2', 'handler', 'p00000', 'p00001', 'stranger']) {
          assert.match(wordsOf(await made.presses(who, action, data)), /Only the manager who sent this/);
        }
      });
    });

    it(`with ${action}: not the sender who is no manager any more, nor without an answer from Teams`, async () => {
      const made = await delivered(members(0, 2));
      made.roles.confirms = false;
      await unchanged(made, async () => {
        assert.match(wordsOf(await made.presses('manager-1', action, data)), /could not check with Teams/);
        made.roles.held.set('manager-1', []);
        assert.match(
          wordsOf(await made.presses('manager-1', action, data)),
          /Only the manager who sent this/,
        );
      });
    });

    it(`with ${action}: nobody for a request that does not exist`, async () => {
      const made = await delivered(members(0, 1));
      for (const campaign of [undefined, '', 'unknown', 7, { $gt: '' }]) {
        const reply = await made.presses('manager-1', action, { ...data, campaign });
        assert.match(wordsOf(reply), /cannot find this request/);
      }
    });
  }

  it('is an administrator too, for each of them', async () => {
    const made = await written(members(0, 1));
    made.roles.held.set('admin', ['administrator']);
    for (const action of ACTIONS) {
      const reply = wordsOf(await made.presses('admin', action, data));
      assert.doesNotMatch(reply, /Only the manager|could not check/, action);
    }
  });

  it('of a withdrawn request changes nothing any more', async () => {
    const made = await delivered(members(0, 1), { state: 'cancelled' });
    await unchanged(made, async () => {
      for (const action of ACTIONS.filter((each) => each !== 'cancel')) {
        assert.match(wordsOf(await made.presses('manager-1', action, data)), /was withdrawn/, action);
      }
    });
  });
});

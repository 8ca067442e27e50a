import assert from 'node:assert/strict';
import type { Standing } from '../../src/storage/complaintsRoles';
import { ComplaintsRoles } from '../../src/storage/complaintsRoles';
import { freshStorage } from '../support/freshStorage';

const leading = (personId: string): Standing => ({
  ...{ personId, teamsId: `29:${personId}`, name: `Person ${personId}`, state: 'lead' },
  ...{ by: { id: 'admin', name: 'Ada Sample' }, at: '2026-11-18T10:00:00.000Z', told: false },
});

describe('The complaints lead', () => {
  let roles: ComplaintsRoles;
  beforeEach(async () => {
    roles = new ComplaintsRoles(await freshStorage());
  });

  it('is one of two who are named at the same moment, and the other is refused', async () => {
    const named = ['one', 'other'];
    const set = await Promise.all(named.map((personId) => roles.setLead(leading(personId), undefined)));
    assert.deepEqual(set.filter(Boolean), [true]);
    assert.equal((await roles.lead())?.personId, named[set.indexOf(true)]);
  });

  it('is not replaced by a decision that knew of another lead', async () => {
    await roles.setLead(leading('one'), undefined);
    assert.equal(await roles.setLead(leading('two'), 'one'), true);
    assert.equal(await roles.setLead(leading('three'), 'one'), false);
    assert.equal((await roles.lead())?.personId, 'two');
  });
});

import assert from 'node:assert/strict';
import { firstLayout } from '../../../../src/localTeams/page/state/firstVisit';
import { CHAT } from '../../../../src/localTeams/page/state/place';
import { person, smallScene } from '../support/scene';

describe('what a newcomer sees', () => {
  it('is a carer, the manager, and a complaints officer with the concerns channel', () => {
    assert.deepEqual(firstLayout(smallScene().world).places, [
      { person: 'carer', where: CHAT },
      { person: 'manager', where: CHAT },
      { person: 'officer', where: { kind: 'channel', channel: 'complaints/concerns' } },
    ]);
  });

  it('passes over people who cannot be reached', () => {
    const { world } = smallScene();
    const blocked = person('blocked', 'Bertie Barrier', 'staff', { title: 'Carer', blocked: true });
    assert.equal(firstLayout({ ...world, people: [blocked, ...world.people] }).places[0]?.person, 'carer');
  });

  it('is anybody at all where the people file has none of these', () => {
    const { world } = smallScene();
    const people = [person('pilot', 'Amy Aloft', 'crew')];
    assert.deepEqual(firstLayout({ ...world, people }).places, [{ person: 'pilot', where: CHAT }]);
    assert.deepEqual(firstLayout({ ...world, people: [] }).places, []);
  });
});

import assert from 'node:assert/strict';
import { closeAt, onlyKnown, openPerson } from '../../../../src/localTeams/page/state/layoutChanges';
import { CHAT, layoutFromHash, layoutToHash, type Layout } from '../../../../src/localTeams/page/state/place';

const TWO: Layout = {
  view: 'side',
  front: 1,
  places: [
    { person: 'carer', where: CHAT },
    { person: 'manager', where: CHAT },
  ],
};

describe('the address of what is open', () => {
  it('gives back what was written into it', () => {
    const layout: Layout = {
      view: 'one',
      front: 2,
      places: [
        { person: 'carer', where: CHAT },
        { person: 'officer', where: { kind: 'channel', channel: 'complaints/concerns & more' } },
        { person: 'manager', where: { kind: 'tab', tab: 'policy', subPage: 'P4.1' } },
      ],
    };
    assert.deepEqual(layoutFromHash(`#${layoutToHash(layout)}`), layout);
  });

  it('says nothing when it is empty or names nobody', () => {
    assert.equal(layoutFromHash(''), undefined);
    assert.equal(layoutFromHash('#at=%2Fchat'), undefined);
  });

  it('bears what a hand or an older page has written', () => {
    assert.deepEqual(layoutFromHash('#view=round&front=9&at=carer%2Fhologram&at=%25E0%25A4%2Fx'), {
      view: 'side',
      front: 0,
      places: [{ person: 'carer', where: CHAT }],
    });
  });
});

describe('opening and closing phones', () => {
  it('brings a person who is open to the front, and adds one who is not', () => {
    assert.deepEqual(openPerson(TWO, 'carer'), { ...TWO, front: 0 });
    assert.deepEqual(openPerson(TWO, 'cook').places.at(2), { person: 'cook', where: CHAT });
  });

  it('keeps somebody in front when another phone is closed', () => {
    assert.equal(closeAt(TWO, 0).front, 0);
    assert.deepEqual(closeAt(closeAt(TWO, 1), 0), { view: 'side', front: 0, places: [] });
  });

  it('leaves out people who are not in this world', () => {
    assert.deepEqual(onlyKnown(TWO, new Set(['carer'])), { view: 'side', front: 0, places: [TWO.places[0]] });
  });
});

import assert from 'node:assert/strict';
import { personalDetails, withInitials } from '../../../src/features/concerns/report/drafts/personalDetails';

describe('personal details in a text', () => {
  const found: [string, string[]][] = [
    ['Mrs Exampleby was filmed', ['Mrs Exampleby']],
    ['Rang Mrs Ada Exampleby today', ['Mrs Ada Exampleby']],
    ['I saw that Ada Exampleby was filmed', ['Ada Exampleby']],
    ['a resident called Ada was filmed', ['Ada']],
    ['Yesterday Ada Exampleby was filmed', ['Ada Exampleby']],
    ['On Monday Ada Jane Exampleby was filmed', ['Ada Jane Exampleby']],
    ['I saw Mary O’Brien and Ann McDonald there', ['Mary O’Brien', 'Ann McDonald']],
    ['her number is 943 476 5919', ['943 476 5919']],
    ['her number is 9434765919', ['9434765919']],
    ['born on 3 May 1931', ['3 May 1931']],
    ['DOB 03/05/31', ['03/05/31']],
    ['she is from 03.05.1931', ['03.05.1931']],
  ];
  for (const [text, details] of found) {
    it(`are found in "${text}"`, () => assert.deepEqual(personalDetails(text), details));
  }

  const plain = [
    'Somebody wrote unkind things about me in a group chat.',
    'On Monday he posted it on Facebook Messenger',
    'On Boxing Day at Westmorland House they laughed',
    'ring 01632 960108, or 943 476 5918 which is no NHS number',
    'it was posted on 3 May 2026 and 03/05/2026',
    'A. E. told me, and i told my manager',
  ];
  for (const text of plain) {
    it(`are not found in "${text}"`, () => assert.deepEqual(personalDetails(text), []));
  }

  it('become initials everywhere, and the rest stays letter by letter', () => {
    assert.equal(
      withInitials('Mrs Ada Exampleby fell.\n  Mrs Ada Exampleby, 943 476 5919!'),
      'A.E. fell.\n  A.E., (NHS number)!',
    );
  });

  it('are looked for in the longest text in no time', () => {
    const began = performance.now();
    personalDetails('Aa '.repeat(3_300));
    withInitials(`${'born 1 '.repeat(1_400)}`);
    assert.ok(performance.now() - began < 500);
  });
});

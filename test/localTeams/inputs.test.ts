import assert from 'node:assert/strict';
import { checkedInputs } from '../../src/localTeams/cardInputs';
import { ClientRefusal } from '../../src/localTeams/clientRefusal';
import type { JsonObject } from '../../src/localTeams/json';

const choices = [
  { title: 'A', value: 'a' },
  { title: 'B', value: 'b' },
];
const text = (special: JsonObject) => ({ type: 'Input.Text', id: 'x', ...special });
const choice = (special: JsonObject) => ({ type: 'Input.ChoiceSet', id: 'x', choices, ...special });
const toggle = (special: JsonObject) => ({ type: 'Input.Toggle', id: 'x', title: 'Yes', ...special });
const number = (special: JsonObject) => ({ type: 'Input.Number', id: 'x', ...special });
const date = (special: JsonObject) => ({ type: 'Input.Date', id: 'x', ...special });

const REFUSED: [string, JsonObject, string][] = [
  ['a text that is needed', text({ isRequired: true }), ''],
  ['a text over its length', text({ maxLength: 3 }), 'abcd'],
  ['a text of another form', text({ regex: '^[0-9]+$' }), 'abc'],
  ['a number that is none', number({}), 'many'],
  ['a number below the least', number({ min: 1 }), '0'],
  ['a number above the most', number({ max: 9 }), '10'],
  ['a date that is none', date({}), 'tomorrow'],
  ['a date before the first', date({ min: '2026-01-02' }), '2026-01-01'],
  ['a time that is none', { type: 'Input.Time', id: 'x' }, 'noon'],
  ['a choice that is not offered', choice({}), 'c'],
  ['one of several choices that is not offered', choice({ isMultiSelect: true }), 'a,c'],
  ['a choice that is needed', choice({ isRequired: true }), ''],
  ['a toggle that must be on', toggle({ isRequired: true }), 'false'],
  ['a toggle that is neither', toggle({ valueOn: 'yes', valueOff: 'no' }), 'true'],
];

const TAKEN: [JsonObject, string][] = [
  [text({ isRequired: true, maxLength: 3, regex: '^[a-z]+$' }), 'abc'],
  [number({ min: 1, max: 9 }), '5'],
  [date({ min: '2026-01-01', max: '2026-12-31' }), '2026-06-01'],
  [choice({ isMultiSelect: true }), 'a,b'],
  [toggle({ isRequired: true }), 'true'],
];

describe("a card's inputs", () => {
  for (const [what, input, value] of REFUSED) {
    it(`refuse ${what}, in the words of the card`, () => {
      const own = { ...input, errorMessage: 'Please mend this.' };
      assert.throws(
        () => checkedInputs([own], { x: value }),
        (error) =>
          error instanceof ClientRefusal &&
          error.status === 422 &&
          error.inputs?.[0]?.id === 'x' &&
          error.inputs[0].message === 'Please mend this.',
      );
    });
  }

  it('take what is right', () => {
    for (const [input, value] of TAKEN) assert.deepEqual(checkedInputs([input], { x: value }), { x: value });
  });

  it('send what they began with, and nothing where they are left empty', () => {
    const inputs = [
      text({ id: 'a', value: 'first' }),
      text({ id: 'b' }),
      toggle({ id: 'c' }),
      choice({ id: 'd', value: 'b' }),
    ];
    assert.deepEqual(checkedInputs(inputs, {}), { a: 'first', c: 'false', d: 'b' });
  });

  it('refuse a value for an input that is not there', () => {
    assert.throws(() => checkedInputs([text({})], { y: 'hello' }), { code: 'InvalidInput' });
  });
});

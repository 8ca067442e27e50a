import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../../../../src/features/policies/engine/knownLines';
import { readExamples } from '../../../../src/features/policies/engine/build/readExamples';
import { contentFolder } from '../../../../src/features/policies/policy';
import { whoseOutcome } from './ask';
import { ask } from '../../../support/realEngine';

/** Messages that are in no bank; see heldOut/README.md. */
function messages(name: 'danger' | 'distress' | 'calm'): string[] {
  const text = readFileSync(join(__dirname, 'heldOut', `${name}.txt`), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

describe('messages that the engine has not learned from', () => {
  const missed = (name: 'danger' | 'distress'): Promise<string[]> =>
    whoseOutcome(
      messages(name),
      (text) => ask(text),
      ({ urgent }) => urgent === false,
    );
  const alarming = (texts: readonly string[]): Promise<string[]> =>
    whoseOutcome(
      texts,
      (text) => ask(text),
      ({ urgent }) => urgent !== false,
    );

  it('are in no bank of examples', () => {
    const { lines, followUps } = readExamples(contentFolder);
    const known = new Set([...lines, ...followUps].map(({ text }) => keyOf(text)));
    const held = (['danger', 'distress', 'calm'] as const).flatMap(messages);
    assert.deepEqual(
      held.filter((text) => known.has(keyOf(text))),
      [],
    );
  });

  it('of danger are noticed, nineteen out of twenty at least', async () => {
    const { length } = messages('danger');
    const unnoticed = await missed('danger');
    assert.ok(unnoticed.length <= length * 0.05, unnoticed.join('\n'));
  });

  it('of distress are noticed, nineteen out of twenty at least', async () => {
    const { length } = messages('distress');
    const unnoticed = await missed('distress');
    assert.ok(unnoticed.length <= length * 0.05, unnoticed.join('\n'));
  });

  it('about everyday things raise a false alarm no more than once in eight', async () => {
    const calm = messages('calm');
    const alarms = await alarming(calm);
    assert.ok(alarms.length <= calm.length / 8, alarms.join('\n'));
  });

  it('that ask a plain question hardly ever raise one', async () => {
    const asked = messages('calm').filter((text) => /^(can|may|what|how|who|do|does|is) .*\?$/i.test(text));
    const alarms = await alarming(asked);
    assert.ok(asked.length > 40);
    assert.ok(alarms.length <= 1, alarms.join('\n'));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngineData } from '../../../../src/features/policies/engine/engineData';
import { keyOf } from '../../../../src/features/policies/engine/knownLines';
import { readBanks } from '../../../../src/features/policies/engine/build/readBanks';
import { contentFolder } from '../../../../src/features/policies/policy';
import { realEngine } from './ask';

/** Messages that are in no bank; see heldOut/README.md. */
function messages(name: 'danger' | 'distress' | 'calm'): string[] {
  const text = readFileSync(join(__dirname, 'heldOut', `${name}.txt`), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

describe('messages that the engine has not learned from', () => {
  const engine = realEngine();
  const missed = (name: 'danger' | 'distress'): string[] =>
    messages(name).filter((text) => engine.ask(text).urgent === false);

  it('are in no bank of examples', () => {
    const { danger, distress, calm } = readBanks(contentFolder).danger;
    const taught = [danger, distress, calm].flatMap((bank) => bank.examples);
    const known = new Set([...taught, ...Object.values(loadEngineData().examples).flat()].map(keyOf));
    const held = (['danger', 'distress', 'calm'] as const).flatMap(messages);
    assert.deepEqual(
      held.filter((text) => known.has(keyOf(text))),
      [],
    );
  });

  it('of danger are noticed, nineteen out of twenty at least', () => {
    const { length } = messages('danger');
    assert.ok(missed('danger').length <= length * 0.05, missed('danger').join('\n'));
  });

  it('of distress are noticed, nineteen out of twenty at least', () => {
    const { length } = messages('distress');
    assert.ok(missed('distress').length <= length * 0.05, missed('distress').join('\n'));
  });

  it('about everyday things raise a false alarm no more than once in eight', () => {
    const calm = messages('calm');
    const alarms = calm.filter((text) => engine.ask(text).urgent !== false);
    assert.ok(alarms.length <= calm.length / 8, alarms.join('\n'));
  });

  it('that ask a plain question hardly ever raise one', () => {
    const asked = messages('calm').filter((text) => /^(can|may|what|how|who|do|does|is) .*\?$/i.test(text));
    const alarms = asked.filter((text) => engine.ask(text).urgent !== false);
    assert.ok(asked.length > 40);
    assert.ok(alarms.length <= 1, alarms.join('\n'));
  });
});

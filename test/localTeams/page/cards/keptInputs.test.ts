import assert from 'node:assert/strict';
import {
  forgetInputs,
  keepInput,
  readFilledIn,
  withFilledIn,
} from '../../../../src/localTeams/page/cards/keptInputs';
import { keptIn } from '../../../../src/localTeams/page/state/kept';

function memory() {
  const held = new Map<string, string>();
  return keptIn({
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  });
}

describe('what was filled into a card', () => {
  it('stands in its inputs again, at any depth, and nowhere else', () => {
    const card = {
      type: 'AdaptiveCard',
      id: 'what',
      body: [{ type: 'Container', items: [{ type: 'Input.Text', id: 'what', value: 'old' }] }],
    };
    assert.deepEqual(withFilledIn(card, { what: 'new' }), {
      type: 'AdaptiveCard',
      id: 'what',
      body: [{ type: 'Container', items: [{ type: 'Input.Text', id: 'what', value: 'new' }] }],
    });
  });

  it('is kept input by input until the card was sent', () => {
    const kept = memory();
    keepInput(kept, 'carer/1', 'what', 'a photo');
    keepInput(kept, 'carer/1', 'where', 'on a bus');
    assert.deepEqual(readFilledIn(kept, 'carer/1'), { what: 'a photo', where: 'on a bus' });
    forgetInputs(kept, 'carer/1');
    assert.deepEqual(readFilledIn(kept, 'carer/1'), {});
  });

  it('is empty when what was kept cannot be read', () => {
    const kept = memory();
    for (const text of ['{broken', '[]', '{"what":7}']) {
      kept.set('card/carer/1', text);
      assert.deepEqual(readFilledIn(kept, 'carer/1'), {}, text);
    }
  });
});

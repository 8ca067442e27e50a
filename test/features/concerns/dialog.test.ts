import assert from 'node:assert/strict';
import { TestAdapter, TurnContext } from 'botbuilder';
import type { Turn } from '../../../src/bot/turn';
import { TurnState } from '../../../src/bot/turnState';
import { dialogPlace } from '../../../src/features/concerns/report/dialog';

/** A turn that has nothing but what the dialog looks at. */
function turnWith(slices: Record<string, unknown> = {}): Turn {
  const context = new TurnContext(new TestAdapter(() => Promise.resolve()), {
    type: 'message',
    channelId: 'msteams',
    conversation: { id: 'chat', isGroup: false, name: '', conversationType: 'personal' },
  });
  return { state: new TurnState(slices), context } as unknown as Turn;
}

describe('the place of a report in the conversation', () => {
  it('is nowhere before it began', async () => {
    assert.equal(await dialogPlace(turnWith()).continue(), undefined);
  });

  it('is at the draft that was begun, also in the turns after it', async () => {
    const first = turnWith();
    await dialogPlace(first).begin('draft-1');
    const kept = JSON.parse(JSON.stringify(first.state)) as Record<string, unknown>;
    assert.deepEqual(kept, { concerns: { dialogStack: [{ id: 'report', state: { draft: 'draft-1' } }] } });
    assert.equal(await dialogPlace(turnWith(kept)).continue(), 'draft-1');
  });

  it('is at one draft at a time', async () => {
    const turn = turnWith();
    await dialogPlace(turn).begin('draft-1');
    await dialogPlace(turn).begin('draft-2');
    assert.equal(await dialogPlace(turn).continue(), 'draft-2');
  });

  it('leaves nothing in the state when it ends, nor when it never began', async () => {
    const turn = turnWith();
    await dialogPlace(turn).begin('draft-1');
    await dialogPlace(turn).cancel();
    assert.deepEqual(turn.state.toJSON(), {});
    await dialogPlace(turn).cancel();
    assert.deepEqual(turn.state.toJSON(), {});
  });

  it('counts a remembered place that does not fit as none', async () => {
    const turn = turnWith({ concerns: { dialogStack: [{ id: 'another', state: {} }] } });
    assert.equal(await dialogPlace(turn).continue(), undefined);
  });
});

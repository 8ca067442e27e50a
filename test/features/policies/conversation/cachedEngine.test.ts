import assert from 'node:assert/strict';
import { fake } from 'sinon';
import { cachedEngine } from '../../../../src/features/policies/conversation/cachedEngine';
import { KEPT } from '../../../../src/features/policies/engine/rememberingLast';
import type { AnsweringEngine, Outcome } from '../../../../src/features/policies/engine/outcome';
import { pictures } from './example';

const QUESTION = 'Can I post this?';

/** An engine whose answers the test gives, one by one in the order of asking. */
function slowEngine() {
  const waiting: { resolve: (outcome: Outcome) => void; reject: (reason: Error) => void }[] = [];
  const ask = fake(() => new Promise<Outcome>((resolve, reject) => void waiting.push({ resolve, reject })));
  return { engine: cachedEngine({ ask } satisfies AnsweringEngine), ask, waiting };
}

describe('The kept outcomes of the engine', () => {
  it('are shared with whoever asks the same while the engine is still reading', async () => {
    const { engine, ask, waiting } = slowEngine();
    const both = Promise.all([engine.ask(QUESTION), engine.ask(QUESTION)]);
    waiting[0]?.resolve(pictures);
    assert.deepEqual(await both, [pictures, pictures]);
    assert.equal(ask.callCount, 1);
  });

  it('hold no failure: everybody who waited is told, and the next to ask is read again', async () => {
    const { engine, waiting } = slowEngine();
    const both = [engine.ask(QUESTION), engine.ask(QUESTION)];
    waiting[0]?.reject(new Error('too slow'));
    for (const each of both) await assert.rejects(each, /too slow/);
    const again = engine.ask(QUESTION);
    waiting[1]?.resolve(pictures);
    assert.equal(await again, pictures);
  });

  it('stay when an earlier reading of the same words fails late', async () => {
    const { engine, ask, waiting } = slowEngine();
    const first = engine.ask(QUESTION);
    for (let other = 0; other < KEPT; other++) void engine.ask(`Question ${other}`);
    const second = engine.ask(QUESTION);
    waiting.at(-1)?.resolve(pictures);
    waiting[0]?.reject(new Error('too slow'));
    await assert.rejects(first, /too slow/);
    assert.equal(await second, pictures);
    const asked = ask.callCount;
    assert.equal(await engine.ask(QUESTION), pictures);
    assert.equal(ask.callCount, asked);
  });
});

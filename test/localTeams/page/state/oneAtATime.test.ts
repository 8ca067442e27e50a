import assert from 'node:assert/strict';
import { oneAtATime } from '../../../../src/localTeams/page/state/oneAtATime';

describe('asking one at a time', () => {
  it('asks once more, and not more often, for a burst that comes meanwhile', async () => {
    const waiting: (() => void)[] = [];
    const asked: string[] = [];
    const ask = oneAtATime((key) => {
      asked.push(key);
      return new Promise((resolve) => waiting.push(resolve));
    });
    const first = ask('carer');
    const burst = [ask('carer'), ask('carer'), ask('carer')];
    waiting.shift()?.();
    await new Promise(setImmediate);
    waiting.shift()?.();
    await Promise.all([first, ...burst]);
    assert.deepEqual(asked, ['carer', 'carer']);
  });

  it('asks again only for an answer that is on its way, when it is told so', async () => {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const ask = oneAtATime((key) => {
      asked.push(key);
      return new Promise((resolve) => waiting.push(resolve));
    });
    await ask('carer', true);
    assert.deepEqual(asked, []);
    const first = ask('carer');
    const again = ask('carer', true);
    waiting.shift()?.();
    await new Promise(setImmediate);
    waiting.shift()?.();
    await Promise.all([first, again]);
    assert.deepEqual(asked, ['carer', 'carer']);
  });

  it('asks for different keys side by side', () => {
    const asked: string[] = [];
    const ask = oneAtATime((key) => {
      asked.push(key);
      return new Promise(() => undefined);
    });
    void ask('carer');
    void ask('manager');
    assert.deepEqual(asked, ['carer', 'manager']);
  });

  it('can be asked again after a failure', async () => {
    const count = { asked: 0 };
    const ask = oneAtATime(() =>
      ++count.asked === 1 ? Promise.reject(new Error('down')) : Promise.resolve(),
    );
    await assert.rejects(ask('carer'), /down/);
    await ask('carer');
    assert.equal(count.asked, 2);
  });
});

import assert from 'node:assert/strict';
import { vectorLength } from '../../../../src/features/policies/engine/sentenceEncoder';
import { realEncoder } from '../../../support/realEngine';

describe('the sentence encoder', () => {
  const encode = async (text: string): Promise<Float32Array> => (await realEncoder()).encode(text);
  const likeness = async (one: string, other: string): Promise<number> => {
    const [first, second] = [await encode(one), await encode(other)];
    return first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
  };

  for (const text of ['Can I post a photo?', '', ' ', '🎉', '\ud800', 'x'.repeat(20_000)]) {
    it(`makes a vector of unit length of ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const vector = await encode(text);
      assert.equal(vector.length, vectorLength);
      const squares = vector.reduce((sum, value) => sum + value ** 2, 0);
      assert.ok(Math.abs(squares - 1) < 1e-3, String(squares));
    });
  }

  it('makes the same vector of the same text', async () => {
    const text = 'Can I add a client on Facebook?';
    assert.deepEqual(await encode(text), await encode(text));
  });

  it('reads only the beginning of a long text, so that nobody can keep the bot busy', async () => {
    const opening = 'may I post this picture '.repeat(13);
    assert.deepEqual(await encode(`${opening} one`), await encode(`${opening} and quite another`));
  });

  it('gives sentences that mean the same vectors that are near', async () => {
    const asked = 'Can I post a photo of a client?';
    const near = await likeness(asked, 'Am I allowed to put up a picture of a service user?');
    const far = await likeness(asked, 'When does the bus leave?');
    assert.ok(near > far + 0.2, `${near} ${far}`);
  });
});

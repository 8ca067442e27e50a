import assert from 'node:assert/strict';
import { trainNetwork } from '../../../../src/features/policies/engine/build/trainNetwork';
import { Network, type NetworkData } from '../../../../src/features/policies/engine/network';
import { vectorLength } from '../../../../src/features/policies/engine/sentenceEncoder';
import { verdictFeatures } from '../../../../src/features/policies/engine/verdictFeatures';
import { openVerdict, VerdictModel } from '../../../../src/features/policies/engine/verdictModel';
import type { Verdict } from '../../../../src/features/policies/policy';
import { shortTraining } from './build/readingRoom';

const noVector = new Float32Array(vectorLength);

type Taught = readonly (readonly [text: string, verdict: string, clause?: string])[];

/** A model that was taught some questions, about P5.9 unless they say which clause. */
function teach(taught: Taught): Promise<NetworkData> {
  const lessons = taught.map(([text, label, clause = 'P5.9']) => {
    return { features: verdictFeatures(text, clause, noVector), truths: [{ label, weight: 1 }] };
  });
  return trainNetwork(lessons, { ...shortTraining, rounds: 120, smoothing: [0] });
}

async function verdictOf(asked: string, taught: Taught): Promise<Verdict> {
  return new VerdictModel(await teach(taught)).of('P5.9', asked, noVector);
}

/** How likely a yes is, for a question about a clause. */
async function shareOfYes(asked: string, taught: Taught, clause = 'P5.9'): Promise<number> {
  const network = new Network(await teach(taught));
  const [shares = []] = network.read(verdictFeatures(asked, clause, noVector));
  return shares[network.heads[0]?.indexOf('yes') ?? -1] ?? 0;
}

describe('the verdict on a question', () => {
  const asked = 'Can I ignore it?';

  it('is yes or no where that was taught', async () => {
    const taught: Taught = [
      [asked, 'yes'],
      ['Must I accept it?', 'no'],
    ];
    assert.equal(await verdictOf(asked, taught), 'yes');
    assert.equal(await verdictOf('Must I accept it?', taught), 'no');
  });

  it('is neither where it is not sure which', async () => {
    const [yes, no] = [
      [asked, 'yes'],
      [asked, 'no'],
    ] as const;
    assert.equal(await verdictOf(asked, [yes, no]), null);
    assert.equal(await verdictOf(asked, [yes, yes, yes, no]), null);
  });

  it('is neither for words that it never saw', async () => {
    const taught: Taught = [
      [asked, 'yes'],
      ['Must I accept it?', 'no'],
    ];
    assert.equal(await verdictOf('Rota laundry bus stop', taught), null);
  });

  it('depends, or is advice, as soon as that is likelier than not', async () => {
    for (const verdict of ['depends', 'advice'] as const) {
      const mostly: Taught = [...Array.from({ length: 3 }, () => [asked, verdict] as const), [asked, 'no']];
      assert.equal(await verdictOf(asked, mostly), verdict);
      const hardly: Taught = [
        [asked, verdict],
        [asked, 'no'],
        [asked, 'yes'],
      ];
      assert.equal(await verdictOf(asked, hardly), null);
    }
  });

  it('is neither for what, why and how', async () => {
    const taught: Taught = [
      ['Why should I ignore it?', openVerdict],
      [asked, 'yes'],
    ];
    assert.equal(await verdictOf('Why should I ignore it?', taught), null);
  });
});

describe('the way that a question points', () => {
  it('is known by words of the same sort', async () => {
    const taught: Taught = [
      ['Is it okay to do this?', 'yes'],
      ['Is it banned to do this?', 'no'],
    ];
    assert.ok((await shareOfYes('Is it permitted to do this?', taught)) > 0.6);
    assert.ok((await shareOfYes('Is it prohibited to do this?', taught)) < 0.4);
  });

  it('is read for each clause by itself: a yes to one is a no to another', async () => {
    const taught: Taught = [
      ['Can I do this?', 'yes', 'P5.9'],
      ['Can I do this?', 'no', 'P5.11'],
    ];
    assert.ok((await shareOfYes('Can I do that?', taught, 'P5.9')) > 0.6);
    assert.ok((await shareOfYes('Can I do that?', taught, 'P5.11')) < 0.4);
  });

  it('is turned by a refusal, a negation and a tag', () => {
    const features = (text: string) => new Set(verdictFeatures(text, 'P5.9', noVector).keys());
    for (const [one, other] of [
      ['Can I accept it?', 'Can I ignore it?'],
      ['Can I post it', 'Can I not post it'],
      ['I can post it', 'I can post it, right?'],
    ] as const)
      assert.notDeepEqual(features(one), features(other));
  });

  it('is read with the length 1, whatever is asked', () => {
    for (const text of ['Can I ignore it?', '', 'word '.repeat(4_000)]) {
      const values = [...verdictFeatures(text, 'P5.9', noVector).values()];
      const squares = values.reduce((sum, value) => sum + value ** 2, 0);
      assert.ok(Math.abs(squares - 1) < 1e-9, text.slice(0, 20));
    }
  });

  it('is not looked for past what is read of a long message', () => {
    const long = 'word '.repeat(200);
    const features = (text: string) => verdictFeatures(text, 'P5.9', noVector);
    assert.deepEqual(features(`${long} banned`), features(`${long} allowed`));
  });
});

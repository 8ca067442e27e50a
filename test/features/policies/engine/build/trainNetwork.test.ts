import assert from 'node:assert/strict';
import { numberSource } from '../../../../../src/features/policies/engine/build/numberSource';
import {
  trainNetwork,
  type NetworkLesson,
} from '../../../../../src/features/policies/engine/build/trainNetwork';
import { featuresOf } from '../../../../../src/features/policies/engine/features';
import { Network } from '../../../../../src/features/policies/engine/network';
import { vectorLength } from '../../../../../src/features/policies/engine/sentenceEncoder';
import { WordGroups } from '../../../../../src/features/policies/engine/wordGroups';
import { shortTraining as training } from './readingRoom';

const groups = new WordGroups({ fruit: ['apple', 'pear', 'quince'], animal: ['cow', 'goat', 'yak'] });
const read = (text: string) => featuresOf(text, groups, new Float32Array(vectorLength));
const right = (label: string) => ({ label, weight: 1 });

/** A text, and what is right for each of two heads: what it is about, and whether there is a fire. */
function lesson(text: string, about: string | undefined, fire: string): NetworkLesson {
  return { features: read(text), truths: [about === undefined ? undefined : right(about), right(fire)] };
}

const lessons = [
  lesson('eat an apple', 'fruit', 'no'),
  lesson('a ripe pear', 'fruit', 'no'),
  lesson('milk the cow', 'animal', 'no'),
  lesson('feed a goat', 'animal', 'no'),
  lesson('the barn burns', undefined, 'yes'),
  lesson('a fire in the barn', undefined, 'yes'),
];

describe('the network', () => {
  const trained = async () => new Network(await trainNetwork(lessons, training));

  /** The likeliest label of each head. */
  function likeliest(network: Network, text: string): (string | undefined)[] {
    const shares = network.read(read(text));
    return network.heads.map((labels, head) => {
      const own = shares[head] ?? [];
      return labels[own.indexOf(Math.max(...own))];
    });
  }

  it('knows what it was taught', async () => {
    const network = await trained();
    assert.deepEqual(likeliest(network, 'milk the cow'), ['animal', 'no']);
    assert.deepEqual(likeliest(network, 'a ripe pear'), ['fruit', 'no']);
  });

  it('knows a word that it never saw by the group of the word', async () => {
    const network = await trained();
    assert.equal(likeliest(network, 'one quince')[0], 'fruit');
    assert.equal(likeliest(network, 'one yak')[0], 'animal');
  });

  it('learns from a text for one head alone, and no label of the other', async () => {
    const network = await trained();
    assert.equal(likeliest(network, 'the barn burns')[1], 'yes');
    assert.deepEqual(network.heads, [
      ['animal', 'fruit'],
      ['no', 'yes'],
    ]);
  });

  it('gives shares that sum to 1, for an empty text too', async () => {
    const network = await trained();
    for (const text of ['a pear', '']) {
      for (const shares of network.read(read(text))) {
        assert.ok(Math.abs(shares.reduce((total, share) => total + share, 0) - 1) < 1e-9);
      }
    }
  });

  it('comes out the same every time, and otherwise with another seed', async () => {
    const first = await trainNetwork(lessons, training);
    assert.deepEqual(await trainNetwork(lessons, training), first);
    assert.notDeepEqual(await trainNetwork(lessons, { ...training, seed: 7 }), first);
  });

  it('learns without hidden units too', async () => {
    const network = new Network(await trainNetwork(lessons, { ...training, hidden: 0 }));
    assert.equal(likeliest(network, 'milk the cow')[0], 'animal');
  });

  it('refuses weights that do not fit its labels', async () => {
    const data = await trainNetwork(lessons, training);
    assert.throws(() => new Network({ ...data, heads: [...data.heads, ['stone']] }), /npm run policy:build/);
  });
});

describe('numbers from a seed', () => {
  it('are between 0 and 1, and spread evenly', () => {
    const source = numberSource(3);
    const numbers = Array.from({ length: 2000 }, () => source.next());
    assert.ok(numbers.every((each) => each >= 0 && each < 1));
    assert.ok(Math.abs(numbers.reduce((sum, each) => sum + each, 0) / 2000 - 0.5) < 0.03);
  });

  it('put items into another order without losing one', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const order = [...items];
    numberSource(3).shuffle(order);
    assert.notDeepEqual(order, items);
    assert.deepEqual(
      [...order].sort((one, other) => one - other),
      items,
    );
  });
});

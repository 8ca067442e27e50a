import assert from 'node:assert/strict';
import { trainModel, type Lesson } from '../../../../../src/features/policies/engine/build/trainModel';
import { blend, featuresOf as read } from '../../../../../src/features/policies/engine/features';
import { bucketCount, type Features } from '../../../../../src/features/policies/engine/hashedFeatures';
import { LinearModel } from '../../../../../src/features/policies/engine/linearModel';
import { NearestExamples } from '../../../../../src/features/policies/engine/nearest';
import { vectorLength } from '../../../../../src/features/policies/engine/sentenceEncoder';
import { WordGroups } from '../../../../../src/features/policies/engine/wordGroups';

const groups = new WordGroups({ fruit: ['apple', 'pear', 'quince'], animal: ['cow', 'goat', 'yak'] });

/** The features of a text whose vector says nothing. */
const featuresOf = (text: string): Features => read(text, groups, new Float32Array(vectorLength));

describe('a trained model', () => {
  const lesson = (text: string, label: string): Lesson => ({
    features: featuresOf(text),
    label,
    weight: 1,
  });
  const lessons = [
    lesson('eat an apple', 'fruit'),
    lesson('a ripe pear', 'fruit'),
    lesson('milk the cow', 'animal'),
    lesson('feed a goat', 'animal'),
  ];
  const training = { rounds: 20, rate: 0.3, decay: 1e-6 };
  const likeliest = async (text: string): Promise<string | undefined> => {
    const model = new LinearModel(await trainModel(lessons, training));
    const shares = model.probabilities(featuresOf(text));
    return model.labels[shares.indexOf(Math.max(...shares))];
  };

  it('knows what it was taught', async () => {
    assert.equal(await likeliest('milk the cow'), 'animal');
  });

  it('knows a word that it never saw by the group of the word', async () => {
    assert.equal(await likeliest('one quince'), 'fruit');
    assert.equal(await likeliest('one yak'), 'animal');
  });

  it('gives shares that sum to 1, for an empty text too', async () => {
    const model = new LinearModel(await trainModel(lessons, training));
    for (const text of ['a pear', '']) {
      const sum = model.probabilities(featuresOf(text)).reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9);
    }
  });

  it('comes out the same every time', async () => {
    assert.deepEqual(await trainModel(lessons, training), await trainModel(lessons, training));
  });

  it('refuses weights that do not fit its labels', async () => {
    const data = { ...(await trainModel(lessons, training)), labels: ['fruit', 'animal', 'stone'] };
    assert.throws(() => new LinearModel(data), /npm run policy:build/);
  });
});

describe('the features of a text', () => {
  const length = (features: Features): number =>
    [...features.values()].reduce((sum, value) => sum + value ** 2, 0);

  it('have the length 1', () => {
    assert.ok(Math.abs(length(featuresOf('Can I post this?')) - 1) < 1e-9);
  });

  it('keep the length 1 when a follow-up is read with the question before it', () => {
    const both = blend(featuresOf('and a cow?'), featuresOf('Can I post a pear?'), 0.8);
    assert.ok(Math.abs(length(both) - 1) < 1e-9);
  });

  it('weigh the words and the vector of the sentence alike', () => {
    const vector = new Float32Array(vectorLength);
    vector[3] = 1;
    const features = read('Can I post this?', groups, vector);
    const fromVector = [...features].filter(([slot]) => slot >= bucketCount);
    assert.ok(Math.abs(length(new Map(fromVector)) - 0.5) < 1e-9);
  });

  it('tell a question from a statement', () => {
    assert.notDeepEqual(featuresOf('a pear?'), featuresOf('a pear'));
  });
});

describe('the nearest examples', () => {
  const nearest = new NearestExamples(
    { fruit: ['eat an apple', 'a ripe pear'], animal: ['milk the cow'] },
    groups,
  );

  it('vote for their label, and the votes sum to 1', () => {
    const votes = nearest.votes('which apple is ripe');
    assert.ok((votes.get('fruit') ?? 0) > 0.9);
    assert.ok(Math.abs([...votes.values()].reduce((sum, vote) => sum + vote, 0) - 1) < 1e-9);
  });

  it('are silent about words that none of them has', () => {
    assert.equal(nearest.votes('zebra crossing').size, 0);
    assert.equal(nearest.votes('').size, 0);
  });
});

import assert from 'node:assert/strict';
import { trainModel, type Lesson } from '../../../../../src/features/policies/engine/build/trainModel';
import { blend, featuresOf, type Features } from '../../../../../src/features/policies/engine/features';
import { LinearModel } from '../../../../../src/features/policies/engine/linearModel';
import { NearestExamples } from '../../../../../src/features/policies/engine/nearest';
import { WordGroups } from '../../../../../src/features/policies/engine/wordGroups';

const groups = new WordGroups({ fruit: ['apple', 'pear', 'quince'], animal: ['cow', 'goat', 'yak'] });

describe('a trained model', () => {
  const lesson = (text: string, label: string): Lesson => ({
    features: featuresOf(text, groups),
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
  const likeliest = (text: string): string | undefined => {
    const model = new LinearModel(trainModel(lessons, training));
    const shares = model.probabilities(featuresOf(text, groups));
    return model.labels[shares.indexOf(Math.max(...shares))];
  };

  it('knows what it was taught', () => {
    assert.equal(likeliest('milk the cow'), 'animal');
  });

  it('knows a word that it never saw by the group of the word', () => {
    assert.equal(likeliest('one quince'), 'fruit');
    assert.equal(likeliest('one yak'), 'animal');
  });

  it('gives shares that sum to 1, for an empty text too', () => {
    const model = new LinearModel(trainModel(lessons, training));
    for (const text of ['a pear', '']) {
      const sum = model.probabilities(featuresOf(text, groups)).reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9);
    }
  });

  it('comes out the same every time', () => {
    assert.deepEqual(trainModel(lessons, training), trainModel(lessons, training));
  });

  it('refuses weights that do not fit its labels', () => {
    const data = { ...trainModel(lessons, training), labels: ['fruit', 'animal', 'stone'] };
    assert.throws(() => new LinearModel(data), /npm run policy:build/);
  });
});

describe('the features of a text', () => {
  const length = (features: Features): number =>
    [...features.values()].reduce((sum, value) => sum + value ** 2, 0);

  it('have the length 1', () => {
    assert.ok(Math.abs(length(featuresOf('Can I post this?', groups)) - 1) < 1e-9);
  });

  it('keep the length 1 when a follow-up is read with the question before it', () => {
    const both = blend(featuresOf('and a cow?', groups), featuresOf('Can I post a pear?', groups), 0.8);
    assert.ok(Math.abs(length(both) - 1) < 1e-9);
  });

  it('tell a question from a statement', () => {
    assert.notDeepEqual(featuresOf('a pear?', groups), featuresOf('a pear', groups));
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

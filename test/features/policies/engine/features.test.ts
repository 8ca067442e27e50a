import assert from 'node:assert/strict';
import { blend, featuresOf as read } from '../../../../src/features/policies/engine/features';
import { bucketCount, type Features } from '../../../../src/features/policies/engine/hashedFeatures';
import { vectorLength } from '../../../../src/features/policies/engine/sentenceEncoder';
import { WordGroups } from '../../../../src/features/policies/engine/wordGroups';

const groups = new WordGroups({ fruit: ['apple', 'pear'] });

/** The features of a text whose vector says nothing. */
const featuresOf = (text: string): Features => read(text, groups, new Float32Array(vectorLength));

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

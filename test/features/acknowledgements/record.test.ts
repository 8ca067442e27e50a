import assert from 'node:assert/strict';
import { Evidence, receiptNumber } from '../../../src/features/acknowledgements/asked/record';
import { versionOf } from '../../../src/features/acknowledgements/policyToConfirm';
import { aRecord, samplePolicy } from './samples';
import { surroundings } from './surroundings';

describe('the records of acknowledgements', () => {
  it('keep the first one of a person and a policy version, whatever comes later', async () => {
    const evidence = new Evidence((await surroundings()).parties.storage);
    const first = aRecord();
    assert.deepEqual(await evidence.add(first), first);
    assert.deepEqual(await evidence.add(aRecord({ at: '2027-01-01T00:00:00.000Z', campaignId: 'x' })), first);
    assert.deepEqual(await evidence.allOf('person-1'), [first]);
  });

  it('keep one for each version, the newest first, and a changed text is another version', async () => {
    const evidence = new Evidence((await surroundings()).parties.storage);
    await evidence.add(aRecord());
    await evidence.add(aRecord({ versionHash: 'other', at: '2027-01-01T00:00:00.000Z' }));
    const hashes = (await evidence.allOf('person-1')).map((record) => record.versionHash);
    assert.deepEqual(hashes, ['other', samplePolicy.version.hash]);
  });

  it('have a short number that is the same for every repeat and another for everybody else', () => {
    const version = versionOf(samplePolicy);
    const numbers = ['a', 'a', 'b'].map((person) => receiptNumber(person, version));
    assert.equal(numbers[0], numbers[1]);
    assert.equal(new Set(numbers).size, 2);
    for (const number of numbers) assert.match(number, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  });
});

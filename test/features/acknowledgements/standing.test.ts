import assert from 'node:assert/strict';
import { standingOf } from '../../../src/features/acknowledgements/asked/standing';
import type { Standing } from '../../../src/features/acknowledgements/asked/standing';
import { versionOf } from '../../../src/features/acknowledgements/policyToConfirm';
import { aCampaign, aRecipient, samplePolicy } from './samples';

type Found = Parameters<typeof standingOf>[0];
const nothing: Found = { campaign: undefined, recipient: undefined };

describe('somebody who presses a request', () => {
  const table: [string, Partial<Found>, Standing][] = [
    ['is asked when it is theirs and current', { campaign: aCampaign(), recipient: aRecipient() }, 'asked'],
    ['finds a request that nobody knows gone', {}, 'gone'],
    ['was not asked when they have no row in it', { campaign: aCampaign() }, 'notAsked'],
    [
      'is told that it was withdrawn',
      { campaign: aCampaign({ state: 'cancelled' }), recipient: aRecipient() },
      'withdrawn',
    ],
    [
      'is told that the policy has a new number',
      { campaign: aCampaign({ versionNumber: 1 }), recipient: aRecipient() },
      'olderVersion',
    ],
    [
      'is told that the text changed although the number did not',
      { campaign: aCampaign({ versionHash: 'other' }), recipient: aRecipient() },
      'olderVersion',
    ],
  ];
  for (const [sentence, found, standing] of table) {
    it(sentence, () =>
      assert.equal(standingOf({ ...nothing, ...found }, [versionOf(samplePolicy)]), standing),
    );
  }
});

import assert from 'node:assert/strict';
import type { Draft } from '../../../src/features/concerns/report/draft';
import {
  asksForFreeText,
  saysSend,
  understand,
} from '../../../src/features/concerns/report/typed/understand';

const at = (answers: Partial<Draft>): Draft => ({ id: 'd', revision: 1, ...answers });
const danger = at({});
const goOn = at({ danger: 'yes' });
const about = at({ danger: 'no' });
const affected = at({ danger: 'no', kind: 'other' });
const what = at({ danger: 'no', kind: 'other', affected: 'me' });
const review = at({ danger: 'no', kind: 'other', affected: 'me', what: 'Something.' });
const cancel = at({ cancelAsked: true });
const text = 'A driver put my rota on Facebook';

describe('typed words in a report', () => {
  const table: [string, Draft, string, object][] = [
    ['no', danger, 'No.', { do: 'answer', answers: { danger: 'no' } }],
    ['yes', danger, 'Yes!', { do: 'answer', answers: { danger: 'yes' } }],
    [
      'doubt about danger counts as danger',
      danger,
      "I don't know",
      { do: 'answer', answers: { danger: 'yes' } },
    ],
    ['"no idea" is not "no"', danger, 'no idea', { do: 'unclear' }],
    ['a text that comes early is kept', danger, text, { do: 'tell', text }],
    ['going on', goOn, 'go on', { do: 'goOn', answers: {} }],
    ['a kind', about, 'cyber-bullying', { do: 'answer', answers: { kind: 'bullying' } }],
    [
      'a kind by its label',
      about,
      'A picture of a service user or a colleague',
      { do: 'answer', answers: { kind: 'picture' } },
    ],
    [
      'who is affected before the kind',
      about,
      'a colleague',
      { do: 'answer', answers: { affected: 'colleague' } },
    ],
    ['two kinds at once are unclear', about, 'fake picture', { do: 'unclear' }],
    ['who is affected', affected, 'me', { do: 'answer', answers: { affected: 'me' } }],
    [
      'a service user and not the service',
      affected,
      'a service user',
      { do: 'answer', answers: { affected: 'serviceUser' } },
    ],
    ['the text, however short', what, 'lies', { do: 'tell', text: 'lies' }],
    ['back', what, 'back', { do: 'change', to: 'danger', answers: {} }],
    ['back from the review', review, 'go back', { do: 'change', to: 'about', answers: {} }],
    ['the name', review, 'Show my name', { do: 'answer', answers: { name: 'shown' } }],
    ['no name', review, "don't show my name", { do: 'answer', answers: { name: 'kept' } }],
    ['send', review, 'Send it', { do: 'send' }],
    ['nothing is added to a report that is being looked at', review, text, { do: 'unclear' }],
    ['later, at any step', what, 'save and finish later', { do: 'later' }],
    ['deleting', cancel, 'yes', { do: 'delete' }],
    ['keeping', cancel, 'no', { do: 'keep', answers: {} }],
    ['anything else does not delete', cancel, 'hello', { do: 'unclear' }],
  ];
  for (const [says, draft, words, means] of table) {
    it(`understands ${says}: "${words}"`, () => assert.deepEqual(understand(draft, words), means));
  }

  it('knows when every message is part of the free text', () => {
    assert.deepEqual([danger, about, what, review].map(asksForFreeText), [false, false, true, false]);
  });

  it('knows the words that send', () => {
    assert.deepEqual(['send', 'Send it!', 'sending'].map(saysSend), [true, true, false]);
  });
});

import assert from 'node:assert/strict';
import { spelled } from '../../../src/features/concerns/case/reference';
import { tooLongWords, written } from '../../../src/features/concerns/report/typedText';
import { urgencyOf } from '../../../src/features/concerns/case/urgency';

describe('what somebody wrote', () => {
  it('is kept letter by letter, in any script', () => {
    for (const text of ['<b>no</b> & `x`', 'שלום ‮abc', '${danger}', 'a\nb', 'Ünïcödé 👩‍🍳']) {
      assert.deepEqual(written(`  ${text}\r\n`), { kind: 'text', text });
    }
  });

  it('loses only what cannot be seen or stored', () => {
    assert.deepEqual(written('a\u0000b\ud800c\r\nd'), { kind: 'text', text: 'ab\ufffdc\nd' });
  });

  it('is nothing, no words, or too long', () => {
    assert.deepEqual(written(' \n '), { kind: 'nothing' });
    assert.deepEqual(written('😢😢'), { kind: 'noWords' });
    assert.deepEqual(written('x'.repeat(20_000)), { kind: 'tooLong', length: 20_000 });
    assert.match(tooLongWords(20_000), /20,000 characters, and up to 10,000 fit. Nothing is lost/);
  });
});

describe('a reference', () => {
  it('is seven signs that are not mixed up when read aloud', () => {
    assert.equal(spelled('0123456789abcdef'), '234-6789');
    assert.match(spelled('fedcba9876543210'), /^[2346789FHKMRTWXY]{3}-[2346789FHKMRTWXY]{4}$/);
  });
});

describe('urgency', () => {
  it('is highest where somebody may be in danger, by the answer or by the words', () => {
    assert.equal(urgencyOf('yes', 'other', 'me', false), 'danger');
    assert.equal(urgencyOf('no', 'other', 'me', true), 'danger');
  });

  it('is higher for a service user in a picture, and for sexual material whoever is affected', () => {
    assert.equal(urgencyOf('no', 'picture', 'serviceUser', false), 'soon');
    assert.equal(urgencyOf('no', 'sexual', 'service', false), 'soon');
    assert.equal(urgencyOf('no', 'picture', 'colleague', false), 'normal');
    assert.equal(urgencyOf('no', 'comments', 'serviceUser', false), 'normal');
  });
});

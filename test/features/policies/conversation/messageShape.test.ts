import assert from 'node:assert/strict';
import {
  LONGEST_QUESTION,
  plainWords,
  shapeOf,
  worthReading,
} from '../../../../src/features/policies/conversation/messageShape';
import type { MessageShape } from '../../../../src/features/policies/conversation/messageShape';

const rows: readonly (readonly [says: string, text: string, attachments: number, shape: MessageShape])[] = [
  ['nothing at all', '', 0, 'empty'],
  ['only spaces and direction marks', ' \u200f \u202e ', 0, 'empty'],
  ['only HTML tags', '<b></b><br/>', 0, 'empty'],
  ['only a picture', '', 1, 'picture'],
  ['only an emoji', '👍🏽', 0, 'wordless'],
  ['only question marks', '???', 0, 'wordless'],
  ['a telephone number', '999', 0, 'words'],
  ['only a link', 'https://www.facebook.com/groups/1?x=2', 0, 'link'],
  ['two links without their beginning', 'facebook.com/x www.tiktok.com/@y', 0, 'link'],
  ['a link with words', 'can I share https://example.org ?', 0, 'words'],
  ['an e-mail with its headers', 'From: A\nTo: B\nSubject: C\n\nCan we post this?', 0, 'email'],
  ['a forwarded e-mail', 'see below\n-----Original Message-----\nhello', 0, 'email'],
  ['a colon in a question', 'To: or not to: can I post it?', 0, 'words'],
  ['a question', 'Can I post this?', 0, 'words'],
  ['a question with a picture', 'Can I post this?', 1, 'words'],
  ['Hebrew, written from right to left', 'האם מותר לי לפרסם תמונה?', 0, 'otherScript'],
  ['English with a Greek name', 'Can I be friends with Ελένη on Facebook?', 0, 'words'],
  ['Polish', 'Czy mogę opublikować zdjęcie?', 0, 'words'],
  ['20,000 characters', 'word '.repeat(4_000), 0, 'long'],
  ['the longest question', 'a'.repeat(LONGEST_QUESTION), 0, 'words'],
];

describe('The shape of a message', () => {
  for (const [says, text, attachments, shape] of rows) {
    it(`${says} is ${shape}`, () => assert.equal(shapeOf(text, attachments), shape));
  }

  it('reads words without HTML and Markdown around them', () => {
    assert.equal(plainWords('<p>Can **I** <a href="x">post</a>\n> `this`?</p>'), 'Can I post this?');
  });

  it('keeps a lone angle bracket, which is no tag', () => {
    assert.equal(plainWords('is 3 < 4'), 'is 3 < 4');
  });

  it('reads a long message at its beginning and at its end', () => {
    const read = worthReading(`begin ${'x'.repeat(20_000)} end`);
    assert.ok(read.startsWith('begin') && read.endsWith('end') && read.length < 4_000);
  });
});

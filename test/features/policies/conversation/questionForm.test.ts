import assert from 'node:assert/strict';
import { isPutAsQuestion } from '../../../../src/features/policies/conversation/questionForm';

const rows: readonly (readonly [text: string, question: boolean])[] = [
  ['Can I post a photo of a client?', true],
  ['can i post a photo of a client', true],
  ['What’s a clause', true],
  ["Don't I need permission", true],
  ['my manager said it is fine, is it?', true],
  ['She posted my photo on Facebook.', false],
  ['Was at work. She posted my photo on Facebook', false],
  ['What happened was this. She took a photo.', false],
  ['cancel', false],
  ['', false],
  [`Can I ${'really '.repeat(60)}?`, false],
];

describe('A message that is put as a question', () => {
  for (const [text, question] of rows) {
    it(`"${text.slice(0, 45)}" is ${question ? 'one' : 'none'}`, () =>
      assert.equal(isPutAsQuestion(text), question));
  }
});

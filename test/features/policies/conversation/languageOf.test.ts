import assert from 'node:assert/strict';
import { languageOf } from '../../../../src/features/policies/conversation/languageOf';
import { policy } from './example';
import { ENGLISH, FOREIGN } from './sentences';

const { languages } = policy;

describe('The language of a message', () => {
  for (const { id, english } of languages) {
    it(`is seen to be ${english} in five sentences of five`, () => {
      const sentences = FOREIGN[id] ?? [];
      assert.equal(sentences.length, 5);
      assert.deepEqual(
        sentences.filter((sentence) => languageOf(sentence, languages)?.id !== id),
        [],
      );
    });
  }

  it('is never taken for another one in English, with dialect, slips and names from elsewhere', () => {
    assert.ok(ENGLISH.length >= 60);
    assert.deepEqual(
      ENGLISH.filter((sentence) => languageOf(sentence, languages)),
      [],
    );
  });

  it('is seen in one word that is a call for help', () => {
    const calls = { pomocy: 'pl', ajutor: 'ro', Helpwch: 'cy', Допоможіть: 'uk', помощ: 'bg', tulong: 'tl' };
    for (const [word, id] of Object.entries(calls)) assert.equal(languageOf(word, languages)?.id, id, word);
  });

  it('is not guessed in a script or a language that the file does not have', () => {
    for (const text of ['האם מותר לי לפרסם תמונה?', 'Μπορώ να ανεβάσω φωτογραφία;', '???', ''])
      assert.equal(languageOf(text, languages), undefined, text);
  });

  it('is known by words that are no English ones', () => {
    const english = new Set(
      ENGLISH.join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu),
    );
    // Names and greetings in the English sentences, and words that need others beside them.
    const borrowed = new Set(
      'dzien dobry bore buenos dias mae llangefni siân josé łukasz kowalska nowak sa pot main ka con'.split(
        ' ',
      ),
    );
    for (const { id, words } of languages) {
      const shared = words.filter((word) => english.has(word) && !borrowed.has(word));
      assert.deepEqual(shared, [], id);
    }
  });
});

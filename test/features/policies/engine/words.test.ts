import assert from 'node:assert/strict';
import { questionBefore } from '../../../../src/features/policies/engine/followUp';
import { formOf, type QuestionForm } from '../../../../src/features/policies/engine/questionForm';
import { knownRoots, Vocabulary } from '../../../../src/features/policies/engine/vocabulary';
import { WordGroups } from '../../../../src/features/policies/engine/wordGroups';
import { normalise, stem, wordsOf } from '../../../../src/features/policies/engine/words';

describe('words', () => {
  it('reads text the same with markup, capitals and any apostrophe', () => {
    assert.equal(normalise('  Don’t <b>POST</b>\n it '), 'dont post it');
    assert.equal(normalise("don't post it"), 'dont post it');
  });

  it('keeps a lone < that is no markup', () => {
    assert.equal(normalise('5 < 6'), '5 < 6');
  });

  it('finds the words of any alphabet', () => {
    assert.deepEqual(wordsOf('zdjęcie, صورة 2!'), ['zdjęcie', 'صورة', '2']);
    assert.deepEqual(wordsOf('🎉'), []);
  });

  it('gives the forms of a word one stem', () => {
    for (const form of ['post', 'posts', 'posted', 'posting']) assert.equal(stem(form), 'post');
    assert.equal(stem('sharing'), stem('shared'));
    assert.equal(stem('families'), stem('family'));
  });

  it('leaves short words and double s alone', () => {
    assert.equal(stem('its'), 'its');
    assert.equal(stem('boss'), 'boss');
  });
});

describe('groups of words', () => {
  const groups = new WordGroups({ client: ['resident', 'service user'], picture: ['photo', 'snap'] });
  const find = (text: string): string[] => groups.find(wordsOf(text).map(stem));

  it('finds a group by any of its words, in any form', () => {
    assert.deepEqual(find('photos of residents'), ['picture', 'client']);
  });

  it('finds a group by a phrase, and not by half of it', () => {
    assert.deepEqual(find('a service user'), ['client']);
    assert.deepEqual(find('a service'), []);
  });

  it('keeps a word that is in two groups in both', () => {
    const both = new WordGroups({ one: ['snap', 'x1'], two: ['snap', 'x2'] });
    assert.deepEqual(both.find(['snap']), ['one', 'two']);
  });
});

describe('the vocabulary', () => {
  const vocabulary = new Vocabulary(knownRoots(['Can I post a photo of a resident?'], []));

  it('understands a text with some unknown words', () => {
    assert.ok(vocabulary.understands('can i post teh foto'));
  });

  it('does not understand another language or nothing', () => {
    assert.ok(!vocabulary.understands('czy mogę opublikować zdjęcie'));
    assert.ok(!vocabulary.understands(''));
  });

  it('does not learn a word of another language from people who use it among English ones', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `jest co to ${index}`);
    assert.ok(new Vocabulary(knownRoots([], lines)).understands('co to jest'));
    assert.ok(!new Vocabulary(knownRoots([], lines, ['jest'])).understands('co to jest'));
  });
});

describe('the form of a question', () => {
  const table: [text: string, form: QuestionForm][] = [
    ['Can I post this?', 'polar'],
    ['Hi, is it ok to post this', 'polar'],
    ['The family agreed, can I post it?', 'polar'],
    ['i can put photo of client?', 'polar'],
    ['What may I post?', 'open'],
    ['A friend asked me, what do I say?', 'open'],
    ['How come?', 'open'],
    ['Why not', 'open'],
    ['What about WhatsApp?', 'bare'],
    ['and my birthday', 'bare'],
    ['A colleague posted a photo.', 'bare'],
    ['Is it against the rules to post this?', 'reversed'],
    ['Should I not post this?', 'reversed'],
    ['', 'bare'],
  ];
  for (const [text, form] of table) {
    it(`calls "${text}" ${form}`, () => {
      assert.equal(formOf(text), form);
    });
  }
});

describe('the question before', () => {
  const previous = ['Can I post a photo of a client?', 'ok'];
  const unclear = 0.1;

  it('is found for a message that leans on it, past turns that say nothing', () => {
    for (const text of [
      'And with permission?',
      'why?',
      'Is that so for colleagues as well?',
      'ok but in a closed group',
    ]) {
      assert.equal(questionBefore(text, previous, unclear), previous[0], text);
    }
  });

  it('is left out for a question that stands by itself', () => {
    assert.equal(questionBefore('Can I join a campaign group on Facebook?', previous, unclear), undefined);
  });

  it('is left out for words that may lean but are clear by themselves', () => {
    assert.equal(questionBefore('Will they sack me for a rude tweet?', previous, 0.8), undefined);
    assert.equal(questionBefore('Will they mind a rude tweet?', previous, 0.2), previous[0]);
  });

  it('is not invented when nothing was asked', () => {
    assert.equal(questionBefore('And with permission?', [], unclear), undefined);
    assert.equal(questionBefore('And with permission?', ['hi'], unclear), undefined);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redactor';

/** Questions as staff type them, with what names somebody or some place in braces. */
const identifying = linesOf('identifiers.txt');
/** Thirty questions in which there is nothing to hide. */
const ordinary = linesOf('ordinary.txt');

describe('Redaction', () => {
  it('takes out at least 98 % of more than 300 planted names, places, dates, numbers and addresses', () => {
    const found = identifying.flatMap(identifiersIn);
    const left = found.filter(({ isLeft }) => isLeft).map(({ identifier }) => identifier);
    const share = 1 - left.length / found.length;
    print(`${(100 * share).toFixed(1)} % of ${found.length} gone; left: ${left.join(', ')}`);
    assert.ok(found.length >= 300);
    assert.ok(share >= 0.98, left.join(', '));
  });

  it('would be seen to fail if it took nothing out', () => {
    const found = identifiersIn('can {dorothy} post');
    assert.deepEqual(
      found.map(({ identifier, isLeft }) => [identifier, isLeft]),
      [['dorothy', false]],
    );
    assert.ok(isLeft('dorothy', 'can  post', 'can dorothy post'));
  });

  it('leaves at least 95 % of the words of ordinary questions', () => {
    const all = ordinary.reduce((sum, question) => sum + wordsIn(question).length, 0);
    const kept = ordinary.reduce((sum, question) => sum + wordsIn(redact(question).text).length, 0);
    print(`${((100 * kept) / all).toFixed(1)} % of ${all} words stay`);
    assert.equal(ordinary.length, 30);
    assert.ok(kept / all >= 0.95);
  });

  const exactly: readonly (readonly [why: string, typed: string, sent: string])[] = [
    ['merges what stands together', 'can kasia wisniewska post', 'can […] post'],
    ['keeps the sentence around it', 'Is Dorothy’s photo OK?', 'Is […] photo OK?'],
    ['knows names that are words', 'can rose tag dawn', 'can […] tag […]'],
    ['leaves will and may as verbs', 'when will I know if I may post', 'when will I know if I may post'],
    ['takes Will and May as names', 'can will post may’s photo', 'can […] post […] photo'],
    ['takes a surname after a title', 'mrs young wants a photo', 'mrs […] wants a photo'],
    ['leaves young people', 'can young people post', 'can young people post'],
    ['takes an address as a whole', 'she lives at 12 station road', 'she lives at […]'],
    ['leaves the car park', 'a photo in the car park', 'a photo in the car park'],
    ['takes dates in words', 'born on the third of may nineteen forty', 'born on the […] of […]'],
    ['leaves a few of something', 'can I post two photos', 'can I post two photos'],
    ['takes a capital letter for a name', 'can I tag Sunny Hill in it', 'can I tag […] in it'],
    ['leaves capitals for emphasis', 'can I NEVER post a photo', 'can I NEVER post a photo'],
    ['reads a title or shouting', 'CAN I POST A PHOTO OF DOREEN', 'CAN I POST A PHOTO OF […]'],
    ['sees through invisible signs', 'can do\u200bro\u200bthy post', 'can […] post'],
    ['takes letters of another script', 'can Олена post', 'can […] post'],
    ['lets no sign pass that it does not know', 'is <b>this</b> {ok}?', 'is […] ok?'],
    ['has nothing to say to nothing', '', ''],
  ];
  for (const [why, typed, sent] of exactly) {
    it(`${why}: “${typed}”`, () => assert.equal(redact(typed).text, sent));
  }

  it('changes nothing more in what it made', () => {
    for (const question of [...identifying, ...ordinary]) {
      const { text } = redact(question.replace(/[{}]/g, ''));
      assert.equal(redact(text).text, text);
    }
  });

  it('counts the words that stay', () => {
    assert.equal(redact('kasia wisniewska').kept, 0);
    assert.equal(redact('can kasia post').kept, 2);
  });
});

function linesOf(name: string): string[] {
  return readFileSync(join(__dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function identifiersIn(line: string): { identifier: string; isLeft: boolean }[] {
  const sent = redact(line.replace(/[{}]/g, '')).text;
  const around = line.replace(/\{[^}]*\}/g, ' ');
  return [...line.matchAll(/\{([^}]*)\}/g)].map(([, identifier = '']) => ({
    identifier,
    isLeft: isLeft(identifier, around, sent),
  }));
}

/** Whether a word of it stands in what would be sent that does not stand elsewhere in the question. */
function isLeft(identifier: string, around: string, sent: string): boolean {
  const telling = wordsIn(identifier).filter((word) => !SMALL.has(word) && !wordsIn(around).includes(word));
  return telling.some((word) => wordsIn(sent).includes(word));
}

/** Small words inside a date or an address tell nothing. */
const SMALL = new Set(['a', 'an', 'the', 'of', 'and', 'at', 'in', 'is']);

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function print(line: string): void {
  process.stdout.write(`      ${line}\n`);
}

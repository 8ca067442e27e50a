import assert from 'node:assert/strict';
import type { SentQuestion } from '../../../../src/features/policies/sentQuestions/sentQuestionStore';
import { weekOf } from '../../../../src/features/policies/sentQuestions/sentQuestionStore';
import { themesOf } from '../../../../src/features/policies/sentQuestions/themes';

const sent = (text: string, fields: Partial<SentQuestion> = {}): SentQuestion => ({
  text,
  week: '2026-W47',
  clauses: [],
  ...fields,
});
const asked = (texts: readonly string[]): SentQuestion[] => texts.map((text) => sent(text));

const CHATGPT = [
  'can I use chatgpt to write care notes',
  'is it ok to use chatgpt for care plans',
  'are we allowed to use chatgpt to write notes',
  'can […] put care notes into chatgpt',
];
const UNIFORM = [
  'can I wear my uniform in a video',
  'can i wear my uniform on tiktok',
  'uniform in a tiktok video',
];
const SINGLE = ['who owns the newsletter', 'is there wifi', 'when is payday', 'do volunteers count'];

describe('The themes of the questions that were sent', () => {
  it('hold the questions that are alike, the largest first, and count the others', () => {
    const { themes, others } = themesOf(asked([...UNIFORM, ...SINGLE, ...CHATGPT]));
    assert.deepEqual(
      themes.map(({ count }) => count),
      [4, 3],
    );
    assert.ok(themes[0]?.questions.every((text) => text.includes('chatgpt')));
    assert.ok(themes[1]?.questions.every((text) => text.includes('uniform')));
    assert.equal(others, 4);
  });

  it('show three questions at most', () => {
    const [theme] = themesOf(asked(CHATGPT)).themes;
    assert.equal(theme?.questions.length, 3);
  });

  it('show no question that is like fewer than two others', () => {
    assert.deepEqual(themesOf(asked([...CHATGPT.slice(0, 2), ...SINGLE])), { themes: [], others: 6 });
  });

  it('are shown from three on', () => {
    assert.equal(themesOf(asked(CHATGPT.slice(0, 3))).themes[0]?.count, 3);
  });

  it('are the same, whatever the order in which the questions are read', () => {
    const questions = asked([...CHATGPT, ...SINGLE, ...UNIFORM]);
    assert.deepEqual(themesOf(questions), themesOf([...questions].reverse()));
  });

  it('hold each question once, also where it is like those of two themes', () => {
    const both = 'can I wear my uniform in a chatgpt video for care notes';
    const { themes, others } = themesOf(asked([...CHATGPT, ...UNIFORM, both]));
    assert.equal(
      themes.reduce((sum, { count }) => sum + count, others),
      8,
    );
  });

  it('do not join questions that share only words which all questions have', () => {
    const words = ['can I have the day off', 'can I do what I want', 'can I go to the pub and what for'];
    assert.deepEqual(themesOf(asked(words)).themes, []);
  });

  it('join other words about a topic that the bot knows', () => {
    const texts = ['can they sack me for a post', 'can I get sacked over a video', 'sacked for a joke'];
    const lone = themesOf(asked(texts.slice(0, 2).concat('how many warnings before they sack you online')));
    const known = themesOf(
      texts
        .slice(0, 2)
        .concat('how many warnings before they sack you online')
        .map((text) => sent(text, { topic: 'penalties' })),
    );
    assert.ok((known.themes[0]?.count ?? 0) >= (lone.themes[0]?.count ?? 0));
    assert.equal(known.themes[0]?.count, 3);
  });

  it('say when the last of them was sent', () => {
    const [one, two, three] = asked(CHATGPT);
    assert.ok(one && two && three);
    const { themes } = themesOf([{ ...one, week: '2026-W49' }, two, { ...three, week: '2026-W50' }]);
    assert.equal(themes[0]?.lastWeek, '2026-W50');
  });

  it('are none of nothing', () => {
    assert.deepEqual(themesOf([]), { themes: [], others: 0 });
    assert.deepEqual(themesOf(asked(['[…]', '', '[…]'])), { themes: [], others: 3 });
  });

  it('of 3,000 questions are found in less than five seconds', () => {
    const texts = [...CHATGPT, ...UNIFORM, ...SINGLE];
    const many = Array.from({ length: 3_000 }, (_, at) => `${texts[at % texts.length]} room ${at % 40}`);
    const start = process.cpuUsage();
    assert.ok(themesOf(asked(many)).themes.length > 0);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 5_000_000, `${user + system} µs`);
  });
});

describe('The week of a question', () => {
  it('is the week in Britain, with the year that the week belongs to', () => {
    assert.equal(weekOf(new Date('2026-11-18T10:00:00Z')), '2026-W47');
    assert.equal(weekOf(new Date('2027-01-01T10:00:00Z')), '2026-W53');
    assert.equal(weekOf(new Date('2026-06-14T23:30:00Z')), '2026-W25');
  });
});

import assert from 'node:assert/strict';
import { readDraftInput } from '../../../src/features/acknowledgements/compose/draftInput';

const ALLOWED = new Set(['team-1', 'team-2']);
const good = {
  teams: 'team-1,team-2',
  title: ' Read this ',
  words: 'Please.',
  due: '2026-12-06',
  includeMe: 'false',
  check: 'false',
};
const read = (changes: Record<string, unknown> = {}) =>
  readDraftInput({ ...good, ...changes }, ALLOWED, '2026-11-22');

describe('what a manager types into a request', () => {
  it('is kept as typed, without the blanks around it', () => {
    assert.deepEqual(read(), {
      input: {
        teamIds: ['team-1', 'team-2'],
        title: 'Read this',
        words: 'Please.',
        due: '2026-12-06',
        senderIncluded: false,
        check: false,
        joinersIncluded: true,
      },
    });
  });

  it('asks the questions at the end unless that was taken away', () => {
    for (const check of ['true', undefined, 'nonsense']) {
      const { problem, ...rest } = read({ check });
      assert.ok(problem === undefined && 'input' in rest && rest.input.check, String(check));
    }
  });

  it('asks people who join later too, unless the manager says no', () => {
    const asksJoiners = (includeJoiners?: string) => {
      const result = read({ includeJoiners });
      return 'input' in result && result.input.joinersIncluded;
    };
    assert.deepEqual(['true', undefined, 'false'].map(asksJoiners), [true, true, false]);
  });

  it('may ask for today', () => assert.equal(read({ due: '2026-11-22' }).problem, undefined));

  it('counts a team that is named twice once', () => {
    const result = read({ teams: 'team-1,team-1,' });
    assert.deepEqual('input' in result && result.input.teamIds, ['team-1']);
  });

  const refused: [string, Record<string, unknown>, RegExp][] = [
    ['without a team', { teams: '' }, /at least one team/],
    ['with a team that they may not send to', { teams: 'team-1,team-9' }, /cannot send to one of these/],
    ['without a title', { title: '  ' }, /write a title/],
    ['with a title of 5,000 characters', { title: 'x'.repeat(5_000) }, /has 5000 characters/],
    ['without words', { words: '' }, /few words/],
    ['with words of 20,000 characters', { words: 'x'.repeat(20_000) }, /has?v?e? 20000 characters/],
    ['without a date', { due: undefined }, /choose a date/],
    ['with a date that does not exist', { due: '2026-02-30' }, /choose a date/],
    ['with a date of yesterday', { due: '2026-11-21' }, /in the past/],
    ['with a list where a text belongs', { title: ['a'] }, /write a title/],
  ];
  for (const [what, changes, problem] of refused) {
    it(`${what} is refused with a sentence on what to change`, () => {
      assert.match(read(changes).problem ?? '', problem);
    });
  }
});

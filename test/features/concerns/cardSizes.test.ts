import assert from 'node:assert/strict';
import { CARD_LIMIT_BYTES } from '../../../src/cards/render';
import type { Card } from '../../../src/cards/render';
import { loadContacts } from '../../../src/contacts/contacts';
import type { Case, Detail } from '../../../src/features/concerns/case/case';
import { casePage } from '../../../src/features/concerns/case/casePages';
import type { Draft } from '../../../src/features/concerns/report/draft';
import { stepCard } from '../../../src/features/concerns/report/stepCards';

const people = Array.from({ length: 200 }, (_, at) => ({
  ...{ id: `0e0e0e0e-0000-4000-8000-${String(at).padStart(12, '0')}`, as: 'manager' as const },
  name: `Pat Somebody-Exampleby ${at}`,
}));
const beside = { contacts: loadContacts(), people, ringsBack: true };
const LONG: readonly [string, string][] = [
  ['letters', 'x'.repeat(10_000)],
  ['quotes and line breaks', '"\n'.repeat(5_000)],
  ['signs of three bytes', '字'.repeat(10_000)],
  ['emoji', '👩‍🍳'.repeat(2_000)],
];
const draft = (what: string): Draft => ({
  id: 'd',
  revision: 1,
  danger: 'no',
  kind: 'other',
  affected: 'me',
  what,
});
const size = (card: Card): number => Buffer.byteLength(JSON.stringify(card.content));

function caseWith(what: string): Case {
  return {
    ...{
      type: 'case',
      reference: 'KH4-7RTW',
      danger: 'no',
      kind: 'other',
      affected: 'me',
      what,
      name: 'kept',
    },
    ...{
      reporter: 's1.k.x',
      urgency: 'normal',
      receivedAt: '2026-11-18T10:00:00.000Z',
      targetOn: '2026-11-23',
    },
    ...{
      status: 'taken',
      handler: { id: 'h', name: 'Fergus Foldersby' },
      handOff: { state: 'posted', failures: 0 },
    },
    ...{ channelCards: [], drawn: '', added: false, details: 0, tellFailures: 0, events: 1 },
  };
}

describe('cards with the longest text', () => {
  for (const [what, text] of LONG) {
    it(`hold 10,000 ${what} in review and change, within what Teams takes`, () => {
      assert.ok(size(stepCard(draft(text), beside)) <= CARD_LIMIT_BYTES);
      const change = stepCard({ ...draft(text), changing: 'about' }, beside);
      const input = JSON.stringify(change.content);
      assert.ok(input.includes(JSON.stringify(text).slice(1, -1)) || input.includes('characters are kept'));
    });

    it(`show handlers every one of 10,000 ${what}, page by page`, () => {
      const details: Detail[] = [
        { type: 'detail', number: 1, question: 'more', text, addedAt: '2026-11-18T10:00:00.000Z' },
      ];
      const file = {
        id: 'c',
        value: caseWith(text),
        details,
        events: [],
        now: new Date('2026-11-20T10:00:00Z'),
      };
      const shown: string[] = [];
      for (let page = 0; ; page++) {
        const card = casePage(file, page, []);
        shown.push(...textsOf(card));
        if (!JSON.stringify(card.content).includes('Next page')) break;
      }
      assert.equal(shown.join('').split(text).length - 1, 2);
    });
  }

  it('show the last page to whoever asks for one past it', () => {
    const file = {
      id: 'c',
      value: caseWith('Short.'),
      details: [],
      events: [],
      now: new Date('2026-11-20T10:00:00Z'),
    };
    assert.deepEqual(casePage(file, 99, []), casePage(file, 0, []));
  });
});

/** What people typed, as the card holds it. */
function textsOf(card: Card): string[] {
  const runs = JSON.stringify(card.content).match(/"type":"TextRun","text":"((?:[^"\\]|\\.)*)"/g) ?? [];
  return runs.map((run) => (JSON.parse(`{${run}}`) as { text: string }).text);
}

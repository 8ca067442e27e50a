import assert from 'node:assert/strict';
import { CARD_LIMIT_BYTES } from '../../../../src/cards/render';
import type { CaseEvent, Detail } from '../../../../src/features/concerns/case/case';
import { caseSchema } from '../../../../src/features/concerns/case/case';
import { pageOf } from '../../../../src/features/concerns/case/cardPages';
import { chronologyBlocks, chronologyOf } from '../../../../src/features/concerns/chronology/chronology';
import { namelessFor } from '../../../../src/features/concerns/chronology/names';

const at = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day, 10)).toISOString();
const value = (what: string) =>
  caseSchema.parse({
    ...{
      type: 'case',
      reference: 'KH4-7RTW',
      danger: 'no',
      kind: 'other',
      affected: 'me',
      what,
      name: 'kept',
    },
    ...{ reporter: 's1.k.x', urgency: 'normal', receivedAt: at(0), targetOn: '2026-01-06', status: 'new' },
    ...{ handOff: { state: 'posted', failures: 0 }, channelCards: [], drawn: '', added: false, details: 60 },
    ...{ tellFailures: 0, events: 400 },
  });
const details: Detail[] = Array.from({ length: 60 }, (_, number) => ({
  ...{ type: 'detail', number: number + 1, question: 'more', addedAt: at(number) },
  text: `Detail ${number}: ${'字'.repeat(3_900)}`,
}));
const events: CaseEvent[] = Array.from({ length: 400 }, (_, day) => ({
  ...{ type: 'event', what: day === 0 ? 'received' : day <= 60 ? 'detailAdded' : 'opened', at: at(day) },
  by: { id: 'h', name: 'Fergus Foldersby' },
}));

describe('the pages of a chronology', () => {
  it('hold the longest report within what Teams takes, every step of it', () => {
    const told = { value: value('"\n'.repeat(5_000)), details, events };
    const blocks = chronologyBlocks(
      chronologyOf(told, namelessFor(told, { team: [], others: [], involved: [] })),
    );
    const actions = [{ verb: 'concerns.open', title: 'Back to the report' }];
    const choice = { id: 'c'.repeat(64), actions, openVerb: 'concerns.chronology' };
    const link = `https://bot.example.org/records/${'t'.repeat(43)}`;
    const shown: string[] = [];
    for (let page = 0; ; page++) {
      const text = JSON.stringify(pageOf(blocks, { ...choice, link, page }).content);
      assert.ok(Buffer.byteLength(text) <= CARD_LIMIT_BYTES, `page ${page}`);
      shown.push(text);
      if (!text.includes('Next page')) break;
    }
    const all = shown.join('');
    for (let number = 0; number < 60; number++) assert.ok(all.includes(`Detail ${number}: `), String(number));
    assert.equal(all.split('Opened by Handler 1').length - 1, 339);
    assert.equal(JSON.stringify(pageOf(blocks, { ...choice, link, page: 9_999 }).content), shown.at(-1));
  });
});

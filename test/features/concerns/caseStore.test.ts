import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Detail } from '../../../src/features/concerns/case/case';
import { caseRowSchema } from '../../../src/features/concerns/case/case';
import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import { References } from '../../../src/features/concerns/case/reference';
import { createSealing } from '../../../src/storage/sealing';
import type { Storage } from '../../../src/storage/storage';
import { freshStorage } from '../../support/freshStorage';
import { aCase, AT } from './aCase';

describe('the cases', () => {
  let storage: Storage;
  let cases: CaseStore;
  before(async () => {
    storage = await freshStorage();
    cases = new CaseStore(storage);
  });

  it('are made once, however often they are sent', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => cases.create('once', aCase, { what: 'received', at: AT })),
    );
    assert.equal(made.filter(Boolean).length, 1);
    assert.equal((await cases.events('once')).length, 1);
  });

  it('have one owner when twenty take one on at the same moment', async () => {
    await cases.create('wanted', aCase, { what: 'received', at: AT });
    const by = (at: number) => ({ id: `handler-${at}`, name: `Handler ${at}` });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        cases.step('wanted', (now) =>
          now.status === 'new'
            ? {
                next: { ...now, status: 'taken', handler: by(at) },
                event: { what: 'takenOn', at: AT, by: by(at) },
              }
            : undefined,
        ),
      ),
    );
    const winners = results.filter((result) => result?.taken);
    assert.equal(winners.length, 1);
    assert.ok(results.every((result) => result?.now.handler?.id === winners[0]?.now.handler?.id));
    assert.equal((await cases.events('wanted')).length, 2);
  });

  it('keep every event of the history, in order and without a gap', async () => {
    await cases.create('busy', aCase, { what: 'received', at: AT });
    const open = (note: string) =>
      cases.step('busy', (now) => ({ next: now, event: { what: 'opened', at: AT, note } }));
    await Promise.all(Array.from({ length: 8 }, (_, at) => open(String(at))));
    const notes = (await cases.events('busy')).map(({ note }) => note ?? '');
    assert.equal(notes.length, 9);
    assert.deepEqual(notes.slice(1).sort(), ['0', '1', '2', '3', '4', '5', '6', '7']);
    assert.equal((await cases.get('busy'))?.events, 9);
  });

  describe('have a history that', () => {
    const rows = () => storage.table('concernCases', caseRowSchema);
    const by = { id: 'h', name: 'Fergus Foldersby' };
    async function history(id: string): Promise<void> {
      await cases.create(id, aCase, { what: 'received', at: AT });
      for (const note of ['one', 'two'])
        await cases.step(id, (now) => ({ next: now, event: { what: 'noted', at: AT, by, note } }));
      const value: Detail = { type: 'detail', number: 1, question: 'more', text: 'It was red.', addedAt: AT };
      await cases.step(id, (now) => ({
        ...{ next: now, event: { what: 'detailAdded', at: AT } },
        detail: { key: 'k', value },
      }));
    }
    async function change(id: string, row: string, to: object): Promise<void> {
      await rows().change(id, row, (now) => now && caseRowSchema.parse({ ...now, ...to }));
    }

    it('holds as it is', async () => {
      await history('whole');
      assert.equal(await cases.broken('whole'), undefined);
    });

    const changes: readonly [string, string, object, RegExp][] = [
      ['words', 'event-000002', { note: 'three' }, /^event 2: its words/],
      ['who', 'event-000002', { by: { id: 'x', name: 'Nobody' } }, /^event 2: its words/],
      ['time', 'event-000003', { at: '2026-11-19T10:00:00.000Z' }, /^event 3: was changed/],
      ['step', 'event-000003', { what: 'opened' }, /^event 3: was changed/],
      ['salt', 'event-000002', { salt: undefined }, /^event 2: its words/],
      ['addition', 'detail-k', { text: 'It was blue.' }, /^event 4: what the reporter wrote/],
      ['report', 'case', { what: 'y' }, /^event 1: what the reporter wrote/],
    ];
    for (const [what, row, to, named] of changes) {
      it(`names the event whose ${what} somebody changed in storage`, async () => {
        await history(`changed ${what}`);
        await change(`changed ${what}`, row, to);
        assert.match((await cases.broken(`changed ${what}`)) ?? '', named);
      });
    }

    it('names the event that somebody took away, from the middle or from the end', async () => {
      for (const [row, named] of [
        ['event-000002', /^event 2: is missing/],
        ['event-000004', /^event 4 is missing/],
      ] as const) {
        await history(`without ${row}`);
        await rows().remove(`without ${row}`, row);
        assert.match((await cases.broken(`without ${row}`)) ?? '', named);
      }
    });

    it('holds when words and additions are erased, and keeps nothing of them', async () => {
      await history('erased');
      await cases.eraseWords('erased', 2);
      await rows().remove('erased', 'detail-k');
      assert.equal(await cases.broken('erased'), undefined);
      assert.doesNotMatch(JSON.stringify((await cases.events('erased'))[1]), /one|Fergus|salt/);
    });
  });

  it('say when there is no such case', async () => {
    assert.equal(await cases.step('nobody', () => assert.fail()), undefined);
  });

  it('get references that stay theirs, also when two candidates are the same', async () => {
    const tag = (text: string): string =>
      text.endsWith(' 0') ? '0'.repeat(32) : `1${text.charCodeAt(0)}${'2'.repeat(30)}`;
    const sealing = { ...createSealing({ key: randomBytes(32), keyId: 'test' }), tag };
    const references = new References(storage, sealing);
    const [one, two] = [await references.reserve('a'), await references.reserve('b')];
    assert.notEqual(one, two);
    assert.deepEqual([await references.reserve('a'), await references.reserve('b')], [one, two]);
  });
});

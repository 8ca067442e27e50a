import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Case } from '../../../src/features/concerns/case/case';
import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import { References } from '../../../src/features/concerns/case/reference';
import { createSealing } from '../../../src/storage/sealing';
import { Storage } from '../../../src/storage/storage';
import { startAzurite } from '../../support/azurite';

const AT = '2026-11-18T10:00:00.000Z';
const fresh: Case = {
  ...{
    type: 'case',
    reference: 'KH4-7RTW',
    danger: 'no',
    kind: 'other',
    affected: 'me',
    what: 'x',
    name: 'kept',
  },
  ...{ reporter: 's1.k.x', urgency: 'normal', receivedAt: AT, targetOn: '2026-11-23', status: 'new' },
  ...{ handOff: { state: 'waiting', failures: 0 }, channelCards: [], drawn: '', added: false, details: 0 },
  ...{ told: [], tellFailures: 0, events: 0 },
};

describe('the cases', () => {
  let storage: Storage;
  let cases: CaseStore;
  before(async () => {
    const { connectionString } = await startAzurite();
    storage = new Storage({ kind: 'connection', connectionString }, `t${randomBytes(6).toString('hex')}`);
    cases = new CaseStore(storage);
  });

  it('are made once, however often they are sent', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => cases.create('once', fresh, { what: 'received', at: AT })),
    );
    assert.equal(made.filter(Boolean).length, 1);
    assert.equal((await cases.events('once')).length, 1);
  });

  it('have one owner when twenty take one on at the same moment', async () => {
    await cases.create('wanted', fresh, { what: 'received', at: AT });
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
    await cases.create('busy', fresh, { what: 'received', at: AT });
    const open = (note: string) =>
      cases.step('busy', (now) => ({ next: now, event: { what: 'opened', at: AT, note } }));
    await Promise.all(Array.from({ length: 8 }, (_, at) => open(String(at))));
    const notes = (await cases.events('busy')).map(({ note }) => note);
    assert.equal(notes.length, 9);
    assert.deepEqual(notes.slice(1).sort(), ['0', '1', '2', '3', '4', '5', '6', '7']);
    assert.equal((await cases.get('busy'))?.events, 9);
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

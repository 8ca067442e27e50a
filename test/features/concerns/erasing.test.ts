import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import type { ReportIndex } from '../../../src/features/concerns/case/reportIndex';
import type { ConcernsDeps } from '../../../src/features/concerns';
import type { SealedFiles } from '../../../src/features/concerns/evidence/sealedFiles';
import { CaseEraser } from '../../../src/features/concerns/retention/caseEraser';
import { createLog } from '../../../src/log';
import { createNameSeal } from '../../../src/storage/nameSeal';
import { createSealing } from '../../../src/storage/sealing';
import { freshStorage } from '../../support/freshStorage';
import { FakeClock } from '../../support/fakeClock';
import { aCase, AT } from './aCase';

const LATER = new Date('2033-01-01T03:00:00Z');

describe('a closed report whose time has come', () => {
  let cases: CaseStore;
  let removed: string[];
  beforeEach(async () => {
    cases = new CaseStore(await freshStorage());
    removed = [];
    await cases.create('old', aCase, { what: 'received', at: AT });
    await cases.step('old', (now) => ({
      next: { ...now, status: 'closed' },
      event: { what: 'closed', at: AT },
    }));
  });

  /** @param happens while the eraser reads the case's history, and before each removal of its files */
  function eraser({
    reading = () => Promise.resolve(),
    removing = () => Promise.resolve(),
  }: {
    reading?: () => Promise<unknown>;
    removing?: () => Promise<unknown>;
  } = {}): CaseEraser {
    const watched = Object.create(cases, {
      events: {
        value: async (id: string) => {
          const events = await cases.events(id);
          await reading();
          return events;
        },
      },
    }) as CaseStore;
    const files = {
      removeCopies: async ({ caseId }: { caseId: string }) => {
        await removing();
        removed.push(caseId);
      },
    } as unknown as SealedFiles;
    const key = randomBytes(32);
    const sealing = {
      ...createSealing({ key, keyId: 'test' }),
      names: createNameSeal([{ key, keyId: 'test-names' }]),
    };
    const deps = { sealing, clock: new FakeClock(), log: createLog('silent') };
    const index = { remove: () => Promise.resolve() } as unknown as ReportIndex;
    return new CaseEraser(deps as unknown as ConcernsDeps, watched, index, files);
  }
  const always = (): boolean => true;

  it('stays when it is opened again in this very moment', async () => {
    const reading = () => cases.step('old', (now) => ({ next: { ...now, status: 'taken' } }));
    assert.equal(await eraser({ reading }).eraseBefore(LATER, always), 0);
    assert.equal((await cases.get('old'))?.status, 'taken');
    assert.deepEqual(removed, []);
  });

  it('takes nothing more from the moment on in which its erasure begins, and leaves no words', async () => {
    const removing = async (): Promise<void> => {
      const text = 'Words that came too late.';
      const value = { type: 'detail', question: 'who', text, addedAt: AT, number: 1 } as const;
      assert.equal(await cases.get('old'), undefined);
      const late = await cases.step('old', (now) => ({ next: now, detail: { key: 'late', value } }));
      assert.equal(late, undefined);
    };
    assert.equal(await eraser({ removing }).eraseBefore(LATER, always), 1);
    assert.deepEqual(await cases.details('old'), []);
    assert.equal(await cases.broken('old'), undefined);
  });

  it('is erased the next night where a crash came in between', async () => {
    const removing = () => Promise.reject(new Error('The process ends here.'));
    await assert.rejects(eraser({ removing }).eraseBefore(LATER, always), /ends here/);
    assert.equal(await cases.get('old'), undefined);
    assert.equal(await eraser().eraseBefore(LATER, always), 1);
    assert.equal(await eraser().eraseBefore(LATER, always), 0);
    assert.deepEqual(removed, ['old']);
  });
});

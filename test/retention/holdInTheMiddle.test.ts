import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Router } from '../../src/bot/router';
import type { DueJob } from '../../src/jobs/jobs';
import { createLog } from '../../src/log';
import { Holds } from '../../src/retention/holds';
import type { RetentionDeps } from '../../src/retention/retention';
import { registerRetention } from '../../src/retention/retention';
import type { MayErase } from '../../src/storage/eraser';
import { Storage } from '../../src/storage/storage';
import { startAzurite } from '../support/azurite';
import { FakeClock } from '../support/fakeClock';

describe('A hold on acknowledgement records that comes while the night erases them', () => {
  it('stops what is left of that night', async () => {
    const { connectionString } = await startAzurite();
    const account = { kind: 'connection', connectionString } as const;
    const storage = new Storage(account, `t${randomBytes(6).toString('hex')}`);
    const asked: boolean[] = [];
    const acknowledgements = {
      eraseBefore: async (_before: Date, mayGoOn: MayErase) => {
        asked.push(await mayGoOn());
        const by = { id: 'admin', name: 'Ada Keyringle' };
        await new Holds(storage).put('acknowledgements', { by, at: '2026-11-18T10:00:00Z', reason: 'x' });
        asked.push(await mayGoOn());
        return 1;
      },
    };
    const none = { eraseBefore: () => Promise.resolve(0) };
    const jobs = new Map<string, (job: DueJob) => Promise<unknown>>();
    registerRetention(new Router(), {
      ...{ storage, clock: new FakeClock(), log: createLog('silent'), roles: {} },
      jobs: { on: (kind: string, work: (job: DueJob) => Promise<unknown>) => void jobs.set(kind, work) },
      erasers: { people: none, cases: none, acknowledgements },
      afterwards: () => Promise.resolve(),
    } as unknown as RetentionDeps);
    const night = jobs.get('retention') ?? assert.fail();
    await night({ key: 'nightly', payload: {}, attempts: 0, mayGoOn: () => true });
    assert.deepEqual(asked, [true, false]);
  });
});

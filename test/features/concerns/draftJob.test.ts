import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { draftJob } from '../../../src/features/concerns/report/drafts/draftJob';
import { DraftStore } from '../../../src/features/concerns/report/drafts/draftStore';
import { sealedReporter } from '../../../src/features/concerns/report/drafts/draftTimes';
import type { ConcernsDeps } from '../../../src/features/concerns';
import { createKeyRing } from '../../../src/storage/keyRing';
import { createNameSeal } from '../../../src/storage/nameSeal';
import { createSealing } from '../../../src/storage/sealing';
import { freshStorage } from '../../support/freshStorage';
import { FakeClock } from '../../support/fakeClock';

const DAY_MS = 24 * 60 * 60_000;
const CARER = 'carer-1';

describe('a draft whose time has come', () => {
  it('stays when its reporter goes on with it while they are told', async () => {
    const key = randomBytes(32);
    const clock = new FakeClock();
    const sealing = {
      ...createSealing({ key, keyId: 'test' }),
      names: createNameSeal([{ key, keyId: 'test-names' }]),
      files: createKeyRing([{ key, keyId: 'test-files' }], 'files'),
    };
    const jobs = { schedule: () => Promise.resolve() } as unknown as ConcernsDeps['jobs'];
    const storage = await freshStorage();
    const drafts = new DraftStore({ storage, sealing, jobs, clock });
    const { id } = await drafts.open(CARER);
    clock.advance(14 * DAY_MS);
    // The directory is asked where their chat is: between the job's look and the removal.
    const goesOn = async (): Promise<undefined> => {
      await drafts.change(CARER, id, (now) => ({ ...now, revision: now.revision + 1 }));
    };
    const deps = { sealing, clock, directory: { person: goesOn }, messenger: {} } as unknown as ConcernsDeps;
    const row = sealing.tag(CARER, 'concerns.draft');
    const job = { key: row, payload: { person: sealedReporter(sealing, CARER, row) }, attempts: 0 };
    const sending = { finishFor: () => Promise.resolve(false) };
    const result = await draftJob(deps, drafts, sending, { ...job, mayGoOn: () => true });
    assert.notEqual(result, 'done');
    assert.equal((await drafts.of(CARER))?.revision, 2);
  });
});

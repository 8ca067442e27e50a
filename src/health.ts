import { z } from 'zod';
import type { Policy } from './features/policies/policy';
import type { JobsRunner } from './jobs/runner';
import type { Health } from './server';
import type { Storage } from './storage/storage';
import { StorageUnavailable } from './storage/errors';

export interface HealthDeps {
  readonly storage: Storage;
  readonly jobs: JobsRunner;
  readonly policy: Policy;
  readonly gate: { health(): 'ok' | 'failing' };
}

/** What /health tells: 503 when storage is away, because nothing can be kept then. */
export async function healthOf({ storage, jobs, policy, gate }: HealthDeps): Promise<Health> {
  const stored = await storageAnswers(storage);
  const parts = {
    storage: stored ? 'ok' : 'away',
    connector: gate.health(),
    engine: 'ok',
    jobs: jobs.health(),
  };
  const status = !stored ? 'unavailable' : parts.jobs === 'failing' ? 'degraded' : 'ok';
  return { status, policyVersion: `${policy.version.number}-${policy.version.hash.slice(0, 12)}`, parts };
}

async function storageAnswers(storage: Storage): Promise<boolean> {
  try {
    await storage.table('health', z.object({})).get('health', 'check');
    return true;
  } catch (error) {
    if (error instanceof StorageUnavailable) return false;
    throw error;
  }
}

import type { Context } from 'mocha';
import { realEngine } from './realEngine';

/** Each process loads the engine once, while the others do the same: that is not part of any test's own time. */
const LOAD_LIMIT_MS = 120_000;

export const mochaHooks = {
  async beforeAll(this: Context): Promise<void> {
    this.timeout(LOAD_LIMIT_MS);
    await realEngine();
  },
};

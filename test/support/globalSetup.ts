import { existsSync } from 'node:fs';
import { buildPages } from '../../src/pages/build';
import { buildPage } from '../../src/localTeams/page/build';
import { stopAzurite } from './azurite';

/** The pages are bundled once for the whole run: servers read the files when they start. */
export async function mochaGlobalSetup(): Promise<void> {
  await Promise.all([buildPages(), buildPage()]);
  if (!existsSync('package.json')) throw new Error('Run the tests from the top of the repository.');
}

export const mochaGlobalTeardown = stopAzurite;

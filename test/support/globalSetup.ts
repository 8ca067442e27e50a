import { existsSync } from 'node:fs';
import { buildBot } from '../../src/bundle/buildBot';
import { buildPages } from '../../src/pages/build';
import { buildPage } from '../../src/localTeams/page/build';
import { stopAzurite } from './azurite';

/** The bot and the pages are bundled once for the whole run: what starts meanwhile reads the files. */
export async function mochaGlobalSetup(): Promise<void> {
  await Promise.all([buildBot(), buildPages(), buildPage()]);
  if (!existsSync('package.json')) throw new Error('Run the tests from the top of the repository.');
}

export const mochaGlobalTeardown = stopAzurite;

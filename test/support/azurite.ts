import { after } from 'mocha';
import type { Azurite } from '../../src/localTeams/launchAzurite';
import { startAzurite as launch } from '../../src/localTeams/launchAzurite';

const running: { azurite?: Promise<Azurite> } = {};

/** One Azurite in memory for the whole test run; tests keep apart by the prefix of their tables. */
export function startAzurite(): Promise<{ connectionString: string; stop(): Promise<void> }> {
  running.azurite ??= launch();
  return running.azurite.then(({ connectionString }) => ({ connectionString, stop: () => Promise.resolve() }));
}

after('Azurite is ended', async () => {
  const azurite = await running.azurite;
  await azurite?.stop();
});

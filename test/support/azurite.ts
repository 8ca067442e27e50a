import type { Azurite } from '../../src/localTeams/launchAzurite';
import { startAzurite as launch } from '../../src/localTeams/launchAzurite';

const running: { azurite?: Promise<Azurite> } = {};

/** One Azurite in memory for the whole test run; tests keep apart by the prefix of their tables. */
export function startAzurite(): Promise<{ connectionString: string; stop(): Promise<void> }> {
  running.azurite ??= launch();
  return running.azurite.then(({ connectionString }) => ({
    connectionString,
    stop: () => Promise.resolve(),
  }));
}

/** Ends the one Azurite, if any test started it. */
export async function stopAzurite(): Promise<void> {
  const azurite = await running.azurite;
  await azurite?.stop();
}

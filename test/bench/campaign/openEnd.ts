import { botNodeOptions } from '../../../src/bundle/buildBot';
import { startAzurite } from '../../../src/localTeams/launchAzurite';
import { Storage } from '../../../src/storage/storage';
import { freePort } from '../../support/launcher';
import type { MeteredProcess } from '../meteredProcess';
import { startMetered, typeScript } from '../meteredProcess';
import type { Stack } from '../stack';
import { botEnvironment, startBot } from '../stack';
import { ConnectorSink } from '../sink';
import { StorageCounter } from '../storageCounter';

/** A storage whose requests are counted, and a Connector without limits. */
export interface OpenEnd {
  readonly sink: ConnectorSink;
  readonly storage: Storage;
  readonly counter: StorageCounter;
  /** The product as it is, or without Teams' limits. */
  startBot(how: 'asItIs' | 'lifted', special?: Readonly<Record<string, string>>): Promise<MeteredProcess>;
  close(): Promise<void>;
}

/** Opens one; what is written to `storage` is not counted. */
export async function openEnd(): Promise<OpenEnd> {
  const [sink, azurite] = await Promise.all([ConnectorSink.open(), startAzurite()]);
  const { connectionString } = azurite;
  sink.keeping = false;
  const counter = await StorageCounter.open(connectionString);
  const stack: Stack = { sink, azurite, close: () => Promise.resolve() };
  const bots: MeteredProcess[] = [];
  return {
    sink,
    storage: new Storage({ kind: 'connection', connectionString }),
    counter,
    startBot: async (how, special = {}) => {
      const environment = { ...botEnvironment(stack, 'open', counter.connectionString), ...special };
      const lifted = {
        run: [...botNodeOptions, ...typeScript('test/bench/campaign/liftedBot.ts')],
        environment,
      };
      const bot =
        how === 'asItIs'
          ? await startBot(environment)
          : await startMetered({ ...lifted, port: await freePort() });
      bots.push(bot);
      return bot;
    },
    close: async () => {
      for (const bot of bots) await bot.stop();
      await counter.close();
      await sink.close();
      await azurite.stop();
    },
  };
}

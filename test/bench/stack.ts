import { botFile, botNodeOptions } from '../../src/bundle/buildBot';
import type { Azurite } from '../../src/localTeams/launchAzurite';
import { startAzurite } from '../../src/localTeams/launchAzurite';
import { freePort } from '../support/launcher';
import type { MeteredProcess } from './meteredProcess';
import { startMetered, typeScript } from './meteredProcess';
import { TENANT_ID } from './people';
import { BOT_ID, ConnectorSink } from './sink';

/** What both bots run against: one storage, one Connector. */
export interface Stack {
  readonly sink: ConnectorSink;
  readonly azurite: Azurite;
  readonly close: () => Promise<void>;
}

export async function startStack(): Promise<Stack> {
  const [sink, azurite] = await Promise.all([ConnectorSink.open(), startAzurite()]);
  const close = async (): Promise<void> => {
    await sink.close();
    await azurite.stop();
  };
  return { sink, azurite, close };
}

/** The environment of the bot on this stack. */
export function botEnvironment(
  { sink, azurite }: Stack,
  instanceId: string,
  connectionString = azurite.connectionString,
): Record<string, string> {
  return {
    BOT_MODE: 'local',
    BOT_ID,
    BOT_TENANT_ID: TENANT_ID,
    LOCAL_TEAMS_URL: sink.url,
    AZURE_STORAGE_CONNECTION_STRING: connectionString,
    INSTANCE_ID: instanceId,
  };
}

/** The product's bot, as `npm start` runs it after its build. */
export async function startBot(
  environment: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<MeteredProcess> {
  const run = [...nodeOptions, ...botNodeOptions, botFile];
  return startMetered({ run, port: await freePort(), environment });
}

export async function startEcho({ sink }: Stack): Promise<MeteredProcess> {
  const port = await freePort();
  const metadataUrl = `${sink.url}/v1/.well-known/openidconfiguration`;
  const settings = { botId: BOT_ID, tenantId: TENANT_ID, port, metadataUrl };
  return startMetered({ run: typeScript('test/bench/echoBot.ts'), port, args: [JSON.stringify(settings)] });
}

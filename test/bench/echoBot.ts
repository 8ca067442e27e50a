import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { localCredentials } from '../../src/bot/localCredentials';

/** What the benchmark says on the command line. */
interface EchoSettings {
  readonly botId: string;
  readonly tenantId: string;
  readonly port: number;
  readonly metadataUrl: string;
}

const CHANNEL = 'https://api.botframework.com';

/** The floor: botbuilder's own adapter with its token validation, and an echo. It keeps nothing. */
function startEcho({ botId, tenantId, port, metadataUrl }: EchoSettings): void {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: botId,
      MicrosoftAppTenantId: tenantId,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
      ToChannelFromBotOAuthScope: CHANNEL,
      ToBotFromChannelTokenIssuer: CHANNEL,
      OAuthUrl: CHANNEL,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    localCredentials(botId),
  );
  const adapter = new CloudAdapter(authentication);
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
    await next();
  });
  const server = createServer({ name: 'echo' });
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => bot.run(context));
  });
  server.get('/health', async (_request, response) => {
    response.send(200, { status: 'ok' });
    return Promise.resolve();
  });
  server.listen(port, '127.0.0.1');
}

process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
startEcho(JSON.parse(process.argv[2] ?? '') as EchoSettings);

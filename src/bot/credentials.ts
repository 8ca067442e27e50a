import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { localCredentials } from './localCredentials';

/** Who the bot is towards the Bot Connector. */
export interface BotIdentity {
  readonly mode: 'teams' | 'local';
  readonly botId: string;
  readonly tenantId: string;
  /** Undefined: a managed identity. */
  readonly botPassword: string | undefined;
}

/** The credentials of outgoing calls: the bot's own in Teams, the local bearer in local mode. */
export function credentialsOf({
  mode,
  botId,
  tenantId,
  botPassword,
}: BotIdentity): ServiceClientCredentialsFactory {
  if (mode === 'local') return localCredentials(botId);
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: botId,
    MicrosoftAppTenantId: tenantId,
    ...(botPassword
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: botPassword }
      : { MicrosoftAppType: 'UserAssignedMsi' }),
  });
}

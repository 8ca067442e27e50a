import type { Activity } from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { decode } from 'jsonwebtoken';
import type { BotFrameworkAuthentication, ServiceClientCredentialsFactory } from 'botframework-connector';
import { tenantOf } from './incoming';

/** Who signs what the Bot Connector sends (Microsoft Learn, "Authenticate requests from the Bot Connector"). */
export const CHANNEL_ISSUER = 'https://api.botframework.com';

/** The same tolerance as the library's. */
const CLOCK_SKEW_MS = 5 * 60_000;

export interface AuthenticationOptions {
  readonly botId: string;
  readonly tenantId: string;
  readonly credentials: ServiceClientCredentialsFactory;
  /** Address of the OpenID metadata of local Teams; undefined means Microsoft's. */
  readonly localMetadataUrl?: string | undefined;
  readonly allowServiceUrl: (url: string) => boolean;
}

/** 401: no good token. 403: not our tenant, or a place that we do not answer to. 503: the keys cannot be read. */
export type Refused = 401 | 403 | 503;

/** Decides whether an activity is from Teams and meant for this bot and tenant. There is no way to turn it off. */
export class Authentication {
  private readonly library: BotFrameworkAuthentication;

  constructor(private readonly options: AuthenticationOptions) {
    this.library = new ConfigurationBotFrameworkAuthentication(settings(options), options.credentials);
  }

  /** @returns undefined when the activity is welcome, else the status to refuse it with. */
  async refuses(activity: Activity, authorization: string): Promise<Refused | undefined> {
    if (!mayBeRight(authorization, this.options.botId)) return 401;
    try {
      const { claimsIdentity } = await this.library.authenticateRequest(activity, authorization);
      // The library also takes tokens of the emulator and of other bots: this product talks to Teams alone.
      if (claimsIdentity.getClaimValue('iss') !== CHANNEL_ISSUER) return 401;
    } catch (error) {
      return keysUnreadable(error) ? 503 : 401;
    }
    if (tenantOf(activity)?.toLowerCase() !== this.options.tenantId) return 403;
    return this.options.allowServiceUrl(activity.serviceUrl) ? undefined : 403;
  }
}

/**
 * Whether a token says of itself what a right one says. It proves nothing, but what fails here is not worth a
 * signature check, and the library writes each token that it refuses to the console.
 */
function mayBeRight(authorization: string, botId: string): boolean {
  const token = decode(authorization.replace(/^Bearer /, ''), { complete: true });
  if (!token || typeof token.payload === 'string') return false;
  const { iss, aud, exp } = token.payload;
  const fresh = typeof exp === 'number' && exp * 1000 > Date.now() - CLOCK_SKEW_MS;
  return token.header.alg === 'RS256' && iss === CHANNEL_ISSUER && aud === botId && fresh;
}

/** Setting the metadata address alone makes every token invalid, so all of them are set (platform notes, trap 6). */
function settings({ botId, tenantId, localMetadataUrl }: AuthenticationOptions) {
  const own = { MicrosoftAppId: botId, MicrosoftAppTenantId: tenantId };
  if (!localMetadataUrl) return own;
  return {
    ...own,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
    ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
    OAuthUrl: CHANNEL_ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: localMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: localMetadataUrl,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
}

/** The library throws the same kinds for a bad token and for its own trouble; only a network fault is not the token's. */
function keysUnreadable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  return (
    /^Failed to load open ?id/i.test(error.message) ||
    /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_|UND_ERR)/.test(String(code))
  );
}

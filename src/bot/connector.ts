import type { Pipeline } from '@azure/core-rest-pipeline';
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import type { ServiceClientCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { letEntitiesThrough } from './entityMapper';
import { REQUEST_TIMEOUT_MS } from './teamsLimits';

letEntitiesThrough();

/** Teams has one service URL for each region; more than this is somebody playing. */
const CLIENTS_KEPT = 16;

/** Both clients of the Bot Connector at one service URL. */
export interface ConnectorClients {
  readonly conversations: ConnectorClient['conversations'];
  readonly teams: TeamsConnectorClient['teams'];
}

/** The way out to the Bot Connector. */
export interface Connector {
  readonly appId: string;
  readonly tenantId: string;
  /** @throws ServiceUrlRefused when nothing may be sent there. */
  at(serviceUrl: string): Promise<ConnectorClients>;
}

export interface ConnectorOptions {
  readonly appId: string;
  readonly tenantId: string;
  /** OAuth scope of the tokens, `https://api.botframework.com` for public Teams. */
  readonly audience: string;
  /** Where tokens are asked for; undefined leaves it to the credentials. */
  readonly loginEndpoint?: string;
  /** The bot's token goes nowhere else. */
  readonly allowServiceUrl: (url: string) => boolean;
}

/** A fault of ours or a forged activity: something was to be sent outside Teams. */
export class ServiceUrlRefused extends Error {
  constructor(serviceUrl: string) {
    super(`Nothing is sent to the service URL "${serviceUrl}": it is not one of the configured ones.`);
  }
}

/** No token could be had, so nothing was sent. Treated like a Teams that does not answer. */
export class SignInFailed extends Error {
  readonly code = 'SignInFailed';
}

/**
 * Makes a client for each service URL, once. Their own retries are taken out, because the gate has the one retry
 * policy, and so are redirects, because a redirected request would be signed again for whoever asked for it.
 */
export function createConnector(
  credentials: ServiceClientCredentialsFactory,
  options: ConnectorOptions,
): Connector {
  const { appId, tenantId, audience, loginEndpoint = '', allowServiceUrl } = options;
  const made = new Map<string, Promise<ConnectorClients>>();

  async function make(serviceUrl: string): Promise<ConnectorClients> {
    const signing = await credentials.createCredentials(appId, audience, loginEndpoint, true);
    const clientOptions = { baseUri: serviceUrl, userAgent: 'social-media-policy-bot' };
    const connector = new ConnectorClient(naming(signing), clientOptions);
    const teams = new TeamsConnectorClient(naming(signing), clientOptions);
    mend(connector);
    mend(teams);
    return { conversations: connector.conversations, teams: teams.teams };
  }

  return {
    appId,
    tenantId,
    async at(serviceUrl) {
      if (!allowServiceUrl(serviceUrl)) throw new ServiceUrlRefused(serviceUrl);
      const clients = made.get(serviceUrl) ?? make(serviceUrl);
      keep(made, serviceUrl, clients);
      return clients.catch((error: unknown) => {
        made.delete(serviceUrl);
        throw new SignInFailed('The credentials could not be made.', { cause: error });
      });
    },
  };
}

function keep(
  made: Map<string, Promise<ConnectorClients>>,
  serviceUrl: string,
  clients: Promise<ConnectorClients>,
): void {
  made.set(serviceUrl, clients);
  const oldest = made.keys().next().value;
  if (made.size > CLIENTS_KEPT && oldest !== undefined) made.delete(oldest);
}

/** `noRetryPolicy` and `retryOptions` are ignored by this library; only taking the policy out works. */
function mend(client: object): void {
  const { pipeline } = (client as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'requestTimeout',
    sendRequest: (request, next) => {
      request.timeout = REQUEST_TIMEOUT_MS;
      return next(request);
    },
  });
}

/** Tells a token that could not be had from an answer of Teams. */
function naming(credentials: ServiceClientCredentials): ServiceClientCredentials {
  return {
    signRequest: async (request) => {
      try {
        return await credentials.signRequest(request);
      } catch (error) {
        throw new SignInFailed('No token for the Bot Connector.', { cause: error });
      }
    },
  };
}

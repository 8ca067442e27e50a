import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { ServiceClientCredentials } from 'botframework-connector';

/** What local Teams takes as a token: it proves nothing, and calls go to loopback only. */
const LOCAL_AUTHORIZATION = 'Bearer local';

/** Credentials of `BOT_MODE=local`: every outgoing call carries the local bearer. */
export function localCredentials(appId: string): ServiceClientCredentialsFactory {
  return new LocalCredentials(appId);
}

class LocalCredentials extends ServiceClientCredentialsFactory {
  constructor(private readonly appId: string) {
    super();
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({
      signRequest: (request) => {
        request.headers.set('Authorization', LOCAL_AUTHORIZATION);
        return Promise.resolve(request);
      },
    });
  }
}

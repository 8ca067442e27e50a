import { createHmac } from 'node:crypto';
import {
  CONNECTOR_ISSUER,
  connectorToken,
  newSigningKey,
  TOKEN_SECONDS,
  type ConnectorClaims,
  type SigningKey,
} from './tokens';

/** Every kind of token that a bot must refuse with 401. */
export interface BadTokens {
  wrongAudience(): string;
  wrongIssuer(): string;
  /** signed by somebody else under the right key's name */
  wrongKey(): string;
  unknownKid(): string;
  algNone(): string;
  /** signed with HMAC, its secret the published key */
  hs256WithPublicKey(): string;
  expired(): string;
  notYetValid(): string;
  otherServiceUrl(): string;
  noServiceUrl(): string;
  notAToken(): string;
}

const TEN_MINUTES_S = 600;

/** Makes bad tokens that are right in everything else. */
export function badTokens(key: SigningKey, claims: ConnectorClaims): BadTokens {
  return {
    wrongAudience: () => connectorToken(key, { ...claims, botId: 'ba0ba0ba-0000-4000-8000-00000000000b' }),
    wrongIssuer: () => connectorToken(key, claims, { issuer: 'https://issuer.example' }),
    wrongKey: () => connectorToken({ ...newSigningKey(), kid: key.kid }, claims),
    unknownKid: () => connectorToken({ ...key, kid: 'nobody-knows-this-key' }, claims),
    algNone: () => `${unsigned({ alg: 'none', typ: 'JWT', kid: key.kid }, claims)}.`,
    hs256WithPublicKey: () => withHmac(key, claims),
    expired: () => connectorToken(key, claims, { expiresIn: -TEN_MINUTES_S, notBefore: -2 * TEN_MINUTES_S }),
    notYetValid: () =>
      connectorToken(key, claims, { notBefore: TEN_MINUTES_S, expiresIn: 2 * TEN_MINUTES_S }),
    otherServiceUrl: () => connectorToken(key, { ...claims, serviceUrl: 'https://elsewhere.example/' }),
    noServiceUrl: () => connectorToken(key, { botId: claims.botId }),
    notAToken: () => 'not-a-token',
  };
}

function withHmac(key: SigningKey, claims: ConnectorClaims): string {
  const content = unsigned({ alg: 'HS256', typ: 'JWT', kid: key.kid }, claims);
  return `${content}.${createHmac('sha256', key.publicKey).update(content).digest('base64url')}`;
}

function unsigned(header: object, claims: ConnectorClaims): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    serviceurl: claims.serviceUrl,
    iss: CONNECTOR_ISSUER,
    aud: claims.botId,
    nbf: now,
    exp: now + TOKEN_SECONDS,
  };
  return [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

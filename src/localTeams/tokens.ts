import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sign, type SignOptions } from 'jsonwebtoken';
import type { Person } from './world';

/** The issuer of the tokens with which the Bot Connector calls a bot, as the Bot Framework documents it. */
export const CONNECTOR_ISSUER = 'https://api.botframework.com';

/** Seconds that a token is good for, as in Teams. */
export const TOKEN_SECONDS = 3600;

/** A signing key and the name under which the metadata publishes it. */
export interface SigningKey {
  kid: string;
  /** PEM */
  privateKey: string;
  /** PEM */
  publicKey: string;
}

/** A new RSA key. */
export function newSigningKey(): SigningKey {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { kid: randomUUID(), ...pair };
}

/** The key kept in the data directory, made at the first start; so a bot that cached it is right after a restart. */
export function keptSigningKey(dataDir: string): SigningKey {
  const path = join(dataDir, 'signing-key.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as SigningKey;
  const key = newSigningKey();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, JSON.stringify(key), { mode: 0o600 });
  return key;
}

/** What a token of the Connector says. */
export interface ConnectorClaims {
  botId: string;
  /** always there in a right token */
  serviceUrl?: string;
}

/** The token that goes with an activity to the bot. */
export function connectorToken(key: SigningKey, claims: ConnectorClaims, options: SignOptions = {}): string {
  return sign({ serviceurl: claims.serviceUrl }, key.privateKey, {
    algorithm: 'RS256',
    keyid: key.kid,
    issuer: CONNECTOR_ISSUER,
    audience: claims.botId,
    notBefore: 0,
    expiresIn: TOKEN_SECONDS,
    ...options,
  });
}

/** The issuer of the tokens that Entra gives to pages, version 2.0. */
export function tabIssuer(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

/** The token that teams-js getAuthToken gives to a page: shaped like Entra's, signed with the stand-in's key. */
export function tabToken(key: SigningKey, person: Person, ids: { botId: string; tenantId: string }): string {
  const claims = {
    oid: person.aadObjectId,
    tid: ids.tenantId,
    name: person.name,
    preferred_username: person.email,
    scp: 'access_as_user',
    ver: '2.0',
  };
  return sign(claims, key.privateKey, {
    algorithm: 'RS256',
    keyid: key.kid,
    issuer: tabIssuer(ids.tenantId),
    audience: ids.botId,
    subject: person.key,
    notBefore: 0,
    expiresIn: TOKEN_SECONDS,
  });
}

/** The OpenID metadata document, for an address that ends with `/`. */
export function openIdMetadata(serviceUrl: string) {
  return {
    issuer: CONNECTOR_ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${serviceUrl}v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

/** The published keys; `endorsements` names the channels that the key may speak for. */
export function publishedKeys(key: SigningKey) {
  const jwk = createPublicKey(key.publicKey).export({ format: 'jwk' });
  return {
    keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: key.kid, x5t: key.kid, endorsements: ['msteams'] }],
  };
}

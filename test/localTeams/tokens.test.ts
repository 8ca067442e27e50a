import assert from 'node:assert/strict';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { decode, verify, type JwtPayload } from 'jsonwebtoken';
import { Stage } from './stage';

interface Published extends JsonWebKey {
  kid: string;
  endorsements: string[];
}

async function keyOf(stage: Stage): Promise<{ pem: string; jwk: Published }> {
  const metadata = (await (await fetch(stage.teams.openIdUrl)).json()) as {
    issuer: string;
    jwks_uri: string;
  };
  assert.equal(metadata.issuer, 'https://api.botframework.com');
  const { keys } = (await (await fetch(metadata.jwks_uri)).json()) as { keys: Published[] };
  const jwk = keys[0];
  assert.ok(jwk);
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
  return { pem, jwk };
}

describe('the tokens of Local Teams', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  it('go with every activity, signed with the key that the metadata publishes for msteams', async () => {
    await stage.teams.person('cook').says('hello');
    const { pem, jwk } = await keyOf(stage);
    const token = stage.bot.got[0]?.authorization?.replace('Bearer ', '') ?? '';
    const claims = verify(token, pem, { algorithms: ['RS256'] }) as JwtPayload;
    assert.equal(claims.aud, stage.teams.botId);
    assert.equal(claims.iss, 'https://api.botframework.com');
    assert.equal(claims['serviceurl'], stage.teams.serviceUrl);
    assert.ok(claims.exp && claims.nbf !== undefined);
    assert.deepEqual(jwk.endorsements, ['msteams']);
    assert.equal(decode(token, { complete: true })?.header.kid, jwk.kid);
  });

  it('can be made wrong in every way that a bot must refuse', async () => {
    const { pem, jwk } = await keyOf(stage);
    const isRight = (token: string) => {
      const options = { algorithms: ['RS256' as const], audience: stage.teams.botId };
      const claims = verify(token, pem, { ...options, issuer: 'https://api.botframework.com' }) as JwtPayload;
      const kid = decode(token, { complete: true })?.header.kid;
      assert.equal(claims['serviceurl'], stage.teams.serviceUrl);
      assert.equal(kid, jwk.kid);
    };
    isRight(stage.teams.token());
    for (const make of Object.values(stage.teams.badTokens) as (() => string)[]) {
      assert.throws(() => isRight(make()), make.name);
    }
  });

  it('tell a page who is reading it, for this bot and with an issuer of their own', async () => {
    const { pem } = await keyOf(stage);
    const claims = verify(await stage.teams.person('cook').tabToken(), pem) as JwtPayload;
    const cook = await stage.personNamed('cook');
    assert.equal(claims['oid'], cook.aadObjectId);
    assert.equal(claims['tid'], stage.teams.tenantId);
    assert.equal(claims.aud, stage.teams.botId);
    assert.equal(claims.iss, `https://login.microsoftonline.com/${stage.teams.tenantId}/v2.0`);
  });
});

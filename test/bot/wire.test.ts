import assert from 'node:assert/strict';
import type { BadTokens } from '../../src/localTeams/badTokens';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

const OVER_THE_LIMIT = 'x'.repeat(257 * 1024);

describe('What comes in over the wire', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  const question = () =>
    product.teams.sampleActivity('messagePersonal', 'cook', { text: 'Can I post a photo?' });
  const chatLength = async () => (await product.teams.person('cook').chat()).length;

  const wrongTokens: (keyof BadTokens)[] = [
    'wrongAudience',
    'wrongIssuer',
    'wrongKey',
    'unknownKid',
    'algNone',
    'hs256WithPublicKey',
    'expired',
    'notYetValid',
    'otherServiceUrl',
    'noServiceUrl',
    'notAToken',
  ];
  for (const kind of wrongTokens) {
    it(`is refused with 401 when its token is bad: ${kind}`, async () => {
      const before = await chatLength();
      const { status } = await product.teams.sendRaw(question(), product.teams.badTokens[kind]());
      assert.equal(status, 401);
      assert.equal(await chatLength(), before);
    });
  }

  it('is refused with 401 when there is no token at all', async () => {
    assert.equal((await product.teams.sendRaw(question(), null)).status, 401);
  });

  it('is refused with 403 when it comes from another tenant', async () => {
    const activity = question();
    const elsewhere = '00000000-0000-4000-8000-0000000000ff';
    const foreign = {
      ...activity,
      channelData: { tenant: { id: elsewhere } },
      conversation: { ...(activity['conversation'] as object), tenantId: elsewhere },
    };
    assert.equal((await product.teams.sendRaw(foreign)).status, 403);
  });

  it('is refused with 400 when it has no service URL', async () => {
    const { serviceUrl: _, ...without } = question();
    assert.equal((await product.teams.sendRaw(without)).status, 400);
  });

  it('is refused with 400 when it comes from another channel than Teams', async () => {
    assert.equal((await product.teams.sendRaw({ ...question(), channelId: 'emulator' })).status, 400);
  });

  for (const [what, body] of [
    ['not JSON', '{"type": "message"'],
    ['a list', '[]'],
    ['no activity', '{"hello": 1}'],
    ['nothing', ''],
  ]) {
    it(`is refused with 400 when it is ${what}`, async () => {
      assert.equal((await product.teams.sendRaw(body ?? '')).status, 400);
    });
  }

  it('is refused with 413 when it is larger than 256 KB', async () => {
    assert.equal((await product.teams.sendRaw({ ...question(), text: OVER_THE_LIMIT })).status, 413);
  });

  it('finds its connection open for longer than the load balancers before the bot keep one', async () => {
    const { headers } = await fetch(`${product.url}/health`);
    const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
    assert.ok(Number(seconds) > 240, `${seconds} s`);
  });

  it('is taken and ignored when Teams has added a type that we do not know', async () => {
    const before = await chatLength();
    const { status } = await product.teams.sendRaw({ ...question(), type: 'somethingNew' });
    assert.equal(status, 200);
    assert.equal(await chatLength(), before);
  });

  it('is taken and ignored when nobody with an Entra identity sent it', async () => {
    const before = await chatLength();
    const activity = question();
    const { aadObjectId: _, ...nobody } = activity['from'] as Record<string, string>;
    assert.equal((await product.teams.sendRaw({ ...activity, from: nobody })).status, 200);
    assert.equal(await chatLength(), before);
  });

  it('is answered in a well-formed way when it is an invoke with a broken value', async () => {
    const activity = product.teams.sampleActivity('invokeAdaptiveCardAction', 'cook', {
      value: { action: { type: 'Action.Execute', verb: 7 } },
    });
    const { status } = await product.teams.sendRaw(activity);
    assert.ok(status === 200 || status === 400, String(status));
  });

  it('leaves the process up after all of it', async () => {
    const response = await fetch(`${product.url}/health`);
    assert.equal(response.status, 200);
  });
});

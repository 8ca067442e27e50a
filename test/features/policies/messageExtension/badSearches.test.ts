import assert from 'node:assert/strict';
import { parsePeople } from '../../../../src/localTeams/people';
import examplePeople from '../../../../src/localTeams/people.json';
import { listAt, objectAt, type Json, type JsonObject } from '../../../../src/localTeams/json';
import { startAzurite } from '../../../support/azurite';
import type { LossyStorage } from '../../../support/lossyStorage';
import { lossyStorage } from '../../../support/lossyStorage';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { idsIn, messageIn, wordsIn } from './found';

/** Teams wants an invoke's answer within 3 s. */
const PATIENCE_MS = 3_000;
const words = (value: Json) => [{ name: 'words', value }];

describe('A search that is not as it should be', () => {
  let product: TestProduct;
  const logged: string[] = [];
  before(async () => {
    const people = [...examplePeople.people, { ...GUEST, guest: true, installed: false }];
    product = await startProduct({
      setUp: false,
      teams: { people: parsePeople({ ...examplePeople, people }) },
      onLog: (line) => void logged.push(line),
    });
  });
  after(() => product.stop());

  const send = (special: JsonObject, who = 'cook') =>
    product.teams.sendRaw(
      product.teams.sampleActivity('invokeComposeExtensionQuery', who, {
        id: `f:${logged.length}`,
        ...special,
      }),
    );
  const query = (value: Json, who?: string) => send({ value }, who);

  const asked = { commandId: 'searchPolicy', queryOptions: { skip: 0, count: 25 } };
  const bad: readonly (readonly [what: string, value: Json, said: RegExp])[] = [
    [
      'of another app',
      { ...asked, commandId: 'findPizza', parameters: words('friend') },
      /not there any more/,
    ],
    ['named like a part of every object', { ...asked, commandId: '__proto__' }, /not there any more/],
    ['without a command', { ...asked, commandId: null }, /could not read/],
    ['that is only a text', 'friend', /could not read/],
    ['that is nothing', null, /could not read/],
    ['with parameters that are no list', { ...asked, parameters: 'friend' }, /could not read/],
    ['with a page before the first', { ...asked, queryOptions: { skip: -1 } }, /could not read/],
    ['of 5,000 signs', { ...asked, parameters: words('#!? '.repeat(1_250)) }, /Nothing in the policy fits/],
  ];
  for (const [what, value, said] of bad) {
    it(`(${what}) is answered in words`, async () => {
      const { status, body } = await query(value);
      assert.equal(status, 200);
      assert.match(messageIn(body) ?? '', said);
    });
  }

  const lists: readonly (readonly [what: string, value: Json, count: number])[] = [
    ['without parameters', asked, 8],
    ['with a parameter of another name', { ...asked, parameters: [{ name: 'pizza', value: 'x' }] }, 8],
    ['with a number for words', { ...asked, parameters: words(5) }, 8],
    ['without options', { commandId: 'searchPolicy', parameters: words('') }, 8],
    ['for three results', { ...asked, queryOptions: { skip: 0, count: 3 } }, 3],
    ['for what comes after the last', { ...asked, queryOptions: { skip: 8, count: 25 } }, 0],
  ];
  for (const [what, value, count] of lists) {
    it(`(${what}) is answered with ${count} results`, async () => {
      const { body } = await query(value);
      const extension = objectAt(body, 'composeExtension');
      assert.equal(extension['type'], 'result');
      assert.equal(listAt(extension, 'attachments').length, count);
    });
  }

  it('is answered in time, however long it is', async () => {
    const long = 'Can I post a photo of a resident on Facebook? '.repeat(110).slice(0, 5_000);
    const begun = performance.now();
    const found = await product.teams.person('cook').searches(long);
    assert.ok(performance.now() - begun < PATIENCE_MS);
    assert.equal(idsIn(found)[0], 'P5.11');
  });

  it('is answered for a guest as for anybody: the policy holds no secret', async () => {
    assert.equal(idsIn(await product.teams.person('guest').searches('5.9'))[0], 'P5.9');
  });

  it('is answered in words for somebody without an account', async () => {
    const from = { id: '29:somebody', name: 'Somebody', aadObjectId: undefined };
    const { status, body } = await send({ from });
    assert.deepEqual([status, messageIn(body)?.includes('account of the organisation')], [200, true]);
  });

  it('is refused for another tenant, with nothing of the policy in the answer', async () => {
    const tenantId = '00000000-0000-4000-8000-00000000dead';
    const { status, body } = await send({
      conversation: { tenantId },
      channelData: { tenant: { id: tenantId } },
    });
    assert.deepEqual([status, body], [403, null]);
  });

  it('without an id is refused as every activity without one', async () => {
    assert.equal((await send({ id: null })).status, 400);
  });

  it('leaves nothing in the log, neither its words nor who asked', async () => {
    const before = logged.length;
    await product.teams.person('cook').searches('zebrafish photo');
    await query({ ...asked, commandId: 'zebrafish' });
    assert.deepEqual(logged.slice(before), []);
  });
});

describe('A search where the bot is not', () => {
  let line: LossyStorage;
  let product: TestProduct;
  before(async () => {
    line = await lossyStorage((await startAzurite()).connectionString);
    product = await startProduct({ setUp: false, connectionString: line.connectionString });
  });
  after(async () => {
    line.mend();
    await product.stop();
    await line.close();
  });

  it('finds what it finds elsewhere, asks Teams nothing and needs no storage', async () => {
    const before = product.teams.requests.length;
    line.cut();
    const nurse = product.teams.person('nurse');
    assert.equal(idsIn(await nurse.searches('5.9'))[0], 'P5.9');
    assert.equal(idsIn(await nurse.searches('5.9', 'care/general'))[0], 'P5.9');
    assert.match(wordsIn(await nurse.searches('zebrafish')), /Nothing in the policy/);
    assert.equal(product.teams.requests.length, before);
    line.mend();
  });

  it('gets the same answer when it comes again, and changes nothing', async () => {
    const activity = product.teams.sampleActivity('invokeComposeExtensionQuery', 'nurse', {
      value: { commandId: 'searchPolicy', parameters: words('bully') },
    });
    const [first, second] = [await product.teams.sendRaw(activity), await product.teams.sendRaw(activity)];
    assert.deepEqual(first, second);
    assert.deepEqual(await product.teams.person('nurse').chat(), []);
  });
});

const GUEST = { key: 'guest', name: 'Gerda Gangway', title: 'Visitor', role: 'guest' };

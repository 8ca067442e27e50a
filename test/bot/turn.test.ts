import assert from 'node:assert/strict';
import { BotStates } from '../../src/storage/botState';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

const FIRST = 'Can I post a photo of a resident?';
const SECOND = 'Can I accept a friend request from a client?';

describe('A turn', () => {
  let product: TestProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());

  /** The bot's messages that are newer than the first `since` of the chat. */
  async function said(person: string, since: number): Promise<string[]> {
    const chat = await product.teams.person(person).chat();
    return chat
      .slice(since)
      .filter(({ from }) => from.kind === 'bot')
      .map(({ text }) => text);
  }
  const length = async (person: string) => (await product.teams.person(person).chat()).length;

  it('answers a carer with the clause, its quote and a citation', async () => {
    const carer = product.teams.person('night-carer');
    assert.equal(await carer.says(FIRST), 200);
    const answer = await carer.lastMessage();
    assert.match(
      answer.text,
      /Never post pictures of service users or colleagues even if they ask you to do so\./,
    );
    assert.match(answer.text, /P5\.11/);
    assert.equal(answer.citations.length, 1);
  });

  it('answers an activity that Teams sends again once', async () => {
    const activity = product.teams.sampleActivity('messagePersonal', 'cook', { text: FIRST });
    const before = await length('cook');
    const statuses = await Promise.all([1, 2, 3].map(() => product.teams.sendRaw(activity)));
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal((await said('cook', before)).length, 1);
  });

  it('gives a press that Teams sends again the same answer', async () => {
    const press = product.teams.sampleActivity('invokeAdaptiveCardAction', 'driver', {
      value: { action: { type: 'Action.Execute', verb: 'help.show', data: { verb: 'help.show' } } },
    });
    const [first, second] = [await product.teams.sendRaw(press), await product.teams.sendRaw(press)];
    assert.equal(first.status, 200);
    assert.deepEqual(second, first);
  });

  it('says what it could not say before when Teams brings the activity again', async () => {
    const nurse = product.teams.person('nurse');
    const before = await length('nurse');
    const mend = await product.teams.fail({ answer: 503, conversation: 'nurse' });
    const activity = product.teams.sampleActivity('messagePersonal', 'nurse', { text: FIRST });
    assert.equal((await product.teams.sendRaw(activity)).status, 503);
    await mend();
    assert.equal((await product.teams.sendRaw(activity)).status, 200);
    assert.equal((await said('nurse', before)).length, 1);
    assert.equal(await nurse.says(SECOND), 200);
  });

  it('loses no field and answers once each when two run at once in two instances', async () => {
    const other = await product.startAnother('two');
    const states = new BotStates(product.storage);
    try {
      for (let round = 0; round < 10; round++) {
        const before = await length('office');
        const send = (port: number, text: string) => {
          const activity = product.teams.sampleActivity('messagePersonal', 'office', { text });
          return sendTo(port, activity).then(() => activity);
        };
        const [one] = await Promise.all([send(product.bot.port, FIRST), send(other.port, SECOND)]);
        assert.equal((await said('office', before)).length, 2);
        const conversation = (one['conversation'] as { id: string }).id;
        const person = (one['from'] as { aadObjectId: string }).aadObjectId;
        const kept = JSON.stringify((await states.load(conversation, person)).state.slices);
        assert.ok(kept.includes(FIRST) && kept.includes(SECOND), kept);
      }
    } finally {
      await other.stop();
    }
  });

  async function sendTo(port: number, activity: object): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.teams.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    assert.equal(response.status, 200);
  }
});

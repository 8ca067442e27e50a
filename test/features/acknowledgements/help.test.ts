import assert from 'node:assert/strict';
import { tellOfHelp } from '../../../src/features/acknowledgements/asked/helpTold';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { aCampaign, aPart, aRecipient } from './samples';

const ids = { campaign: 'campaign-1', part: '0-0' };
const job = (help = 'interpreter') => ({
  key: 'k',
  payload: { ...ids, personId: 'person-1', help },
  attempts: 0,
  mayGoOn: () => true,
});
const needsOf = async (made: Feature) =>
  (await made.parties.recipients.get('campaign-1', '0-0', 'person-1'))?.needs;

async function asked(changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await feature();
  const { campaigns, recipients } = made.parties;
  await campaigns.create(aCampaign(changes));
  await campaigns.putPart('campaign-1', aPart('0-0', { delivered: 1 }));
  await recipients.add('campaign-1', '0-0', [aRecipient({ delivery: 'delivered' })]);
  const chat = { name: 'Name', serviceUrl: 'http://teams.example/', chat: 'open' as const };
  for (const id of ['manager-1', 'person-1'])
    made.directory.people.set(id, { ...chat, id, teamsId: `29:${id}`, conversationId: `chat-${id}` });
  return made;
}

describe('asking for help with a request', () => {
  it('is told to the manager once, however often the message is worked on', async () => {
    const made = await asked();
    await made.presses('person-1', 'askForHelp', { ...ids, help: 'interpreter' });
    for (let run = 0; run < 3; run++) assert.equal(await tellOfHelp(made.parties, job()), 'done');
    assert.deepEqual(made.messenger.sent, ['chat-manager-1']);
  });

  it('is put down again by a second press when a crash came before the manager was told', async () => {
    const made = await asked();
    for (let press = 0; press < 2; press++)
      await made.presses('person-1', 'askForHelp', { ...ids, help: 'aloud' });
    const put = made.scheduled.filter((work) => work.startsWith('acknowledgements.helpAsked'));
    assert.deepEqual([...new Set(put)], ['acknowledgements.helpAsked campaign-1:0-0:person-1:aloud']);
    assert.equal(put.length, 2);
    assert.equal((await needsOf(made))?.length, 1);
  });

  it('waits while Teams is away', async () => {
    const made = await asked();
    await made.presses('person-1', 'askForHelp', { ...ids, help: 'interpreter' });
    made.messenger.script = () => ({ outcome: 'unavailable', code: '503' });
    assert.deepEqual(await tellOfHelp(made.parties, job()), {
      againAt: new Date('2026-11-22T10:01:00.000Z'),
    });
    assert.equal((await needsOf(made))?.[0]?.toldAt, undefined);
  });

  const elsewhere: [string, Partial<Campaign>, string, RegExp][] = [
    ['of somebody else’s request', {}, 'stranger', /was not sent to you/],
    ['of a request for an older version', { versionHash: 'old' }, 'person-1', /policy has changed/],
    ['of a request that was withdrawn', { state: 'cancelled' }, 'person-1', /was withdrawn/],
  ];
  for (const [what, changes, who, words] of elsewhere) {
    it(`from the card ${what} says so with the policy, and tells nobody`, async () => {
      const made = await asked(changes);
      for (const action of ['needHelp', 'askForHelp', 'request'])
        assert.match(wordsOf(await made.presses(who, action, { ...ids, help: 'person' })), words);
      assert.equal(await needsOf(made), undefined);
      assert.deepEqual(made.scheduled, []);
    });
  }

  for (const help of [undefined, 'money', { a: 1 }]) {
    it(`with ${JSON.stringify(help)} asks again what would help`, async () => {
      const made = await asked();
      const reply = await made.presses('person-1', 'askForHelp', { ...ids, help });
      assert.match(wordsOf(reply), /What would help you/);
      assert.equal(await needsOf(made), undefined);
    });
  }

  it('and having a question both lead back to the request', async () => {
    const made = await asked();
    for (const action of ['question', 'needHelp']) {
      const card = cardOf(await made.presses('person-1', action, ids));
      const back = await made.presses('person-1', 'request', dataOf(card, 'Back to the request'));
      assert.match(wordsOf(back), /Please read this.*Read and confirm/);
    }
  });
});

import assert from 'node:assert/strict';
import { campaignIdOf } from '../../../src/features/acknowledgements/campaign/campaign';
import { updateStatus } from '../../../src/features/acknowledgements/progress/statusUpdate';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { aCampaign, aPart, NOW } from './samples';
import { members } from './surroundings';

const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const INPUTS = { teams: 'a', title: 'A title', words: 'Some words', due: '2026-12-06', includeMe: 'true' };

async function previewed(): Promise<{ made: Feature; compose: object; preview: object; back: object }> {
  const made = await feature();
  made.directory.rosters.set('a', members(0, 3));
  const { cards } = await made.says('manager-1', 'remind');
  const compose = dataOf(cards[0], 'Preview');
  const card = cardOf(await made.presses('manager-1', 'preview', { ...compose, ...INPUTS }));
  return { made, compose, preview: dataOf(card, 'Send'), back: dataOf(card, 'Back') };
}

describe('presses that come late', () => {
  it('show how a request is going to nobody who was its manager and is none any more', async () => {
    const { made, compose, preview, back } = await previewed();
    await made.presses('manager-1', 'send', { ...preview });
    made.roles.held.set('manager-1', []);
    for (const [action, data] of [
      ['send', preview],
      ['edit', back],
      ['preview', { ...compose, ...INPUTS }],
    ] as const)
      assert.match(
        wordsOf(await made.presses('manager-1', action, { ...data })),
        /Only the manager who sent/,
      );
  });

  it('change nothing of a request whose Send was cut short, and finish it', async () => {
    const { made, preview, compose, back } = await previewed();
    const draft = String((preview as { draft: string }).draft);
    const id = campaignIdOf('manager-1', draft);
    await made.parties.campaigns.create(aCampaign({ id, title: 'A title', state: 'preparing' }));
    assert.match(wordsOf(await made.presses('manager-1', 'edit', { ...back })), /Getting ready to send/);
    assert.ok(made.scheduled.some((work) => work.endsWith(id)));
    const listed = await made.parties.campaigns.newestOf('manager-1', 5);
    assert.deepEqual(
      listed.map(({ campaignId }) => campaignId),
      [id],
    );
    const changed = { ...compose, ...INPUTS, title: 'Another title' };
    assert.match(wordsOf(await made.presses('manager-1', 'preview', changed)), /Getting ready to send/);
  });
});

describe('what happens at once', () => {
  it('leaves the newer of two counts of a part, whichever is written last', async () => {
    const { parties } = await feature();
    await parties.campaigns.create(aCampaign());
    const counted = (ms: number, delivered: number) => ({
      ...aPart('0-0', { delivered }),
      countedAt: later(ms).toISOString(),
    });
    await parties.campaigns.putPart('campaign-1', counted(2_000, 7));
    await parties.campaigns.putPart('campaign-1', counted(1_000, 3));
    assert.equal((await parties.campaigns.view('campaign-1'))?.parts[0]?.counts.delivered, 7);
  });

  it('leaves the status card that was opened last as the one that changes by itself', async () => {
    const made = await feature();
    const { campaigns } = made.parties;
    await campaigns.create(aCampaign());
    const place = { kind: 'statusPlace', serviceUrl: 'http://teams.example/', updatedAt: '' } as const;
    await campaigns.setStatusPlace('campaign-1', { ...place, conversationId: 'c', activityId: 'old' });
    const before = await campaigns.view('campaign-1');
    await campaigns.setStatusPlace('campaign-1', { ...place, conversationId: 'c', activityId: 'new' });
    const view = campaigns.view.bind(campaigns);
    campaigns.view = () => Promise.resolve(before);
    const job = { key: 'k', payload: { campaignId: 'campaign-1' }, attempts: 0, mayGoOn: () => true };
    await updateStatus(made.parties, job);
    assert.equal((await view('campaign-1'))?.statusPlace?.activityId, 'new');
  });
});

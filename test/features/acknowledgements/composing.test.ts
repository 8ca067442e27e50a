import assert from 'node:assert/strict';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { member, members } from './surroundings';

const typed = { teams: 'a', title: 'My title', words: 'My words', due: '2026-12-01', includeMe: 'true' };

async function ready(): Promise<Feature> {
  const made = await feature();
  made.directory.rosters.set('a', [...members(0, 3), member('manager-1'), member('g', { guest: true })]);
  return made;
}

async function previewed(made: Feature, changes: Record<string, unknown> = {}) {
  const { cards } = await made.says('manager-1', 'remind');
  return made.presses('manager-1', 'preview', { ...dataOf(cards[0], 'Preview'), ...typed, ...changes });
}

const campaignsOf = (made: Feature) => made.parties.campaigns.newestOf('manager-1', 10);

describe('writing a request', () => {
  it('is refused to staff, who are told who may', async () => {
    const made = await ready();
    const { texts, cards } = await made.says('p00001', 'remind');
    assert.match(texts.join(), /Only managers and administrators/);
    assert.deepEqual(cards, []);
  });

  it('begins with a card that has good defaults, two weeks from now', async () => {
    const made = await ready();
    const { cards } = await made.says('manager-1', 'remind');
    const text = JSON.stringify(cards[0]?.content);
    assert.match(text, /"id":"due"[^}]*"value":"2026-12-06"/);
    assert.match(text, /"id":"teams"[^}]*"value":"a"/);
    assert.match(text, /Please read and confirm: Sample policy/);
  });

  it('opens the same draft when the message comes twice', async () => {
    const made = await ready();
    const [first, second] = [await made.says('manager-1', 'remind'), await made.says('manager-1', 'remind')];
    assert.deepEqual(dataOf(first.cards[0], 'Preview'), dataOf(second.cards[0], 'Preview'));
  });

  it('says what is missing when the bot is in no team yet', async () => {
    const made = await ready();
    made.roles.teams = [];
    assert.match((await made.says('manager-1', 'remind')).texts.join(), /no team yet/);
  });

  it('shows in the preview what staff will see and how many they are, each once, guests not', async () => {
    const reply = await previewed(await ready());
    assert.match(wordsOf(reply), /"4 people"/);
    assert.match(wordsOf(reply), /Name of manager-1.*My words.*Tuesday 1 December 2026.*Read and confirm/);
  });

  it('leaves the sender out when they untick themselves', async () => {
    assert.match(wordsOf(await previewed(await ready(), { includeMe: 'false' })), /"3 people"/);
  });

  it('says in the preview how many have blocked the bot', async () => {
    const made = await ready();
    const known = { id: 'p00001', teamsId: '29:p00001', name: 'x', serviceUrl: 'u', conversationId: 'c' };
    made.directory.people.set('p00001', { ...known, chat: 'blocked' });
    assert.match(wordsOf(await previewed(made)), /1 person cannot be reached because they have blocked me/);
  });

  it('keeps everything typed when one goes back', async () => {
    const made = await ready();
    const preview = cardOf(await previewed(made));
    const back = wordsOf(await made.presses('manager-1', 'edit', dataOf(preview, 'Back')));
    for (const kept of ['My title', 'My words', '2026-12-01']) assert.ok(back.includes(kept), kept);
  });

  it('with a date in the past is answered with what to change, and nothing is kept', async () => {
    const made = await ready();
    assert.match(wordsOf(await previewed(made, { due: '2026-11-21' })), /in the past/);
    const { cards } = await made.says('manager-1', 'remind');
    assert.match(JSON.stringify(cards[0]?.content), /2026-12-06/);
  });

  it('to a team with nobody in it is refused kindly', async () => {
    const made = await ready();
    made.directory.rosters.set('a', [member('g', { guest: true })]);
    assert.match(wordsOf(await previewed(made)), /nobody in these teams/);
  });

  for (const draft of [undefined, '', 'unknown', 7, { $gt: '' }]) {
    it(`with the draft id ${JSON.stringify(draft)} is told that the draft is gone`, async () => {
      const made = await ready();
      for (const action of ['preview', 'edit', 'send']) {
        assert.match(wordsOf(await made.presses('manager-1', action, { draft })), /no longer there/);
      }
    });
  }

  it('finds no draft of somebody else by its id', async () => {
    const made = await ready();
    made.roles.held.set('manager-2', ['manager']);
    const preview = cardOf(await previewed(made));
    const reply = await made.presses('manager-2', 'send', dataOf(preview, 'Send'));
    assert.match(wordsOf(reply), /no longer there/);
    assert.deepEqual(await campaignsOf(made), []);
  });
});

describe('sending a request', () => {
  it('makes one request and shows how it goes, however often Send is pressed', async () => {
    const made = await ready();
    const data = dataOf(cardOf(await previewed(made)), 'Send');
    const replies = await Promise.all([1, 2].map(() => made.presses('manager-1', 'send', data)));
    replies.push(await made.presses('manager-1', 'send', data));
    for (const reply of replies) assert.match(wordsOf(reply), /Getting ready to send/);
    const sent = await campaignsOf(made);
    assert.equal(sent.length, 1);
    const work = made.scheduled.filter((each) => each.startsWith('acknowledgements.delivery'));
    assert.deepEqual([...new Set(work)], [`acknowledgements.delivery ${sent[0]?.campaignId}`]);
  });

  it('asks Teams at that moment, and sends nothing without a yes', async () => {
    const made = await ready();
    const data = dataOf(cardOf(await previewed(made)), 'Send');
    made.roles.confirms = false;
    assert.match(wordsOf(await made.presses('manager-1', 'send', data)), /nothing was sent/);
    assert.deepEqual([await campaignsOf(made), made.scheduled], [[], []]);
  });

  it('is open to an administrator', async () => {
    const made = await ready();
    made.roles.held.set('manager-1', ['administrator']);
    const data = dataOf(cardOf(await previewed(made)), 'Send');
    assert.match(wordsOf(await made.presses('manager-1', 'send', data)), /Getting ready/);
  });

  it('shows the preview again when the draft was changed after it was shown', async () => {
    const made = await ready();
    const old = dataOf(cardOf(await previewed(made)), 'Send');
    await made.presses('manager-1', 'preview', { ...old, ...typed, title: 'Another title' });
    const reply = wordsOf(await made.presses('manager-1', 'send', old));
    assert.match(reply, /look at it again.*Another title/);
    assert.deepEqual(await campaignsOf(made), []);
  });

  it('is refused for a team that the manager has lost since', async () => {
    const made = await ready();
    const data = dataOf(cardOf(await previewed(made)), 'Send');
    made.roles.teams = [];
    assert.match(
      wordsOf(await made.presses('manager-1', 'send', data)),
      /no longer send to one of these teams/,
    );
    assert.deepEqual(await campaignsOf(made), []);
  });

  it('is refused for a draft whose date has passed meanwhile', async () => {
    const made = await ready();
    const data = dataOf(cardOf(await previewed(made)), 'Send');
    made.time.now = new Date('2026-12-02T09:00:00Z');
    assert.match(wordsOf(await made.presses('manager-1', 'send', data)), /in the past.*Press Back/);
    assert.deepEqual(await campaignsOf(made), []);
  });

  it('shows how it goes on every other button of the draft that was sent', async () => {
    const made = await ready();
    const preview = cardOf(await previewed(made));
    await made.presses('manager-1', 'send', dataOf(preview, 'Send'));
    for (const action of ['preview', 'edit']) {
      assert.match(
        wordsOf(await made.presses('manager-1', action, dataOf(preview, 'Back'))),
        /Getting ready/,
      );
    }
  });
});

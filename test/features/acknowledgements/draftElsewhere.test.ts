import assert from 'node:assert/strict';
import { Drafts } from '../../../src/features/acknowledgements/compose/drafts';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import { member, members } from './surroundings';

const typed = { teams: 'a', title: 'Mine', words: 'W', due: '2026-12-01', check: 'false' };

/** A form that is open on two phones. */
async function openTwice() {
  const made = await feature();
  made.directory.rosters.set('a', [...members(0, 3), member('manager-1')]);
  const { cards } = await made.says('manager-1', 'remind');
  const form = dataOf(cards[0], 'Preview');
  const preview = (changes: Record<string, unknown>) =>
    made.presses('manager-1', 'preview', { ...form, ...typed, ...changes });
  return { made, form, preview };
}

describe('a draft that is open in two places', () => {
  it('keeps what was typed last on the screen, says what happened, and takes it at the next press', async () => {
    const { made, preview } = await openTwice();
    await preview({ title: 'From the first phone' });
    const told = cardOf(
      await preview({ title: 'From the second phone', reminders: 'none', includeMe: 'false' }),
    );
    const words = JSON.stringify(told.content);
    assert.match(words, /changed in another window.*From the second phone/);
    assert.match(words, /"id":"reminders"[^}]*"value":"none"/);
    const again = { ...dataOf(told, 'Preview'), ...typed, title: 'From the second phone' };
    assert.match(wordsOf(await made.presses('manager-1', 'preview', again)), /From the second phone/);
  });

  it('has the words of the first until then', async () => {
    const { made, form, preview } = await openTwice();
    await preview({ title: 'From the first phone' });
    await preview({ title: 'From the second phone' });
    assert.match(wordsOf(await made.presses('manager-1', 'edit', form)), /From the first phone/);
  });

  it('is previewed when the same press comes twice', async () => {
    const { preview } = await openTwice();
    const replies = await Promise.all([preview({}), preview({})]);
    for (const reply of replies) assert.match(wordsOf(reply), /Check before you send/);
  });

  it('shows how it goes where it was sent from the other one', async () => {
    const { made, preview } = await openTwice();
    const shown = cardOf(await preview({}));
    await made.presses('manager-1', 'send', dataOf(shown, 'Send'));
    assert.match(wordsOf(await preview({ title: 'Too late' })), /Getting ready to send.*/);
  });
});

describe('a draft about what changed in the policy', () => {
  it('stays one through the form, the preview and Send, and has no kind to choose', async () => {
    const { made, form } = await openTwice();
    const drafts = new Drafts(made.parties.storage);
    const draft = await drafts.get('manager-1', String(form['draft']));
    assert.ok(draft);
    const about = { kind: 'change', sinceVersion: 1 } as const;
    await drafts.open({ ...draft, id: 'changed', about });
    const opened = cardOf(await made.presses('manager-1', 'edit', { draft: 'changed' }));
    assert.match(JSON.stringify(opened.content), /what has changed since version 1/);
    assert.doesNotMatch(JSON.stringify(opened.content), /"id":"about"/);
    const press = { ...dataOf(opened, 'Preview'), ...typed, about: 'policy' };
    const preview = cardOf(await made.presses('manager-1', 'preview', press));
    await made.presses('manager-1', 'send', dataOf(preview, 'Send'));
    const [sent] = await made.parties.campaigns.newestOf('manager-1', 1);
    assert.deepEqual((await made.parties.campaigns.get(sent?.campaignId ?? ''))?.about, about);
  });
});

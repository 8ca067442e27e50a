import assert from 'node:assert/strict';
import { claimSchema } from '../../../src/features/acknowledgements/campaign/claims';
import { statusCard } from '../../../src/features/acknowledgements/progress/statusCard';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { confirms, create, delivered, ofVersion, pressed, rowsOf, runDeliveries, statesOf } from './requests';
import { member, members } from './surroundings';

const about = { kind: 'clause', clauseId: 'P1' } as const;
const typed = { teams: 'a', title: 'T', words: 'W', due: '2026-12-01', about: 'clause:P1' };
const onCard = { campaign: 'campaign-1', part: '0-0' };

async function previewed(roster: ReturnType<typeof members>, changes = {}): Promise<[Feature, string]> {
  const made = await feature();
  made.directory.rosters.set('a', roster);
  const { cards } = await made.says('manager-1', 'remind');
  const data = { ...dataOf(cards[0], 'Preview'), ...typed, ...changes };
  return [made, wordsOf(await made.presses('manager-1', 'preview', data))];
}

describe('a reminder to read one clause', () => {
  it('is previewed with the clause word for word, where it stands, and one button', async () => {
    const [, words] = await previewed(members(0, 5));
    assert.match(words, /The _first_ clause\..*Sample policy, version 2, P1: First part/);
    assert.match(words, /"title":"I have a question"/);
    assert.doesNotMatch(words, /Read and confirm|Not now|is reminded:/);
  });

  it('shows what its sender typed as it is, and never as formatting or a link', async () => {
    const title = '**Bold** [link](http://x.example) ${danger} <b>';
    const made = await feature();
    made.directory.rosters.set('a', members(0, 5));
    const { cards } = await made.says('manager-1', 'remind');
    const press = { ...dataOf(cards[0], 'Preview'), ...typed, title, words: title };
    const preview = wordsOf(await made.presses('manager-1', 'preview', press));
    assert.equal(preview.split(`{"type":"TextRun","text":${JSON.stringify(title)}`).length, 3);
    assert.doesNotMatch(preview, /"type":"TextBlock","text":"\*\*Bold/);
  });

  it('goes to five people beside its sender or more, so that it singles nobody out', async () => {
    const roster = [...members(0, 4), member('manager-1')];
    const [, four] = await previewed(roster, { includeMe: 'true' });
    assert.match(four, /at least 5 people beside you/);
    const [, five] = await previewed([...roster, member('one-more')], { includeMe: 'true' });
    assert.match(five, /"6 people"/);
  });

  it('is refused at Send when people have left since the preview', async () => {
    const made = await feature();
    made.directory.rosters.set('a', members(0, 5));
    const { cards } = await made.says('manager-1', 'remind');
    const preview = await made.presses('manager-1', 'preview', { ...dataOf(cards[0], 'Preview'), ...typed });
    made.directory.rosters.set('a', members(0, 4));
    const reply = await made.presses('manager-1', 'send', dataOf(cardOf(preview), 'Send'));
    assert.match(wordsOf(reply), /at least 5 people/);
    assert.deepEqual(await made.parties.campaigns.newestOf('manager-1', 1), []);
  });

  it('asks no questions, sends no reminders and asks no joiners, whatever the form says', async () => {
    const [made] = await previewed(members(0, 5), { check: 'true', includeJoiners: 'true' });
    const { cards } = await made.says('manager-1', 'remind');
    const draft = { draft: dataOf(cards[0], 'Preview')['draft'], revision: 1 };
    await made.presses('manager-1', 'send', draft);
    const [sent] = await made.parties.campaigns.newestOf('manager-1', 1);
    const campaign = await made.parties.campaigns.get(sent?.campaignId ?? '');
    assert.deepEqual(
      [campaign?.check, campaign?.joinersIncluded, campaign?.reminders, campaign?.about],
      [false, false, [], about],
    );
  });

  it('records nothing, also of somebody who confirmed the policy before', async () => {
    const made = await delivered(members(0, 5), { about });
    assert.match(wordsOf(await confirms(made, 'p00000')), /nothing to confirm/);
    await made.presses('p00001', 'confirm', { campaign: '', part: '', ...ofVersion });
    for (const action of ['read', 'confirm', 'check', 'needHelp'] as const) {
      const words = wordsOf(await made.presses('p00001', action, { ...onCard, ...ofVersion }));
      assert.match(words, /nothing to confirm/, action);
      assert.doesNotMatch(words, /I confirm|receipt/, action);
    }
    const rows = [...(await rowsOf(made)).values()];
    assert.deepEqual(
      rows.filter((row) => row.acknowledgedAt || row.needs),
      [],
    );
    assert.equal(await made.evidence.find('p00000', made.parties.policy as never), undefined);
  });

  it('comes back after a question, for whoever confirmed the policy too', async () => {
    const made = await delivered(members(0, 5), { about });
    await made.presses('p00001', 'confirm', { campaign: '', part: '', ...ofVersion });
    assert.match(wordsOf(await made.presses('p00001', 'request', onCard)), /The _first_ clause/);
    assert.match(wordsOf(await made.presses('stranger', 'request', onCard)), /nothing for you to confirm/);
  });

  it('covers nobody and is covered by nobody', async () => {
    const made = await delivered(members(0, 5), { id: 'policy-1' });
    await create(made, { about });
    made.scheduled.push('acknowledgements.delivery campaign-1');
    await runDeliveries(made);
    assert.deepEqual([...new Set(Object.values(await statesOf(made)))], ['delivered']);
    await create(made, { id: 'policy-2' });
    made.scheduled.push('acknowledgements.delivery policy-2');
    await runDeliveries(made);
    assert.deepEqual([...new Set(Object.values(await statesOf(made, 'policy-2')))], ['covered']);
    const claims = made.parties.storage.table('askedby', claimSchema);
    for await (const { value } of claims.list()) assert.equal(value.campaignId, 'policy-1');
  });

  it('leaves nobody outstanding: its card says who has it, and has no reminders and no records', async () => {
    const made = await delivered(members(0, 5), { about });
    const view = await made.parties.campaigns.view('campaign-1');
    assert.ok(view);
    const words = JSON.stringify(statusCard(view).content);
    assert.match(words, /nothing to confirm.*"Have the request","value":"5"/);
    assert.doesNotMatch(words, /Still to confirm|Remind|Get the records|To be confirmed by| confirmed"/);
    for (const [action, refusal] of [
      ['remindEverybody', /nobody is reminded/],
      ['remindPerson', /nobody is reminded/],
      ['paper', /no paper is recorded/],
      ['recordPaper', /no paper is recorded/],
    ] as const) {
      const reply = await made.presses('manager-1', action, { ...pressed, part: '0-0', person: 'p00000' });
      assert.match(wordsOf(reply), refusal, action);
    }
    const names = wordsOf(await made.presses('manager-1', 'names', pressed));
    assert.match(names, /Sent, or on its way: 5/);
    assert.doesNotMatch(names, /Signed on paper|Confirmed \(/);
  });

  it('is withdrawn like any other, and gives nobody a receipt instead', async () => {
    const made = await delivered(members(0, 5), { about });
    await made.presses('p00001', 'confirm', { campaign: '', part: '', ...ofVersion });
    await made.presses('manager-1', 'cancel', pressed);
    await runDeliveries(made);
    assert.deepEqual([...new Set(Object.values(await statesOf(made)))], ['cancelled']);
    assert.doesNotMatch(JSON.stringify(made.messenger.updates), /You have confirmed/);
    assert.match(wordsOf(await made.presses('p00001', 'request', onCard)), /nothing to confirm/);
  });
});

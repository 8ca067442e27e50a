import assert from 'node:assert/strict';
import { cardOf, dataOf, feature, wordsOf } from './handlers';
import type { Feature } from './handlers';
import { rowsOf, runDeliveries, statesOf } from './requests';
import { member } from './surroundings';

const typed = { teams: '', title: 'T', words: 'W', due: '2026-12-01', check: 'false' };
const withMail = (id: string, email = `${id}@example.org`) => member(id, { email });

/** A team with three people who have addresses, a guest, and the form opened by a manager. */
async function opened() {
  const made = await feature();
  made.directory.rosters.set('a', [
    withMail('anna', 'Anna@Example.org'),
    withMail('ben'),
    member('cleo', { email: 'cleo.office@example.org', userPrincipalName: 'cs@example.org' }),
    member('gus', { email: 'gus@example.org', guest: true }),
  ]);
  made.directory.rosters.set('other', [withMail('otto')]);
  const { cards } = await made.says('manager-1', 'remind');
  const form = dataOf(cards[0], 'Preview');
  const paste = (addresses: string, paper = '') =>
    made.presses('manager-1', 'readList', { draft: form['draft'], addresses, paper }).then(wordsOf);
  const preview = (changes = {}) => made.presses('manager-1', 'preview', { ...form, ...typed, ...changes });
  return { made, form, paste, preview };
}

async function send(made: Feature, preview: Parameters<typeof cardOf>[0]): Promise<string> {
  await made.presses('manager-1', 'send', dataOf(cardOf(preview), 'Send'));
  await runDeliveries(made);
  return (await made.parties.campaigns.newestOf('manager-1', 1))[0]?.campaignId ?? '';
}

describe('a pasted list of e-mail addresses', () => {
  it('is reported on before anything is sent: found, twice, no address, not found', async () => {
    const { made, paste } = await opened();
    const words = await paste(
      'ANNA@example.org; anna@example.org; otto@example.org\nrubbish\ngus@example.org',
    );
    assert.match(words, /Found in your teams: 1 person.*Found twice, counted once: 1.*anna@example\.org/);
    assert.match(words, /Not an e-mail address: 1.*rubbish.*Not found in your teams: 2/);
    assert.match(words, /otto@example\.org, gus@example\.org/);
    assert.deepEqual([made.messenger.sent, made.scheduled], [[], []]);
  });

  it('finds people by what they sign in with too, each once', async () => {
    const { paste } = await opened();
    assert.match(await paste('cs@example.org cleo.office@example.org'), /Found in your teams: 1 person/);
  });

  it('shows ten of a long list and how many more there are', async () => {
    const { paste } = await opened();
    const many = Array.from({ length: 22 }, (_, at) => `nobody${at}@example.org`).join('\n');
    assert.match(await paste(many), /Not found in your teams: 22.*nobody9@example\.org and 12 more/);
  });

  it('is previewed beside the teams and sent, each person once, whatever the form showed before', async () => {
    const { made, paste, preview } = await opened();
    await paste('anna@example.org, ben@example.org', 'Pat Sample, Laundry');
    const shown = await preview();
    assert.match(wordsOf(shown), /"3 people".*Only on your list.*2 people.*To be asked on paper.*1 person/);
    const id = await send(made, shown);
    const states = Object.entries(await statesOf(made, id));
    assert.deepEqual(
      states.filter(([who]) => !who.startsWith('paper-')),
      [
        ['anna', 'delivered'],
        ['ben', 'delivered'],
      ],
    );
    assert.deepEqual(
      states.filter(([who]) => who.startsWith('paper-')).map(([, state]) => state),
      ['onPaper'],
    );
    assert.deepEqual(made.messenger.sent.toSorted(), ['chat-of-29:anna', 'chat-of-29:ben']);
  });

  it('counts people of a chosen team once', async () => {
    const { made, paste, preview } = await opened();
    await paste('anna@example.org');
    const id = await send(made, await preview({ teams: 'a' }));
    assert.deepEqual(Object.keys(await statesOf(made, id)).toSorted(), ['anna', 'ben', 'cleo']);
  });

  it('that changed after the preview is shown before it is sent', async () => {
    const { made, paste, preview } = await opened();
    await paste('anna@example.org');
    const old = dataOf(cardOf(await preview()), 'Send');
    await paste('ben@example.org');
    assert.match(wordsOf(await made.presses('manager-1', 'send', old)), /look at it again/);
    assert.deepEqual(await made.parties.campaigns.newestOf('manager-1', 1), []);
  });

  it('is removed, and then a team must be chosen', async () => {
    const { made, form, paste, preview } = await opened();
    await paste('anna@example.org', 'Pat Sample, Laundry');
    assert.match(wordsOf(await made.presses('manager-1', 'dropList', form)), /removed/);
    assert.match(wordsOf(await preview()), /at least one team, or paste/);
  });

  it('with nobody found asks nobody', async () => {
    const { paste, preview } = await opened();
    assert.match(await paste('nobody@example.org'), /Found in your teams: 0 people/);
    assert.match(wordsOf(await preview()), /at least one team, or paste/);
  });

  for (const [what, addresses, problem] of [
    ['nothing', '  ', /Please paste/],
    [
      'more than ten thousand',
      Array.from({ length: 10_001 }, (_, at) => `p${at}@e.uk`).join('\n'),
      /too long/,
    ],
    ['more than a message carries', 'x'.repeat(200_001), /too long/],
  ] as const) {
    it(`of ${what} is answered kindly, and the list from before stays`, async () => {
      const { paste, preview } = await opened();
      await paste('anna@example.org');
      assert.match(await paste(addresses), problem);
      assert.match(wordsOf(await preview()), /"1 person"/);
    });
  }

  it('is refused to whoever the draft is not from, to staff, and once the request is sent', async () => {
    const { made, form, paste, preview } = await opened();
    made.roles.held.set('manager-2', ['manager']);
    for (const action of ['openList', 'readList', 'dropList']) {
      const reply = await made.presses('manager-2', action, { ...form, addresses: 'anna@example.org' });
      assert.match(wordsOf(reply), /no longer there/, action);
    }
    made.roles.held.set('manager-1', []);
    assert.match(await paste('anna@example.org'), /Only managers/);
    made.roles.held.set('manager-1', ['manager']);
    await send(made, await preview({ teams: 'a' }));
    assert.match(await paste('anna@example.org'), /sent already/);
  });

  it('of ten thousand with duplicates and rubbish is read and matched within what a press may take', async () => {
    const { made, paste } = await opened();
    const people = Array.from({ length: 4_000 }, (_, at) => withMail(`p${at}`, `p${at}@e.uk`));
    made.directory.rosters.set('a', people);
    const lines = Array.from({ length: 10_000 }, (_, at) =>
      at % 50 === 0 ? 'rubbish' : `P${at % 5_000}@e.uk`,
    );
    const began = performance.now();
    const words = await paste(lines.join('\n'));
    assert.match(words, /Found in your teams: 3,920 people.*counted once: 4,900.*address: 200.*teams: 980/);
    assert.ok(performance.now() - began < 2_500, `${performance.now() - began} ms`);
  });
});

describe('somebody without Teams', () => {
  const paperOnly = async (names: string) => {
    const { made, paste, preview } = await opened();
    const report = await paste('', names);
    return { made, report, id: await send(made, await preview()) };
  };

  it('is added once by name and place, counts, and is never written to', async () => {
    const { made, report, id } = await paperOnly(
      'Pat Sample, Laundry\npat sample, laundry\nPat Sample, Kitchen\nNobody',
    );
    assert.match(report, /To be asked on paper: 2.*place is missing.*: 1.*Nobody/);
    const rows = [...(await rowsOf(made, id)).values()];
    assert.deepEqual(rows.map(({ name, delivery }) => `${name} ${delivery}`).toSorted(), [
      'Pat Sample (Kitchen) onPaper',
      'Pat Sample (Laundry) onPaper',
    ]);
    assert.deepEqual(made.messenger.sent, []);
    const status = wordsOf(await made.presses('manager-1', 'refresh', { campaign: id }));
    assert.match(status, /"Asked","value":"2".*"Still to confirm","value":"2"/);
  });

  it('is listed as to be asked on paper, and their signature is recorded for them', async () => {
    const { made, id } = await paperOnly('Pat Sample, Laundry');
    const names = wordsOf(await made.presses('manager-1', 'names', { campaign: id }));
    assert.match(names, /Pat Sample \(Laundry\).*To be asked on paper\..*Signed on paper/);
    const [row] = [...(await rowsOf(made, id)).values()];
    const signer = { campaign: id, part: '1-0', person: row?.personId ?? '' };
    const paper = { ...signer, signedOn: '2026-11-22', witness: 'Wanda Witness' };
    assert.match(
      wordsOf(await made.presses('manager-1', 'recordPaper', paper)),
      /Recorded as signed on paper/,
    );
    const [signed] = [...(await rowsOf(made, id)).values()];
    assert.equal(signed?.paper?.signedOn, '2026-11-22');
  });

  it('stays on paper when the request is withdrawn', async () => {
    const { made, id } = await paperOnly('Pat Sample, Laundry');
    await made.presses('manager-1', 'cancel', { campaign: id });
    await runDeliveries(made);
    assert.deepEqual(Object.values(await statesOf(made, id)), ['onPaper']);
  });

  it('is not asked to read one clause', async () => {
    const { paste, preview } = await opened();
    await paste('', 'Pat Sample, Laundry');
    assert.match(wordsOf(await preview({ about: 'clause:P1' })), /nobody in these teams/);
  });
});

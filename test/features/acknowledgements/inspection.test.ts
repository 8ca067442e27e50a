import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { markup } from '../../../src/files/markup';
import { inspectionPage } from '../../../src/features/acknowledgements/inspection/inspectionPage';
import { signSheet } from '../../../src/features/acknowledgements/inspection/signSheet';
import { groupAt, howItStood, whatWasDone } from '../../../src/features/acknowledgements/inspection/standing';
import type { Feature } from './handlers';
import { wordsOf } from './handlers';
import { confirms, delivered } from './requests';
import { aPart, aRecipient, NOW } from './samples';
import { member, members } from './surroundings';

const team = { id: 'a', name: 'Team <a>' };
const reader = { id: 'manager-1', name: 'Mona Sample' };
const today = { day: '2026-11-22', moment: NOW.toISOString() };
const at = (day: string) => ({ day, moment: `${day}T23:59:59.999Z` });

async function pageOf({ parties }: Feature, when = today): Promise<string> {
  const lines: string[] = [];
  for await (const line of inspectionPage(parties, reader, team, when)) lines.push(line);
  return lines.join('');
}
const textOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('where somebody stood on a day', () => {
  const received = { delivery: 'delivered', deliveredAt: '2026-11-10T09:00:00.000Z' } as const;
  const acknowledged = aRecipient({
    ...received,
    acknowledgedAt: '2026-11-15T09:00:00.000Z',
    receipt: 'AAAA-BBBB',
  });

  it('follows the dates in the row', () => {
    assert.equal(groupAt(acknowledged, at('2026-11-09')), 'notReached');
    assert.match(howItStood(acknowledged, at('2026-11-09')), /Got it on 10 November 2026/);
    assert.equal(groupAt(acknowledged, at('2026-11-14')), 'outstanding');
    assert.equal(groupAt(acknowledged, at('2026-11-15')), 'confirmed');
    assert.match(
      howItStood(acknowledged, at('2026-11-15')),
      /15 November 2026 at 09:00, receipt number AAAA-BBBB/,
    );
  });

  it('takes a paper from the day on it until somebody says that they did not sign', () => {
    const paper = { signedOn: '2026-11-12', recordedAt: '2026-11-14T09:00:00.000Z' };
    const row = aRecipient({ delivery: 'onPaper', receipt: 'CCCC-DDDD', paper });
    assert.equal(groupAt(row, at('2026-11-11')), 'outstanding');
    assert.equal(groupAt(row, at('2026-11-12')), 'onPaper');
    assert.match(howItStood(row, at('2026-11-12')), /Signed on Thursday 12 November 2026/);
    const disputed = { ...row, paper: { ...paper, disputedAt: '2026-11-16T09:00:00.000Z' } };
    assert.equal(groupAt(disputed, at('2026-11-15')), 'onPaper');
    assert.equal(groupAt(disputed, at('2026-11-16')), 'outstanding');
    assert.match(
      whatWasDone(disputed),
      /was recorded on 14 November.*said on 16 November 2026 at 09:00 that they did not/,
    );
  });

  it('knows who left, who is away, and from whom it was withdrawn', () => {
    const left = aRecipient({
      delivery: 'left',
      deliveredAt: received.deliveredAt,
      leftTeamAt: '2026-11-12T09:00:00.000Z',
    });
    assert.equal(groupAt(left, at('2026-11-11')), 'outstanding');
    assert.equal(groupAt(left, at('2026-11-12')), 'left');
    const away = { ...aRecipient(received), awayUntil: '2026-11-20' };
    assert.equal(groupAt(away, at('2026-11-19')), 'away');
    assert.match(howItStood(away, at('2026-11-19')), /Away until Friday 20 November 2026/);
    assert.equal(groupAt(away, at('2026-11-20')), 'outstanding');
    assert.equal(groupAt(aRecipient({ delivery: 'cancelled' }), at('2026-11-19')), 'withdrawn');
  });

  it('says why somebody was not reached, and what was done with its dates', () => {
    const blocked = aRecipient({ delivery: 'blocked', attempts: 2 });
    assert.equal(groupAt(blocked, today), 'notReached');
    assert.match(howItStood(blocked, today), /Has blocked me/);
    assert.match(whatWasDone(blocked), /Tried 2 times/);
    const helped = aRecipient({
      ...received,
      activityId: 'x',
      reminders: 2,
      remindedAt: '2026-11-17T09:00:00.000Z',
      needs: [
        { help: 'interpreter', askedAt: '2026-11-16T09:00:00.000Z', toldAt: '2026-11-16T09:01:00.000Z' },
      ],
    });
    assert.match(whatWasDone(helped), /Reminded 2 times, the last time on 17 November 2026 at 09:00\./);
    assert.match(
      whatWasDone(helped),
      /Asked for an interpreter on 16 November 2026 at 09:00, and the manager was told/,
    );
  });
});

describe('the inspection page of a team', () => {
  it('tells for everybody where they stand, and what it shows', async () => {
    const made = await delivered([...members(0, 3), member('g', { guest: true, name: 'Gus Guest' })]);
    await confirms(made, 'p00000');
    const text = textOf(await pageOf(made));
    assert.match(text, /How it stood on Sunday 22 November 2026/);
    assert.match(text, /Sample policy, version 2\. Its text has the mark (ab){32} ?\./);
    assert.match(text, /“I have read the sample\.”/);
    assert.match(text, /the policy was given and confirmed, and nothing more/);
    assert.match(text, /Confirmed in Teams 1 Have the request and have not confirmed 2 Asked in all 3/);
    assert.match(
      text,
      /Confirmed in Teams: 1 Name How it stands What was done about it Person p00000 22 November/,
    );
    assert.match(text, /not asked by this request Name Why Gus Guest A guest/);
  });

  it('shows what people typed as text, and can be read by a screen reader', async () => {
    const made = await delivered([member('x', { name: '<script>alert(1)</script> & "Co"' })]);
    const page = await pageOf(made);
    assert.ok(!page.includes('<script'));
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;Co&quot;/);
    assert.match(
      page,
      /^<!doctype html><html lang="en-GB">.*<title>Inspection page: Team &lt;a&gt;<\/title>/,
    );
    assert.match(page, /<caption>.*<th scope="col">Name<\/th>.*<th scope="row">/s);
    assert.match(page, /@media print/);
    assert.equal(page.match(/<table/g)?.length, page.match(/<\/table>/g)?.length);
  });

  it('is about an earlier day as things were then, and about a day before any request', async () => {
    const made = await delivered(members(0, 2));
    made.time.now = new Date('2026-11-25T10:00:00Z');
    await confirms(made, 'p00000');
    assert.match(textOf(await pageOf(made, at('2026-11-23'))), /have not confirmed 2 Asked in all 2/);
    assert.doesNotMatch(textOf(await pageOf(made, at('2026-11-23'))), /not asked by this request/);
    assert.match(textOf(await pageOf(made, at('2026-11-25'))), /Confirmed in Teams 1/);
    assert.match(textOf(await pageOf(made, at('2026-11-01'))), /Nobody in this team had been asked by then/);
  });

  it('names nobody of another team, but members who are asked through one', async () => {
    const made = await delivered([]);
    made.directory.rosters.set('a', members(0, 2)).set('b', members(1, 2));
    const view = await made.parties.campaigns.view('campaign-1');
    const teams = [...(view?.campaign.teams ?? []), { id: 'b', name: 'Team b' }];
    await made.parties.campaigns.change('campaign-1', (now) => ({ ...now, teams }));
    const rows = members(0, 3).map(({ personId, name }) =>
      aRecipient({ personId, name, delivery: 'blocked' }),
    );
    for (const [part, some] of [
      ['0-0', rows.slice(0, 1)],
      ['1-0', rows.slice(1)],
    ] as const) {
      await made.parties.campaigns.putPart('campaign-1', aPart(part, {}));
      await made.parties.recipients.add('campaign-1', part, some);
    }
    const text = textOf(await pageOf(made));
    assert.match(text, /Not reached 2 Asked in all 2/);
    assert.match(text, /p00000.*p00001/);
    assert.doesNotMatch(text, /p00002/);
  });

  it('says what a request said before it was corrected', async () => {
    const made = await delivered(members(0, 1));
    const words = { campaign: 'campaign-1', title: 'New', words: 'New words.', due: '2026-12-09' };
    await made.presses('manager-1', 'saveCorrection', words);
    assert.match(
      textOf(await pageOf(made)),
      /Until it was corrected by Name of manager-1 on .* “Please read this”\. “It matters\.”/,
    );
  });

  it('needs no more memory for sixteen thousand people than for four thousand', async function () {
    this.timeout(120_000);
    const { made, most } = await large(4_000);
    const small = await most();
    await extend(made, 4_000, 16_000);
    const big = await most();
    assert.ok(big < small + 2 * 2 ** 20, `${small} and ${big} bytes`);
  });
});

/** What nobody holds any more is taken away, so that what is left is what the page needs. */
setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** A request to so many people, and the most memory that the page takes beyond what is there before it. */
async function large(people: number) {
  const made = await delivered([]);
  await extend(made, 0, people);
  const most = async (): Promise<number> => {
    collect();
    const before = process.memoryUsage().heapUsed;
    let peak = 0;
    let lines = 0;
    for await (const line of inspectionPage(made.parties, reader, team, today)) {
      if (line.includes('<tr>') && ++lines % 2_000 === 0) {
        collect();
        peak = Math.max(peak, process.memoryUsage().heapUsed - before);
      }
    }
    return peak;
  };
  return { made, most };
}

async function extend(made: Feature, from: number, to: number): Promise<void> {
  const rows = members(from, to - from).map(({ personId, name }) =>
    aRecipient({ personId, name, delivery: 'blocked' }),
  );
  for (let start = 0; start < rows.length; start += 2_000) {
    const part = `0-${(from + start) / 2_000}`;
    await made.parties.campaigns.putPart('campaign-1', aPart(part, {}));
    await made.parties.recipients.add('campaign-1', part, rows.slice(start, start + 2_000));
  }
}

describe('the sign sheet of a team', () => {
  const sheetOf = async ({ parties }: Feature, withNames: boolean): Promise<string> => {
    const lines: string[] = [];
    for await (const line of signSheet(parties, reader, team, withNames)) lines.push(line);
    return lines.join('');
  };

  it('has the version, its mark, the statement, and a line to sign for everybody but guests', async () => {
    const made = await delivered([
      member('b', { name: 'Bea' }),
      member('a', { name: 'Abe' }),
      member('g', { guest: true, name: 'Gus' }),
    ]);
    const text = textOf(await sheetOf(made, true));
    assert.match(text, /Version 2 of the policy\. Its text has the mark (ab){32}/);
    assert.match(text, /“I have read the sample\.”.*Name Signature Date Who saw it signed.*Abe Bea/);
    assert.doesNotMatch(text, /Gus/);
  });

  it('has empty lines where names are not wanted', async () => {
    const made = await delivered([member('b', { name: 'Bea' })]);
    const page = await sheetOf(made, false);
    assert.doesNotMatch(page, /Bea/);
    assert.equal(page.match(/<tr><td><\/td>/g)?.length, 40);
  });
});

describe('markup of a page', () => {
  it('holds texts as texts and markup as markup', () => {
    const page = markup`<p>${`<'"&>`}${[markup`<b>${1}</b>`]}</p>`;
    assert.equal(page.text, '<p>&lt;&#39;&quot;&amp;&gt;<b>1</b></p>');
  });
});

describe('asking for a page about a team', () => {
  it('is refused for a team that is not theirs, for a day to come, and to staff', async () => {
    const made = await delivered(members(0, 1));
    for (const action of ['makeInspection', 'makeSheet']) {
      const data = { team: 'zzz', day: '2026-11-22' };
      assert.match(
        wordsOf(await made.presses('manager-1', action, data)),
        /only about a team that you can send to/,
      );
      const staff = await made.presses('p00000', action, { ...data, team: 'a' });
      assert.match(wordsOf(staff), /Only managers and administrators/);
    }
    for (const day of ['2026-11-23', 'someday', 5]) {
      const reply = await made.presses('manager-1', 'makeInspection', { team: 'a', day });
      assert.match(wordsOf(reply), /today or an earlier day/);
    }
  });
});

import assert from 'node:assert/strict';
import { readLines } from '../../../../src/features/concerns/safeguarding/lines';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { channelCard, seen, sendReport, startReporting } from '../reporting';

const HARMED = { kind: 'picture', affected: 'serviceUser', what: 'Invented: a picture of a resident.' };
const REST = {
  ...{
    police: 'notNeeded',
    policeWhy: 'No crime.',
    trust: 'notNeeded',
    trustWhy: 'Nobody in such a position.',
  },
  ...{
    regulator: 'done',
    regulatorOn: '2026-11-18',
    barring: 'notNeeded',
    barringWhy: 'Nobody was dismissed.',
  },
};

describe('a report in which a service user may have been harmed', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
  });
  after(() => product.stop());

  async function taken(about: Record<string, string> = HARMED): Promise<string> {
    const reference = await sendReport(product, next().key, 'kept', about as never);
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    return reference;
  }
  async function form(reference: string): Promise<PressAnswer> {
    const page = await lead.presses(await channelCard(product, reference), 'Open');
    return lead.submitsDialog(page, 'Safeguarding', {});
  }
  const close = async (reference: string): Promise<string> =>
    seen(await lead.presses(await channelCard(product, reference), 'Close'));

  it('is closed only after each of the five lines says done, when, or not needed, why', async () => {
    const reference = await taken();
    assert.match(
      await close(reference),
      /fill in safeguarding first.*Safeguarding referral, Police, Position of trust/,
    );
    const half = seen(await lead.submitsDialog(await form(reference), 'Save', REST));
    assert.match(half, /Recorded: not needed: No crime\., by Lettice Ledgerly/);
    assert.match(await close(reference), /Still open: Safeguarding referral\./);
    const referral = { referral: 'done', referralOn: '2026-11-17' };
    await lead.submitsDialog(await form(reference), 'Save', referral);
    assert.match(await close(reference), /Outcome, for the file/);
    const page = seen(await lead.presses(await channelCard(product, reference), 'Open'));
    assert.match(page, /Safeguarding: Done/);
    assert.match(
      page,
      /Safeguarding was recorded by Lettice Ledgerly \(Safeguarding referral: done on Tuesday 17/,
    );
  });

  it('is not closed by a form that was opened before a handler said that safeguarding applies', async () => {
    const reference = await taken({ kind: 'comments', affected: 'service', what: 'Invented.' });
    const open = await lead.presses(await channelCard(product, reference), 'Close');
    const officer = product.teams.person('complaints-officer');
    const page = await officer.presses(await channelCard(product, reference), 'Open');
    const clocks = await officer.submitsDialog(page, 'Dates and clocks', {});
    const inputs = { clock: 'safeguarding', change: 'applies', reason: 'A resident is in it.' };
    await officer.submitsDialog(clocks, 'Save the change', inputs);
    const outcome = { outcome: 'upheld', reply: 'dealtWith' };
    assert.match(
      seen(await lead.submitsDialog(open, 'Close the report', outcome)),
      /fill in safeguarding first/,
    );
  });

  it('keeps what is right in the form, and says what is missing', async () => {
    const reference = await taken();
    const inputs = { police: 'done', barring: 'notNeeded', barringWhy: 'Invented.' };
    const shown = seen(await lead.submitsDialog(await form(reference), 'Save', inputs));
    assert.match(shown, /Police: please give the day.*Recorded: not needed: Invented\./);
    assert.match(shown, /"Not recorded yet"/);
  });

  it('has no safeguarding done on a day to come, and none that is not needed without a reason', () => {
    for (const line of [
      { police: 'done', policeOn: '2026-11-19' },
      { police: 'done', policeOn: 'yesterday' },
      { police: 'notNeeded', policeWhy: ' !! ' },
      { police: 'notNeeded', policeWhy: 'x'.repeat(501) },
    ]) {
      const { lines, problems } = readLines(line, '2026-11-18');
      assert.deepEqual([Object.keys(lines), problems.length], [[], 1], JSON.stringify(line));
    }
  });
});

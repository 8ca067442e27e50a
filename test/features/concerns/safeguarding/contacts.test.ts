import assert from 'node:assert/strict';
import { contactCommandIn } from '../../../../src/features/concerns/safeguarding/contactCommand';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { DirectConcerns } from '../direct';
import { involve } from '../clocks/involve';
import { channelCard, channelCards, chatOf, seen, sendReport, startReporting } from '../reporting';

const HARMED = { kind: 'picture', affected: 'serviceUser', what: 'Invented: a picture of a resident.' };
const LEAKED = { kind: 'confidential', affected: 'service', what: 'Invented: a rota with names was posted.' };

describe('the people who are told at once', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let admin: PersonDriver;
  let nurse: PersonDriver;
  let office: PersonDriver;
  before(async () => {
    ({ product, next } = await startReporting());
    [lead, admin] = [product.teams.person('complaints-lead'), product.teams.person('admin')];
    [nurse, office] = [product.teams.person('nurse'), product.teams.person('office')];
  });
  after(() => product.stop());

  const report = (about: Record<string, string>): Promise<string> =>
    sendReport(product, next().key, 'kept', about as never);
  const page = async (reference: string): Promise<string> =>
    seen(await lead.presses(await channelCard(product, reference), 'Open'));
  async function toldOf(who: PersonDriver, reference: string): Promise<MessageView[]> {
    await product.idle();
    return (await who.chat()).filter((message) => seen(message).includes(`report ${reference}`));
  }

  it('are nobody at first: reporter and handler read whom to ring, and that they have to', async () => {
    const carer = next();
    const reference = await sendReport(product, carer.key, 'kept', HARMED);
    assert.match(await chatOf(product, carer.key), /Please ring safeguarding about this now.*01632 960102/);
    assert.match(
      await page(reference),
      /I have told nobody\. Safeguarding has to be rung now: .*01632 960102.*01632 960103/,
    );
    assert.match(await page(await report(LEAKED)), /Please tell them now: .*data\.protection@example\.org/);
  });

  it('are named by an administrator, which the channel reads, and hear of what is open already', async () => {
    const open = await report(HARMED);
    await admin.says('make Petra Poultice a safeguarding contact');
    await admin.says('Make Oswin Inkpot the data-protection contact.');
    assert.match(
      seen(await admin.lastCardMessage()),
      /Oswin Inkpot is told at once.*Told at once: Oswin Inkpot/,
    );
    const channel = (await channelCards(product)).map(seen).join();
    assert.match(
      channel,
      /Petra Poultice is now told at once of reports for safeguarding\. Ada Keyringle set it/,
    );
    assert.equal((await toldOf(nurse, open)).length, 1);
  });

  it('are named by nobody else', async () => {
    for (const who of [next(), product.teams.person('manager')]) {
      await who.says('make Crispin Crumpet a safeguarding contact');
      assert.match(seen(await who.lastCardMessage()), /Only the complaints lead or an administrator/);
    }
    for (const [words, refusal] of [
      ['make Nobody Atall a safeguarding contact', /I know nobody/],
      ['make Ada Keyringle a safeguarding contact', /Administrators see no reports/],
    ] as const) {
      await admin.says(words);
      assert.match(seen(await admin.lastCardMessage()), refusal);
    }
    await admin.says('safeguarding contacts');
    assert.match(seen(await admin.lastCardMessage()), /Told at once: Petra Poultice"/);
  });

  it('are told once, with reference, kind and the clock in hours, and nothing that was written', async () => {
    const reference = await report(HARMED);
    const [told, ...more] = await toldOf(nurse, reference);
    assert.ok(told && more.length === 0);
    assert.match(seen(told), /A picture of a service user.*By Wednesday 18 November 2026 at 14:00/);
    assert.doesNotMatch(seen(told), /Invented|Carer Number/);
    assert.equal(told.summary, 'You have a message');
    assert.match(
      await page(reference),
      /the safeguarding contact was told in Teams.*Was told at once \(Safeguarding: Petra Poultice\)/,
    );
  });

  it('read the report, which the history keeps, and only reports that are for them', async () => {
    const reference = await report(HARMED);
    const [told = assert.fail()] = await toldOf(nurse, reference);
    const opened = seen(await nurse.presses(told, 'Open the report'));
    assert.match(opened, /name kept back.*Invented: a picture of a resident/);
    assert.match(await page(reference), /Opened as a named contact by Petra Poultice/);
    assert.deepEqual(await toldOf(nurse, await report(LEAKED)), []);
  });

  it('record breach or not, told or not, and why, which ends the clock', async () => {
    const reference = await report(LEAKED);
    const [told = assert.fail()] = await toldOf(office, reference);
    const form = await office.presses(told, 'Breach or not');
    await office.submitsDialog(form, 'Record it', {
      breach: 'yes',
      told: 'no',
      why: 'No risk: initials only.',
    });
    const shown = await page(reference);
    assert.match(
      shown,
      /Data protection: a breach, the Commissioner was not told\. Why: No risk: initials only\. \(Oswin Inkpot\)/,
    );
    assert.match(shown, /Data protection: breach or not: Done/);
    const again = await office.presses(told, 'Breach or not');
    const empty = { breach: 'yes', told: 'no', why: '!!' };
    assert.match(seen(await office.submitsDialog(again, 'Record it', empty)), /Please write why/);
  });

  it('are tried again until it lands', async () => {
    const recover = await product.teams.fail({
      operation: 'send',
      conversation: 'nurse',
      answer: 403,
      code: 'BotNotInConversationRoster',
    });
    const reference = await report(HARMED);
    assert.deepEqual(await toldOf(nurse, reference), []);
    await recover();
    await product.advance(6 * 60_000);
    assert.equal((await toldOf(nurse, reference)).length, 1);
    assert.match(await page(reference), /Was told at once/);
  });

  it('see nothing more once they are taken from the list, and are told no more', async () => {
    const [told = assert.fail()] = await toldOf(nurse, await report(HARMED));
    await admin.says('remove Petra Poultice as safeguarding contact');
    assert.match(
      seen(await admin.lastCardMessage()),
      /Petra Poultice is told no more.*Nobody\. Reports show/,
    );
    assert.match(seen(await nurse.presses(told, 'Open the report')), /Only people whom the council named/);
    assert.deepEqual(await toldOf(nurse, await report(HARMED)), []);
  });

  it('are not told of a report in which they are named, and cannot open it', async () => {
    const reference = await report(HARMED);
    await involve(product, reference, '5aff0004-0000-4000-8000-000000000004');
    await admin.says('make Petra Poultice a safeguarding contact');
    assert.deepEqual(await toldOf(nurse, reference), []);
    const other = await report(HARMED);
    const [told = assert.fail()] = await toldOf(nurse, other);
    await involve(product, other, '5aff0004-0000-4000-8000-000000000004');
    assert.match(seen(await nurse.presses(told, 'Open the report')), /Only people whom the council named/);
  });

  it('are the only ones whose presses count', async () => {
    const direct = new DirectConcerns();
    await direct.start();
    direct.handlers.add('a-handler');
    for (const verb of ['openAsContact', 'breach', 'recordBreach']) {
      const answer = JSON.stringify(await direct.press('a-handler', verb, { case: 'any', breach: 'no' }));
      assert.match(answer, /Only people whom the council named/);
    }
  });
});

describe('the command that names them', () => {
  for (const [text, kind] of [
    ['make Petra Poultice a safeguarding contact', 'make'],
    ['please remove petra.p@example.org from the data protection contacts.', 'remove'],
    ['show the safeguarding contacts', 'show'],
  ] as const)
    it(`is heard in "${text}"`, () => assert.equal(contactCommandIn(text)?.kind, kind));

  for (const text of ['who is the safeguarding contact?', 'make a safeguarding contact', 'I need a contact'])
    it(`is not heard in "${text}"`, () => assert.equal(contactCommandIn(text), undefined));
});

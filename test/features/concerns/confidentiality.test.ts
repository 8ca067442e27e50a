import assert from 'node:assert/strict';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { TestProduct } from '../../support/product';
import { channelCard, press, sendReport, startReporting, toReview, WHAT } from './reporting';
import type { RowText } from './storedRows';
import { storedRows } from './storedRows';

const CASE_TABLES = ['concernCases', 'concernReferences'];

describe('a report whose name is kept back', () => {
  let product: TestProduct;
  let carer: PersonDriver;
  let reference: string;
  let rows: RowText[];
  let identity: string[];
  const lines: string[] = [];

  before(async () => {
    const { product: started, next } = await startReporting({ onLog: (line) => lines.push(line) });
    [product, carer] = [started, next()];
    // No whole minute, as in life: an exact time of the turn must not be found on the case.
    await product.advance(192_345);
    reference = await sendReport(product, carer.key, 'kept');
    const lead = product.teams.person('complaints-lead');
    await lead.presses(await channelCard(product, reference), 'Take on');
    await lead.presses(await channelCard(product, reference), 'Open');
    await carer.presses(await carer.lastCardMessage(), 'Add something');
    await press(carer, 'Save and next', { detail: 'An invented place.' });
    await product.idle();
    rows = await storedRows(product.storagePrefix);
    const world = await product.teams.call('world', {}, undefined);
    const me = world.people.find(({ key }) => key === carer.key) ?? assert.fail();
    identity = [me.aadObjectId, me.id, me.name, me.chatId, me.email];
  });
  after(() => product.stop());

  const aboutPerson = (): RowText[] =>
    rows.filter(({ text }) => identity.some((part) => text.includes(part)));
  const idsOfCase = (): string[] => {
    const stored = rows
      .filter(({ table }) => table === 'concernCases')
      .map(({ text }) => JSON.parse(text) as { partitionKey: string });
    return [...new Set([reference, ...stored.map(({ partitionKey }) => partitionKey)])];
  };

  it('is stored, so that the search below means something', () => {
    assert.ok(rows.some(({ table, text }) => table === 'concernCases' && text.includes(WHAT)));
    assert.ok(aboutPerson().length > 0);
  });

  it('has no row of the case that names the person, nor a row of the person that names the case', () => {
    assert.deepEqual(
      aboutPerson().filter(({ table }) => CASE_TABLES.includes(table)),
      [],
    );
    for (const { table, text } of aboutPerson()) {
      assert.ok(!idsOfCase().some((id) => text.includes(id)), table);
    }
  });

  it('shares no value of any row with what is stored about the person, but for what everybody shares', () => {
    const values = (found: RowText[]): Set<string> => new Set(found.flatMap(({ text }) => distinctive(text)));
    const cases = values(rows.filter(({ table }) => CASE_TABLES.includes(table)));
    const person = values(aboutPerson());
    const index = values(rows.filter(({ table }) => table === 'concernReports'));
    assert.deepEqual(
      [...cases].filter((value) => person.has(value) || index.has(value)),
      [],
    );
    assert.deepEqual(
      [...index].filter((value) => person.has(value)),
      [],
    );
  });

  it('leaves no draft and no trace in the state of the conversation', () => {
    assert.ok(!rows.some(({ table }) => table === 'concernDrafts'));
    assert.ok(!rows.some(({ table, text }) => table !== 'concernCases' && text.includes(WHAT)));
    assert.ok(!aboutPerson().some(({ text }) => text.includes('dialogStack')));
  });

  it('leaves neither the ids nor the times of its turns with the person', () => {
    const states = aboutPerson().filter(({ table }) => table === 'botState');
    assert.ok(states.length > 0);
    assert.deepEqual(
      states.filter(({ text }) => /again|T10:03/.test(text)),
      [],
    );
  });

  it('has no line in the log that names the person, the case or a word of it', () => {
    const told = [...identity, ...idsOfCase(), WHAT, 'invented place'];
    assert.deepEqual(
      lines.filter((line) => told.some((part) => line.includes(part))),
      [],
    );
  });

  it('shows nobody else a message with the person’s name', async () => {
    for (const who of ['complaints-lead', 'complaints-officer', 'second-admin']) {
      const seen = JSON.stringify([
        await product.teams.person(who).chat(),
        await product.teams.person(who).sees('complaints/concerns'),
      ]);
      assert.ok(!identity.some((part) => seen.includes(part)), who);
    }
  });
});

describe('a report in the middle', () => {
  it('is linked to the person by nothing but their open draft, which goes when it is deleted', async () => {
    const { product, next } = await startReporting();
    const carer = next();
    await toReview(carer);
    assert.ok((await storedRows(product.storagePrefix)).some(({ text }) => text.includes(WHAT)));
    await carer.says('cancel');
    await press(carer, 'Yes, delete it');
    await product.idle();
    assert.ok(!(await storedRows(product.storagePrefix)).some(({ text }) => text.includes(WHAT)));
    await product.stop();
  });
});

/** Texts of a row that are long enough to tell one thing from another: ids, tags, seals, exact times. */
function distinctive(row: string): string[] {
  const strings = row.match(/[A-Za-z0-9._:@;=-]{16,}/g) ?? [];
  return strings.filter((text) => !/^https?:|serviceUrl|^19:/.test(text) && !SHARED.has(text));
}

/** Names of columns, which all tables have. */
const SHARED = new Set(['odata.metadata', 'conversationId']);

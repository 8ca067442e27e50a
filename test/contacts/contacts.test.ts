import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactLine } from '../../src/contacts/contactLine';
import {
  contactIds,
  contactProblems,
  loadContacts,
  type Contact,
  type Contacts,
} from '../../src/contacts/contacts';

const shipped = join(__dirname, '../../src/contacts/contacts.json');
const today = new Date('2027-06-15T08:00:00Z');

/** Contacts that are in order on `today`, but for what a test changes in one of them. */
function contactsWith(id: (typeof contactIds)[number], change: Partial<Contact>): Contacts {
  const inOrder = Object.entries(loadContacts()).map(([key, contact]) => [
    key,
    { ...contact, placeholder: false, checkedOn: '2027-01-01', ...(key === id ? change : {}) },
  ]);
  return Object.fromEntries(inOrder) as Contacts;
}

describe('The contacts', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'contacts-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function loadChanged(change: (list: Record<string, unknown>[]) => Record<string, unknown>[]): void {
    const list = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>[];
    const path = join(folder, 'contacts.json');
    writeFileSync(path, JSON.stringify(change(list)));
    loadContacts(path);
  }

  it('name everybody whom the product may have to send somebody to', () => {
    assert.deepEqual(Object.keys(loadContacts()).sort(), [...contactIds].sort());
  });

  it('have the national lines right', () => {
    const { emergency, mentalHealth, samaritans } = loadContacts();
    const lines = [emergency, mentalHealth, samaritans];
    assert.deepEqual(
      lines.map((line) => [line.phone, line.placeholder]),
      [
        ['999', false],
        ['111, then option 2', false],
        ['116 123', false],
      ],
    );
  });

  it('have examples that nobody could ring by mistake', () => {
    // Ofcom keeps 01632 960000 to 960999 free for drama; example.org belongs to nobody.
    for (const { phone, email } of Object.values(loadContacts()).filter((contact) => contact.placeholder)) {
      assert.match(phone ?? '01632 960000', /^01632 960\d{3}$/);
      assert.match(email ?? '@example.org', /@example\.org$/);
    }
  });

  it('are refused when somebody is absent, there twice, or cannot be reached', () => {
    assert.throws(
      () => loadChanged((list) => list.slice(1)),
      /emergency must be there once; it is there 0 times/,
    );
    assert.throws(
      () => loadChanged((list) => [...list, ...list.slice(3, 4)]),
      /dutyManager must be there once/,
    );
    const unreachable = { id: 'hr', label: 'HR', placeholder: false, checkedOn: '2027-01-01' };
    assert.throws(
      () => loadChanged((list) => [...list, unreachable]),
      /needs a phone, an email or an address/,
    );
  });

  it('are refused when a key is misspelt or a date is no date', () => {
    const changed = (change: object) => () =>
      loadChanged((list) => list.map((each) => ({ ...each, ...change })));
    assert.throws(changed({ telephone: '01632 960999' }), /telephone/);
    assert.throws(changed({ checkedOn: '31 May' }), /checkedOn/);
  });
});

describe('The check of the contacts before the bot starts in Teams', () => {
  it('passes contacts that are real and were tried within a year', () => {
    assert.deepEqual(contactProblems(contactsWith('hr', { checkedOn: '2026-06-15' }), today), []);
  });

  it('names each example', () => {
    const problems = contactProblems(contactsWith('hr', { placeholder: true }), today);
    assert.deepEqual(problems, ['Human resources (HR): still an example (hr in contacts.json).']);
  });

  it('names a contact that nobody has tried for more than a year', () => {
    const problems = contactProblems(contactsWith('union', { checkedOn: '2026-06-14' }), today);
    assert.deepEqual(problems, [
      'Your union: last checked on 2026-06-14, more than a year ago (union in contacts.json).',
    ]);
  });

  it('does not believe a date that is still to come', () => {
    const problems = contactProblems(contactsWith('union', { checkedOn: '2027-06-16' }), today);
    assert.match(problems.join(), /still to come \(union in/);
  });
});

describe('A contact in one line', () => {
  const { samaritans } = loadContacts();

  it('gives every way to reach them and when', () => {
    assert.equal(contactLine(samaritans), 'Samaritans: 116 123 or jo@samaritans.org (day and night, free)');
  });

  it('says of an example that it is one', () => {
    const example = {
      ...samaritans,
      email: undefined,
      hours: undefined,
      address: '1 Example Street',
      placeholder: true,
    };
    assert.equal(contactLine(example), 'Samaritans: 116 123 or 1 Example Street – example only');
  });

  for (const [hours, shown] of [
    ['Monday to Friday, 9am to 5pm', 'Monday to Friday, 9am to 5pm'],
    ['Saturdays only', 'Saturdays only'],
    ['Thurs and Fri mornings', 'Thurs and Fri mornings'],
    ['Day and night', 'day and night'],
    ['Sundry times, please ask', 'sundry times, please ask'],
  ]) {
    it(`show the hours "${hours}" within a line as "${shown}"`, () => {
      const { samaritans } = loadContacts();
      assert.ok(contactLine({ ...samaritans, hours }).endsWith(` (${shown})`));
    });
  }
});

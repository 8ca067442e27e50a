import assert from 'node:assert/strict';
import { z } from 'zod';
import people from '../../../../src/localTeams/people.json';
import type { StoredThing } from '../../../support/allStored';
import { allStored } from '../../../support/allStored';
import type { TestProduct } from '../../../support/product';
import { channelCard, chatOf, press, seen, sendReport, startReporting, WHAT } from '../reporting';

/** Whatever may be the same in two rows: ids, hashes, seals, times. */
const TOKEN = /[A-Za-z0-9_:.@-]{10,}/g;
const tokensOf = ({ text }: StoredThing): string[] => text.match(TOKEN) ?? [];

/** What can be reached from these tokens, row by row, through anything that was not there before the report. */
function reachedFrom(start: readonly string[], rows: readonly StoredThing[], known: ReadonlySet<string>) {
  const tokens = new Set(start);
  const reached = new Set<StoredThing>();
  const grow = (): boolean => {
    const size = reached.size;
    for (const row of rows) {
      if (reached.has(row) || !tokensOf(row).some((token) => tokens.has(token))) continue;
      reached.add(row);
      for (const token of tokensOf(row)) if (!known.has(token)) tokens.add(token);
    }
    return reached.size > size;
  };
  while (grow());
  return [...reached];
}

describe('A report whose name is kept back, when everything that is stored, logged and sent is joined', () => {
  const lines: string[] = [];
  let product: TestProduct;
  let person: string[];
  let reference: string;
  let caseTokens: string[];
  let known: Set<string>;
  let rows: StoredThing[];
  before(async () => {
    const started = await startReporting({ onLog: (line) => void lines.push(line) });
    ({ product } = started);
    const carer = started.next();
    const lead = product.teams.person('complaints-lead');
    await carer.says('hello');
    await product.idle();
    known = new Set((await allStored(product)).flatMap(tokensOf));
    person = await personTokens(product, `Carer Number${carer.key.replace('carer-', '')}`);

    await product.advance(3 * 60_000 + 1_234);
    reference = await sendReport(product, carer.key);
    await press(carer, 'Add something');
    await press(carer, 'Save and next', { detail: 'It was on an invented page.' });
    await carer.says('Mr Testman has an invented page, with pictures of it.');
    await carer.says('keep it');
    await product.advance(60 * 60_000 + 2_345);
    const card = await channelCard(product, reference);
    await lead.presses(card, 'Take on');
    const opened = await lead.presses(card, 'Open');
    await product.advance(60 * 60_000 + 3_456);
    await lead.submitsDialog(await lead.submitsDialog(opened, 'Close this report'), 'Close the report', {
      ...{ outcome: 'upheld', reply: 'dealtWith', note: 'An invented note.' },
    });
    await product.idle();
    rows = await allStored(product);
    const ofCase = rows.find(({ store, text }) => store === 'concernCases' && text.includes(reference));
    const { partitionKey } = z.object({ partitionKey: z.string() }).parse(JSON.parse(ofCase?.text ?? '{}'));
    caseTokens = [partitionKey, reference, WHAT];
  });
  after(() => product.stop());

  const isOfCase = ({ text }: StoredThing): boolean => caseTokens.some((token) => text.includes(token));
  const isOfPerson = (text: string): boolean => person.some((token) => text.includes(token));

  it('is linked to nobody by a row or a blob, nor by any chain of them', () => {
    assert.ok(rows.some(isOfCase) && rows.some(({ text }) => isOfPerson(text)));
    const reached = reachedFrom(person, rows, known);
    assert.deepEqual(reached.filter(isOfCase), []);
    assert.deepEqual(
      reached.filter(({ store }) => /^concern/i.test(store)),
      [],
    );
  });

  it('would be seen to be linked by one row between the two', () => {
    const link = { store: 'invented', text: JSON.stringify({ one: person[0], other: 'x'.repeat(20) }) };
    const other = { store: 'invented', text: JSON.stringify({ one: 'x'.repeat(20), other: caseTokens[0] }) };
    assert.ok(reachedFrom(person, [...rows, link, other], known).some(isOfCase));
  });

  it('is linked to nobody by a line of the log, which holds nothing of either', () => {
    assert.ok(lines.length > 0);
    assert.deepEqual(
      lines.filter((line) => isOfPerson(line) || caseTokens.some((token) => line.includes(token))),
      [],
    );
  });

  it('is linked to nobody by a message to anybody else', async () => {
    const others = people.people.map(({ key }) => key);
    const chats = await Promise.all(others.map((key) => chatOf(product, key)));
    const channels = await Promise.all(
      people.teams.flatMap(({ key, channels: list }) =>
        list.map(async (channel) => seen(await channelText(product, `${key}/${channel.key}`))),
      ),
    );
    assert.deepEqual([...chats, ...channels].filter(isOfPerson), []);
  });
});

async function channelText(product: TestProduct, channel: string) {
  return (await product.teams.channel(channel).messages()) as never;
}

/** Whatever names this person in storage: ids, chat, name. */
async function personTokens(product: TestProduct, name: string): Promise<string[]> {
  const rows = await allStored(product);
  const row = rows.find(({ store, text }) => store === 'people' && text.includes(`"${name}"`));
  const { id, teamsId, conversationId } = z
    .object({ id: z.string(), teamsId: z.string(), conversationId: z.string() })
    .parse(JSON.parse(row?.text ?? '{}'));
  return [id, teamsId, conversationId, name];
}

import assert from 'node:assert/strict';
import { SEND_COMMAND } from '../../../../src/features/policies/sentQuestions/sendCommand';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { startAzurite } from '../../../support/azurite';
import type { LossyStorage } from '../../../support/lossyStorage';
import { lossyStorage } from '../../../support/lossyStorage';
import type { TestProduct } from '../../../support/product';
import { seen, startReporting, toast } from '../../concerns/reporting';
import type { RowText } from '../../concerns/storedRows';
import { storedRows } from '../../concerns/storedRows';

const QUESTION = 'can I get sacked for a facebook post about gurpreet singh and pineapples';

describe('A question that was sent', () => {
  let product: TestProduct;
  let person: PersonDriver;
  let rows: RowText[];
  let identity: string[];
  const lines: string[] = [];

  before(async () => {
    const { product: started, next } = await startReporting({ onLog: (line) => lines.push(line) });
    [product, person] = [started, next()];
    // No whole minute, as in life: an exact time of the turn must not be found on the row.
    await product.advance(192_345);
    await person.says(QUESTION);
    await product.advance(60_000);
    await person.pressesSuggestion(SEND_COMMAND);
    await product.advance(60_000);
    await person.presses(await person.lastCardMessage(), 'Send');
    await product.idle();
    rows = await storedRows(product.storagePrefix);
    const world = await product.teams.call('world', {}, undefined);
    const me = world.people.find(({ key }) => key === person.key) ?? assert.fail();
    identity = [me.aadObjectId, me.id, me.name, me.chatId, me.email];
  });
  after(() => product.stop());

  const sentRows = () => rows.filter(({ table }) => table === 'SentQuestions');
  const others = () => rows.filter(({ table }) => table !== 'SentQuestions');

  it('is one row with its text, week, topic and clauses, without a person and without a time', () => {
    const [row, ...more] = sentRows();
    assert.deepEqual(more, []);
    const columns = Object.keys(JSON.parse(row?.text ?? '{}') as object).filter(
      (key) => !/odata|etag/.test(key),
    );
    assert.deepEqual(columns.sort(), [
      ...['clauses_json', 'partitionKey', 'rowKey', 'text', 'timestamp', 'topic', 'week', 'writeId'],
    ]);
    assert.ok(!identity.some((part) => row?.text.includes(part)));
    assert.doesNotMatch(row?.text ?? '', /2026-11-18T10|gurpreet|singh/);
  });

  it('is no longer remembered in the person’s chat, in their words or in those that went', () => {
    assert.ok(others().some(({ table, text }) => table === 'botState' && text.includes(identity[0] ?? '')));
    for (const { table, text } of others()) assert.doesNotMatch(text, /pineapple|sacked/, table);
  });

  it('shares no key with any other row', () => {
    const [row] = sentRows().map(({ text }) => JSON.parse(text) as Record<string, string>);
    const keys = [row?.['rowKey'], row?.['writeId']];
    for (const { table, text } of others()) assert.ok(!keys.some((key) => !key || text.includes(key)), table);
  });

  it('leaves neither the id nor the time of its turns with the person', () => {
    const states = others().filter(
      ({ table, text }) => table === 'botState' && text.includes(identity[0] ?? ''),
    );
    for (const { text } of states)
      assert.doesNotMatch(text, /T10:0[45]|previewQuestion|sendQuestion|policy team/);
  });

  it('is told of when somebody asks what is kept', async () => {
    await person.says('privacy');
    const { text } = await person.lastMessage();
    assert.match(text, /your manager cannot see what you ask here/);
    assert.match(text, /send to the policy team.*only when you press Send.*three or more are alike/s);
  });

  it('is seen by no manager and nobody else in Teams', async () => {
    for (const who of ['manager', 'complaints-lead', 'admin']) {
      const seenThere = JSON.stringify(await product.teams.person(who).chat());
      assert.doesNotMatch(seenThere, /pineapple/, who);
    }
  });

  it('has no word in the log, nor that one was sent', () => {
    const told = [...identity, 'pineapple', 'sacked', 'SentQuestions', 'sendQuestion'];
    assert.deepEqual(
      lines.filter((line) => told.some((part) => line.includes(part))),
      [],
    );
  });
});

describe('A question that cannot be kept because storage is away', () => {
  let line: LossyStorage;
  let product: TestProduct;
  let person: PersonDriver;
  before(async () => {
    line = await lossyStorage((await startAzurite()).connectionString);
    const { product: started, next } = await startReporting({ connectionString: line.connectionString });
    [product, person] = [started, next()];
  });
  after(async () => {
    line.mend();
    await product.stop();
    await line.close();
  });

  it('is answered with kind words, and Send can be pressed again', async () => {
    await person.says(QUESTION);
    await person.pressesSuggestion(SEND_COMMAND);
    const card = await person.lastCardMessage();
    line.cut();
    assert.match(toast(await person.presses(card, 'Send')), /try again/);
    line.mend();
    assert.match(seen(await person.presses(card, 'Send')), /Sent\. Thank you\./);
  });

  it('is kept once when only storage’s answer was lost', async () => {
    await person.says(QUESTION.replace('pineapples', 'cabbages'));
    await person.pressesSuggestion(SEND_COMMAND);
    line.loseNextAnswer();
    assert.match(seen(await person.presses(await person.lastCardMessage(), 'Send')), /Sent\. Thank you\./);
    const kept = (await storedRows(product.storagePrefix)).filter(({ text }) => /cabbage/.test(text));
    assert.deepEqual(
      kept.map(({ table }) => table),
      ['SentQuestions'],
    );
  });
});

import assert from 'node:assert/strict';
import type { Policy } from '../../../src/features/policies/policy';
import { loadPolicy } from '../../../src/features/policies/policy';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { careTeamId, readAndConfirm, seen, sendRequest, STAFF, textOf, typed, wordsOf } from './frontDoor';

/** The policy with one clause put another way. */
function nextVersion(): Policy {
  const policy = loadPolicy();
  const clauses = policy.clauses.map((clause) =>
    clause.id === 'P5.11'
      ? { ...clause, text: 'Never post pictures or films of anybody we care for.' }
      : clause,
  );
  return { ...policy, clauses, version: { ...policy.version, number: 2, hash: 'c'.repeat(64) } };
}

describe('corrections, shared accounts and new versions, through the front door', () => {
  const running: { product?: TestProduct } = {};
  const product = (): TestProduct => running.product as TestProduct;
  beforeEach(async () => void (running.product = await startProduct()));
  afterEach(() => product().stop());

  const settled = async (): Promise<void> => {
    await product().idle();
    await product().advance(6_000);
    await product().advance(6_000);
    await product().teams.settled();
  };
  const cards = async (key: string, words: RegExp): Promise<number> =>
    (await product().teams.person(key).chat()).filter((message) => words.test(textOf(message) ?? '')).length;

  it('a correction reaches every card that nobody confirmed, in its place', async () => {
    const status = await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await settled();
    const manager = product().teams.person('manager');
    const dialog = await manager.presses(status, 'Correct it');
    assert.match(wordsOf(dialog), /Our policy.*Please read it\..*2026-12-02/);
    const words = { title: 'Our policy, mended', words: 'Please read it.', due: '2026-12-09' };
    const saved = await manager.submitsDialog(dialog, 'Save and change the cards', words);
    assert.match(wordsOf(saved), /is corrected/);
    await settled();
    for (const key of STAFF.filter((each) => each !== 'cook')) {
      assert.equal(await cards(key, /Our policy, mended.*Wednesday 9 December 2026/), 1, key);
      assert.equal(await cards(key, /"Our policy"/), 0, key);
    }
    assert.equal(await cards('cook', /Thank you\. You have confirmed/), 1);
    assert.match(
      textOf(await seen(product(), 'manager', status)),
      /Our policy, mended.*The cards say the new words/,
    );
    assert.match(wordsOf(await readAndConfirm(product(), 'nurse')), /Receipt number/);
  });

  it('a shared account is asked nothing, and its press is refused kindly', async () => {
    await sendRequest(product());
    const admin = product().teams.person('admin');
    await admin.says('shared account crispin crumpet');
    const answer = await admin.presses(await admin.lastCardMessage(), 'This is a shared account');
    assert.match(wordsOf(answer), /Crispin Crumpet is a shared account now/);
    const cook = product().teams.person('cook');
    const open = (await cook.chat()).find((message) => /Read and confirm/.test(textOf(message) ?? ''));
    assert.ok(open);
    assert.match(wordsOf(await cook.presses(open, 'Read and confirm')), /Several people use this account/);
    await settled();
    assert.equal(await cards('cook', /This request was withdrawn/), 1);
    const status = await sendRequest(product(), { title: 'Second' });
    await settled();
    assert.match(textOf(await seen(product(), 'manager', status)), /0 of 4.*Not asked: Crispin Crumpet/);
    assert.equal(await cards('cook', /Second/), 0);
  });

  it('a new version is asked about, decided, and sent with what changed', async () => {
    await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await product().restart(nextVersion());
    await settled();
    const admin = product().teams.person('admin');
    const question = await admin.lastCardMessage();
    assert.match(
      textOf(question),
      /Is this a change that people must confirm again.*P5\.11.*pictures or films/,
    );
    const cook = product().teams.person('cook');
    const receipt = await cook.lastCardMessage();
    await cook.says('my confirmations');
    assert.match((await cook.lastMessage()).text, /version 1: confirmed/);
    await admin.presses(question, 'Yes, people must confirm again');
    await admin.presses(question, 'Write the request');
    await product().teams.settled();
    const draft = await admin.lastCardMessage();
    const inputs = await typed(product(), { title: 'What is new', teams: await careTeamId(product()) });
    const preview = await admin.presses(draft, 'Preview', inputs);
    assert.match(wordsOf(preview), /What changed.*pictures or films/);
    await admin.presses(draft, 'Send');
    await settled();
    assert.equal(await cards('cook', /What is new.*What changed.*pictures or films.*The main points/), 1);
    assert.notEqual((await cook.lastCardMessage()).id, receipt.id);
    assert.match(wordsOf(await readAndConfirm(product(), 'cook')), /Receipt number/);
  });

  it('a minor version leaves every confirmation as it is', async () => {
    await sendRequest(product());
    await readAndConfirm(product(), 'cook');
    await product().restart(nextVersion());
    await settled();
    const admin = product().teams.person('admin');
    await admin.presses(await admin.lastCardMessage(), 'No, it is minor');
    await product().teams.settled();
    const status = await sendRequest(product(), { title: 'Second' });
    await settled();
    assert.equal(await cards('cook', /Second/), 0);
    assert.match(textOf(await seen(product(), 'manager', status)), /1 of 5/);
  });
});

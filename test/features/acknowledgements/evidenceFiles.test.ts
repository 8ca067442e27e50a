import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';
import { readAndConfirm, sendRequest, textOf, typed } from './frontDoor';

const TABLE = 'Get the table';
const RECORDS = 'Get the file to check';

/** The link under a button of the person's newest card. */
async function linkOf(product: TestProduct, key: string, title: string): Promise<string> {
  const { card } = await product.teams.person(key).lastCardMessage();
  const actions = (card?.['actions'] ?? []) as { title: string; url?: string }[];
  const url = actions.find((each) => each.title === title)?.url;
  assert.ok(url, `no button "${title}" in ${JSON.stringify(card)}`);
  return url;
}

/** `evidence`, and the button of the page behind the link. */
async function getFile(product: TestProduct, key: string, title: string): Promise<string> {
  await product.teams.person(key).says('evidence');
  await product.idle();
  const answer = await fetch(await linkOf(product, key, title), { method: 'POST' });
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer()).toString('utf8');
}

/** An administrator asks the complaints team, and the officer confirms. */
async function otherTeamConfirms(product: TestProduct): Promise<void> {
  const admin = product.teams.person('admin');
  const { teams } = await product.teams.world();
  const complaints = teams.find((team) => team.key === 'complaints')?.id ?? '';
  await admin.says('remind');
  const message = await admin.lastCardMessage();
  await admin.presses(message, 'Preview', await typed(product, { teams: complaints, title: 'Other team' }));
  await admin.presses(message, 'Send');
  await product.idle();
  await product.teams.settled();
  await readAndConfirm(product, 'complaints-officer');
}

/** `npm run verify-evidence`, as its own process. */
function verifyEvidence(...args: string[]): Promise<{ code: number | null; said: string }> {
  const command = ['--import', 'tsx', 'src/features/acknowledgements/verifyEvidence.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => said.push(String(data)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said: said.join('') })));
}

describe('the records of a manager’s requests, through the front door', () => {
  const running: { product?: TestProduct; folder?: string } = {};
  const product = (): TestProduct => running.product as TestProduct;
  const saved = (name: string, content: string): string => {
    const path = join(running.folder ?? '', name);
    writeFileSync(path, content);
    return path;
  };
  const logged: string[] = [];
  before(async () => {
    running.folder = mkdtempSync(join(tmpdir(), 'records-'));
    running.product = await startProduct({ onLog: (line) => void logged.push(line) });
    await sendRequest(product(), { title: '=HYPERLINK("http://x.example")' });
    await readAndConfirm(product(), 'cook');
    await readAndConfirm(product(), 'nurse');
    await otherTeamConfirms(product());
  });
  after(async () => {
    await product().stop();
    rmSync(running.folder ?? '', { recursive: true, force: true });
  });

  it('are refused to staff, who are told where their own are', async () => {
    const cook = product().teams.person('cook');
    await cook.says('evidence');
    assert.match((await cook.lastMessage()).text, /Only managers.*my confirmations/);
  });

  it('come with a word of their own, and not where somebody only uses the word', async () => {
    const manager = product().teams.person('manager');
    for (const words of ['Evidence', 'please show me the evidence.', 'records that prove it']) {
      await manager.says(words);
      assert.match(textOf(await manager.lastMessage()), /Records of your requests/, words);
    }
    await manager.says('Is a screenshot evidence?');
    assert.doesNotMatch(textOf(await manager.lastMessage()) ?? '', /Records of your requests/);
  });

  it('come from the status card too, and the card stays', async () => {
    const manager = product().teams.person('manager');
    await manager.says('status');
    const list = await manager.lastCardMessage();
    await manager.presses(list, { title: 'Open' });
    await manager.presses(list, 'Get the records');
    await product().teams.settled();
    assert.match(textOf(await manager.lastCardMessage()), /Records of your requests/);
  });

  it('say to a manager without a request that there are none', async () => {
    const admin = product().teams.person('second-admin');
    await admin.says('evidence');
    assert.match((await admin.lastMessage()).text, /not sent a request yet/);
  });

  it('as a table open in Excel, with names as they are and nothing that a spreadsheet would run', async () => {
    const table = await getFile(product(), 'manager', TABLE);
    assert.ok(table.startsWith('\u{FEFF}"Name","Team","Request"'));
    const lines = table.split('\r\n');
    const cook = lines.find((line) => line.includes('Crispin Crumpet')) ?? '';
    assert.match(cook, /"Care team","'=HYPERLINK\(""http:\/\/x\.example""\)"/);
    assert.match(cook, /"Confirmed","2026-11-18 10:00","2026-11-18 10:00","[2-9A-Z]{4}-[2-9A-Z]{4}"$/);
    assert.match(table, /"Wilf Wheelwright".*"Has the request, has not confirmed"/);
    assert.doesNotMatch(table, /Fergus|Other team/);
    assert.match(
      table,
      /"An acknowledgement shows that the policy was given and confirmed, and nothing more\."/,
    );
  });

  it('as a file hold in the check, and show nobody of another team', async () => {
    const file = await getFile(product(), 'manager', RECORDS);
    assert.match(file, /"personName":"Crispin Crumpet"/);
    assert.match(
      file,
      /An acknowledgement shows that the policy was given and confirmed, and nothing more\./,
    );
    const officer = (await product().teams.world()).people.find(({ key }) => key === 'complaints-officer');
    assert.ok(officer && !file.includes(officer.id) && !file.includes(officer.name));
    const key = saved('key.pem', await (await fetch(`${product().url}/records/key.pem`)).text());
    const good = await verifyEvidence(saved('good.jsonl', file), '--key', key);
    assert.match(good.said, /Holds: 3 records in an unbroken chain, 2 of them shown/);
    assert.equal(good.code, 0);
    const bad = await verifyEvidence(saved('bad.jsonl', file.replace('Crispin', 'Crisp1n')), '--key', key);
    assert.match(bad.said, /^Record \d was changed: it does not fit its hash\.\n$/);
    assert.equal(bad.code, 1);
    for (const wrong of [
      [],
      ['nowhere.jsonl', '--key', key],
      [saved('good.jsonl', file), '--key', 'package.json'],
    ]) {
      assert.equal((await verifyEvidence(...wrong)).code, 1);
    }
  });

  it('are another’s to the other manager: each gets their own', async () => {
    const file = await getFile(product(), 'admin', RECORDS);
    assert.match(file, /Fergus Foldersby/);
    assert.doesNotMatch(file, /Crispin|Petra/);
  });

  it('can be fetched once, although a program looked at the link before', async () => {
    await product().teams.person('manager').says('evidence');
    const link = await linkOf(product(), 'manager', TABLE);
    for (let look = 0; look < 2; look++) {
      const page = await fetch(link);
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.match(await page.text(), /acknowledgements-2026-11-18\.csv.*Get the file/);
    }
    const answers = await Promise.all([1, 2, 3].map(() => fetch(link, { method: 'POST' })));
    await Promise.all(answers.map((answer) => answer.text()));
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [200, 404, 404],
    );
    assert.match(await (await fetch(link)).text(), /no longer works/);
  });

  it('cannot be fetched a quarter of an hour later, or with a link that somebody guessed', async () => {
    await product().teams.person('manager').says('evidence');
    const link = await linkOf(product(), 'manager', TABLE);
    const guessed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [guessed, `${product().url}/records/1`]) {
      assert.equal((await fetch(wrong, { method: 'POST' })).status, 404);
    }
    await product().advance(15 * 60_000);
    assert.equal((await fetch(link, { method: 'POST' })).status, 404);
  });

  it('are not given while Teams does not say that the person still may see them, and the link stays good', async () => {
    await product().teams.person('manager').says('evidence');
    const link = await linkOf(product(), 'manager', TABLE);
    const fault = await product().teams.call('setFault', {}, { answer: 403, operation: 'member' });
    const refused = await fetch(link, { method: 'POST' });
    assert.equal(refused.status, 403);
    assert.match(await refused.text(), /could not check with Teams/);
    await product().teams.call('clearFault', { fault: fault.id }, undefined);
    assert.equal((await fetch(link, { method: 'POST' })).status, 200);
  });

  it('come again with new links when Teams delivers the message again', async () => {
    const manager = product().teams.person('manager');
    await manager.says('evidence');
    const first = await linkOf(product(), 'manager', TABLE);
    const deliveries = await product().teams.call('deliveries', {}, undefined);
    const last = deliveries.findLast((each) => each.what === 'message');
    await product().teams.call('redeliver', {}, { activityId: last?.activityId ?? '' });
    await product().teams.settled();
    const second = await linkOf(product(), 'manager', TABLE);
    for (const link of new Set([first, second])) {
      assert.equal((await fetch(link, { method: 'POST' })).status, 200);
    }
  });

  it('leave no name and no link in the log', () => {
    assert.ok(logged.length > 0);
    assert.doesNotMatch(logged.join('\n'), /records\/[A-Za-z0-9_-]{20}|Crispin|Crumpet/);
  });

  it('are sealed within a minute without anybody asking, and the head is written at midnight', async () => {
    await readAndConfirm(product(), 'driver');
    await product().advance(60_000);
    await product().advance(14 * 3_600_000);
    const container = await product().storage.container('chainheads');
    const head = await container.getBlobClient('2026-11-19.json').downloadToBuffer();
    assert.match(head.toString('utf8'), /^\{"kind":"head","day":"2026-11-19","count":4,/);
  });
});

import assert from 'node:assert/strict';
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import restify from 'restify';
import type { RecordFiles } from '../../src/pages/recordFiles';
import { registerRecordFiles } from '../../src/pages/recordFiles';

const LINE = `${'x'.repeat(1_023)}\n`;
const MANY = 200_000;

/** A file that says how far it was made, and whether its making has ended. */
function countedFile(failAt = Infinity) {
  const made = { lines: 0, ended: false };
  // oxlint-disable-next-line typescript/require-await -- a real one waits for storage
  async function* lines(): AsyncGenerator<string> {
    try {
      for (; made.lines < MANY; made.lines++) {
        if (made.lines === failAt) throw new Error('storage went away');
        yield LINE;
      }
    } finally {
      made.ended = true;
    }
  }
  return { made, file: { name: 'sample.csv', contentType: 'text/csv', lines: lines() } };
}

/** Until nothing changes any more. */
async function settled(now: () => unknown): Promise<void> {
  let before = now();
  for (let quiet = 0; quiet < 2_000; quiet++) {
    await setImmediate();
    if (now() !== before) quiet = 0;
    before = now();
  }
}

describe('the pages of record files', () => {
  const running: { server?: restify.Server } = {};
  const logged: string[] = [];
  async function serve(files: Partial<RecordFiles>): Promise<string> {
    const server = restify.createServer();
    running.server = server;
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (event: string) => void logged.push(event),
    };
    registerRecordFiles(server, { publicKeyPem: 'PEM', ...files } as RecordFiles, log);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${server.address().port}/records/token`;
  }
  const posted = (url: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      request(url, { method: 'POST', agent: false }, resolve).on('error', reject).end();
    });
  afterEach(async () => {
    await new Promise<void>((resolve) => {
      running.server?.close(() => resolve());
    });
  });

  it('make no more of a file than a slow reader takes, and stop when the reader goes', async () => {
    const { made, file } = countedFile();
    const response = await posted(await serve({ fetch: () => Promise.resolve(file) }));
    await settled(() => made.lines);
    assert.ok(made.lines < MANY / 4, `${made.lines} lines were made for somebody who read none`);
    response.destroy();
    await settled(() => made.ended);
    assert.equal(made.ended, true);
    assert.deepEqual(logged, []);
  });

  it('break off where a file fails half-way, so that nobody takes it for whole', async () => {
    const { file } = countedFile(1_000);
    const url = await serve({ fetch: () => Promise.resolve(file) });
    await assert.rejects(fetch(url, { method: 'POST' }).then((answer) => answer.text()));
    assert.ok(logged.includes('records.failed'));
  });

  it('say that it can be tried again when storage is away before the file begins', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('storage is away'));
    const url = await serve({ fetch: away, find: away });
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(url, { method });
      assert.equal(answer.status, 503);
      assert.match(await answer.text(), /try again in a minute/);
    }
  });

  it('may not be framed, and run nothing', async () => {
    const url = await serve({ find: () => Promise.resolve({ name: 'sample.csv' }) });
    const response = await new Promise<IncomingMessage>((resolve) => get(url, { agent: false }, resolve));
    response.resume();
    const policy = String(response.headers['content-security-policy']);
    assert.match(policy, /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /script-src|unsafe/);
  });
});

import assert from 'node:assert/strict';
import restify from 'restify';
import type { ListFilesApi } from '../../src/pages/listApi';
import { registerListApi } from '../../src/pages/listApi';

const TOKEN = 'an-invented-token.of-a-page';

describe('the API of the page for a file of addresses', () => {
  const running: { server?: restify.Server } = {};
  const logged: unknown[][] = [];
  async function serve(files: ListFilesApi): Promise<string> {
    const server = restify.createServer();
    running.server = server;
    const note = (...line: unknown[]): void => void logged.push(line);
    registerListApi(server, files, { info: note, warn: note, error: note });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${server.address().port}/api/lists`;
  }
  afterEach(async () => {
    logged.length = 0;
    await new Promise<void>((resolve) => {
      running.server?.close(() => resolve());
    });
  });
  const sends = (url: string, body: Buffer<ArrayBuffer>): Promise<Response> =>
    fetch(`${url}/file`, { method: 'PUT', headers: { Authorization: `Bearer ${TOKEN}` }, body });

  it('says that it can be tried again when storage is away, and logs neither link nor file', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('storage is away'));
    const url = await serve({ begin: away, read: away });
    const begun = await fetch(`${url}/begin`, { method: 'POST' });
    for (const answer of [begun, await sends(url, Buffer.from('nobody@example.org'))])
      assert.deepEqual([answer.status, await answer.json()], [503, { refused: 'away' }]);
    assert.deepEqual(
      logged.map(([name]) => name),
      ['lists.failed', 'lists.failed'],
    );
    assert.doesNotMatch(JSON.stringify(logged), /nobody@|an-invented-token/);
  });

  it('reads nothing before it is known who asks, and no more than a megabyte', async () => {
    const sizes: (number | undefined)[] = [];
    const url = await serve({
      begin: () => Promise.resolve({ refused: 'gone' }),
      read: async ({ token, page }, read) => {
        if (`${token}.${page}` === TOKEN) sizes.push((await read())?.length);
        return { refused: 'tooLarge', say: 'It is too large.' };
      },
    });
    const answer = await sends(url, Buffer.alloc(3 * 1024 * 1024));
    assert.deepEqual(
      [answer.status, await answer.json()],
      [413, { refused: 'tooLarge', say: 'It is too large.' }],
    );
    await sends(url, Buffer.alloc(1024 * 1024));
    assert.deepEqual(sizes, [undefined, 1024 * 1024]);
    assert.match(String(answer.headers.get('content-security-policy')), /default-src 'none'; sandbox/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });
});

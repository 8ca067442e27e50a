import assert from 'node:assert/strict';
import restify from 'restify';
import type { FilesApi } from '../../src/pages/filesApi';
import { registerFilesApi } from '../../src/pages/filesApi';

const TOKEN = 'an-invented-token.of-a-page';

describe('the API of the pages of files', () => {
  const running: { server?: restify.Server } = {};
  const logged: unknown[] = [];
  async function serve(api: { uploads?: object; opening?: object }): Promise<string> {
    const server = restify.createServer();
    running.server = server;
    const note = (...line: unknown[]): void => void logged.push(line);
    registerFilesApi(server, api as FilesApi, { info: note, warn: note, error: note });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${server.address().port}/api/files`;
  }
  afterEach(async () => {
    logged.length = 0;
    await new Promise<void>((resolve) => {
      running.server?.close(() => resolve());
    });
  });
  const ask = (url: string, method: string, body?: Buffer<ArrayBuffer>): Promise<Response> =>
    fetch(url, { method, headers: { Authorization: `Bearer ${TOKEN}` }, body: body ?? null });

  it('says that it can be tried again when storage is away, and logs neither token nor file', async () => {
    const away = (): Promise<never> => Promise.reject(new Error(`storage is away for ${TOKEN}`));
    const url = await serve({
      uploads: { begin: away, piece: away, finish: away, cancel: away },
      opening: { open: away },
    });
    const asked = [
      ask(`${url}/begin`, 'POST'),
      ask(`${url}/one/pieces/0`, 'PUT', Buffer.from('Invented words')),
      ask(`${url}/one/pieces/0/last`, 'POST'),
      ask(`${url}/one`, 'DELETE'),
      ask(`${url}/open`, 'POST'),
    ];
    for (const answer of await Promise.all(asked))
      assert.deepEqual([answer.status, await answer.json()], [503, { refused: 'away' }]);
    assert.equal(logged.length, asked.length);
    for (const line of logged) assert.equal((line as unknown[])[0], 'files.failed');
  });

  it('reads nothing of a piece before it is known who asks, and tells a stranger nothing', async () => {
    const url = await serve({ uploads: { piece: () => Promise.resolve({ refused: 'gone' }) } });
    const answer = await ask(`${url}/one/pieces/0`, 'PUT', Buffer.alloc(600_000));
    assert.deepEqual([answer.status, await answer.json()], [404, { refused: 'gone' }]);
  });

  it('takes numbers and names as they are made and nothing else', async () => {
    const seen: unknown[] = [];
    const piece = (_keys: unknown, file: string, { number }: { number: number }): Promise<object> => {
      seen.push([file, number]);
      return Promise.resolve({});
    };
    const url = await serve({ uploads: { piece } });
    assert.equal((await ask(`${url}/one/pieces/-1`, 'PUT')).status, 413);
    assert.equal((await ask(`${url}/one/pieces/99999`, 'PUT')).status, 413);
    await ask(`${url}/${encodeURIComponent('../../cases')}/pieces/0`, 'PUT');
    assert.deepEqual(seen, [['', 0]]);
  });

  it('hands a file to the page alone: it is kept nowhere, runs nothing, and is shown in no frame', async () => {
    const file = {
      type: 'text/plain',
      bytes: Buffer.from('<script>invented</script>'),
      name: 'file-1-cleaned.txt',
    };
    const url = await serve({ opening: { open: () => Promise.resolve(file) } });
    const { headers } = await ask(`${url}/open`, 'POST');
    assert.match(
      String(headers.get('content-security-policy')),
      /default-src 'none'; sandbox; frame-ancestors 'none'/,
    );
    assert.equal(headers.get('content-disposition'), 'attachment; filename="file-1-cleaned.txt"');
    assert.deepEqual(
      [headers.get('cache-control'), headers.get('x-content-type-options')],
      ['no-store', 'nosniff'],
    );
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
});

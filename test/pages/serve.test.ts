import assert from 'node:assert/strict';
import { request } from 'node:http';
import { join } from 'node:path';
import restify from 'restify';
import { registerPages } from '../../src/pages/serve';
import { teamsFrameAncestors } from '../../src/pages/pageHeaders';
import type { PolicyPage } from '../../src/pages/policyPage';
import { builtPages, servePages, type Listening } from './pagesServer';
import { testPolicy } from './testPolicy';

describe('The server of the pages', () => {
  let built: Awaited<ReturnType<typeof builtPages>>;
  let pages: Listening;
  before(async () => {
    built = await builtPages();
    pages = await servePages({ pagesDir: built.pagesDir, frameAncestors: teamsFrameAncestors });
  });
  after(async () => {
    await pages.close();
    await built.remove();
  });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(pages.origin + path, { headers });

  /** Sends the path as it is; fetch would tidy it first. */
  const statusOfRaw = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(pages.origin, { path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end();
    });

  it('gives the policy page and everything that it names', async () => {
    const html = await (await get('/pages/policy')).text();
    const assets = [...html.matchAll(/\/pages\/assets\/[^"]+/g)].map(([path]) => path);
    assert.equal(assets.length, 3);
    for (const path of assets) {
      const answer = await get(path);
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
      await answer.arrayBuffer();
    }
  });

  it('gives the policy as JSON', async () => {
    const page = (await (await get('/api/policy')).json()) as PolicyPage;
    assert.deepEqual([page.title, page.clauses.length], ['Social media policy', 29]);
    assert.equal(page.clauses[0]?.link, '/pages/policy?clause=A0');
  });

  it('lets only Teams and its hosts frame a page, and lets a page load only its own', async () => {
    const { headers } = await get('/pages/policy');
    const csp = headers.get('content-security-policy') ?? '';
    assert.match(csp, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.match(
      csp,
      /frame-ancestors https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/,
    );
    assert.doesNotMatch(csp, /unsafe|127\.0\.0\.1/);
    assert.equal(headers.get('x-frame-options'), null);
    assert.deepEqual(
      [headers.get('x-content-type-options'), headers.get('referrer-policy')],
      ['nosniff', 'no-referrer'],
    );
  });

  it('lets the stand-in for Teams frame a page in local mode', async () => {
    const local = await servePages({
      pagesDir: built.pagesDir,
      localHostOrigin: 'http://127.0.0.1:3980/page',
    });
    const { headers } = await fetch(`${local.origin}/pages/policy`);
    await local.close();
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors http:\/\/127\.0\.0\.1:3980$/);
  });

  it('sends nothing again that the browser has', async () => {
    for (const path of ['/pages/policy', '/api/policy']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      const again = await get(path, { 'If-None-Match': `"older", W/${etag}` });
      assert.deepEqual([again.status, await again.text()], [304, ''], path);
      assert.equal((await get(path, { 'If-None-Match': '"older"' })).status, 200);
    }
  });

  it('names the same content the same in every instance of the bot', async () => {
    const other = await servePages({ pagesDir: built.pagesDir });
    const tags = await Promise.all([pages, other].map((each) => fetch(`${each.origin}/api/policy`)));
    await other.close();
    assert.equal(tags[0]?.headers.get('etag'), tags[1]?.headers.get('etag'));
  });

  it('sends the same bytes compressed and not', async () => {
    const plain = await (await get('/api/policy', { 'Accept-Encoding': 'identity' })).text();
    const gzipped = await get('/api/policy', { 'Accept-Encoding': 'gzip' });
    assert.equal(gzipped.headers.get('content-encoding'), 'gzip');
    assert.equal(await gzipped.text(), plain);
  });

  it('answers HEAD with headers and no body', async () => {
    const answer = await fetch(`${pages.origin}/pages/policy`, { method: 'HEAD' });
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
  });

  const unknown = [
    '/pages/nothing',
    '/pages/assets/nothing.js',
    '/pages/policy.html',
    '/pages/',
    '/pages/a/b/c',
    '/pages/__proto__',
  ];
  for (const path of unknown)
    it(`says in plain words that there is no ${path}`, async () => {
      const answer = await get(path);
      assert.deepEqual([answer.status, await answer.text()], [404, 'There is no page with this address.\n']);
      assert.notEqual(answer.headers.get('content-security-policy'), null);
    });

  const climbing = [
    '/pages/assets/../../package.json',
    '/pages/assets/..%2fpolicy.html',
    '/pages/%2e%2e/%2e%2e/etc/passwd',
  ];
  for (const path of [
    ...climbing,
    '/pages/assets/..%5c..%5cpackage.json',
    '/pages/assets/%00',
    '/pages/assets/%',
  ])
    it(`does not leave its folder for ${path}`, async () => {
      const status = await statusOfRaw(path);
      assert.equal(status === 404 || status === 400, true, String(status));
    });

  it('does not start when the pages are not built, and says what to do', () => {
    const server = restify.createServer();
    const options = { pagesDir: join(built.pagesDir, 'nowhere'), policy: testPolicy(), frameAncestors: [] };
    assert.throws(() => registerPages(server, options), /not built: .*nowhere\. Run "npm run build" first/);
  });
});

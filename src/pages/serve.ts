import type { Next, Request, RequestHandler, Response, Server } from 'restify';
import type { Policy } from '../features/policies/policy';
import { readBuiltPages, revalidate, servedFile, type ServedFile } from './builtPages';
import { policyPageUrl } from './deepLink';
import { pageHeaders } from './pageHeaders';
import { policyPage } from './policyPage';

/** What the pages need. */
export interface PagesOptions {
  /** The folder that `buildPages` wrote. */
  pagesDir: string;
  policy: Policy;
  /** Origins that may show a page in a frame; see `teamsFrameAncestors`. */
  frameAncestors: readonly string[];
  /** Address of the stand-in for Teams, in local mode: its origin may frame the pages too. */
  localHostOrigin?: string | undefined;
  /** The link that "Copy link" gives for a clause; without it, the page's own address. */
  linkTo?: (clause: { id: string; heading: string }) => string;
}

/**
 * Adds /pages/NAME, /pages/assets/NAME, /api/policy, and /api/host: whom a page may trust around it in local mode.
 * @throws an Error that says what to do when the pages are not built
 */
export function registerPages(server: Server, options: PagesOptions): void {
  const { pagesDir, policy } = options;
  const localHostOrigin = options.localHostOrigin && new URL(options.localHostOrigin).origin;
  const linkTo = options.linkTo ?? ((clause) => policyPageUrl('', clause.id));
  const built = readBuiltPages(pagesDir);
  const data = Buffer.from(JSON.stringify(policyPage(policy, { linkTo, localHostOrigin })));
  const policyData = servedFile(data, 'application/json; charset=utf-8', revalidate);
  const headers = pageHeaders([...options.frameAncestors, ...(localHostOrigin ? [localHostOrigin] : [])]);

  const add = (path: string, find: (request: Request) => ServedFile | undefined): void => {
    const handler = sending(find, headers);
    server.get(path, handler);
    server.head(path, handler);
  };
  const host = Buffer.from(JSON.stringify({ localHostOrigin: localHostOrigin ?? null }));
  const hostData = servedFile(host, 'application/json; charset=utf-8', revalidate);
  add('/api/policy', () => policyData);
  add('/api/host', () => hostData);
  add('/pages/assets/:name', (request) => built.assets.get(parameter(request, 'name')));
  add('/pages/:name', (request) => built.pages.get(parameter(request, 'name')));
  add('/pages/*', () => undefined);
}

function parameter(request: Request, name: string): string {
  const value = (request.params as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

function sending(
  find: (request: Request) => ServedFile | undefined,
  headers: Record<string, string>,
): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const file = find(request);
    if (file) send(request, response, file, headers);
    else {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is no page with this address.\n');
    }
    next();
  };
}

function send(request: Request, response: Response, file: ServedFile, headers: Record<string, string>): void {
  const caching = { ETag: file.etag, 'Cache-Control': file.cacheControl, Vary: 'Accept-Encoding' };
  if (namesEtag(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, { ...headers, ...caching });
    response.end();
    return;
  }
  const isGzipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isGzipped ? file.gzipped : file.body;
  response.writeHead(200, {
    ...headers,
    ...caching,
    'Content-Type': file.contentType,
    'Content-Length': String(body.length),
    ...(isGzipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Proxies that compress make a tag weak by W/ before it. */
function namesEtag(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}

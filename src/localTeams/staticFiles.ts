import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { sendJson } from './http';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const NOT_BUILT = 'The page of Local Teams is not built. `npm run local` builds it.';

/** Answers with a file of the page's directory; `/` is index.html. */
export async function sendPageFile(
  response: ServerResponse,
  pageDir: string | undefined,
  path: string,
  frameOrigins: string[],
): Promise<void> {
  const wanted = normalize(path === '/' ? '/index.html' : path);
  const content = pageDir && !wanted.includes('..') ? await contentOf(join(pageDir, wanted)) : undefined;
  if (!content) {
    const message = path === '/' ? NOT_BUILT : 'There is no such file.';
    return sendJson(response, 404, { error: { code: 'NotFound', message } });
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(wanted)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': policy(frameOrigins),
  });
  response.end(content);
}

/** Answers with a file that a person sent; never as something that a browser would run. */
export function sendPersonsFile(response: ServerResponse, content: Buffer | undefined, name: string): void {
  if (!content)
    return sendJson(response, 404, { error: { code: 'NotFound', message: 'There is no such file.' } });
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(content);
}

// Cards draw with styles of their own and show pictures from anywhere; the app's pages are framed.
function policy(frameOrigins: string[]): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    'img-src * data: blob:',
    ["frame-src 'self'", ...frameOrigins].join(' '),
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR') return undefined;
    throw error;
  }
}

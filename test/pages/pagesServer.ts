import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { buildPages } from '../../src/pages/build';
import { registerPages, type PagesOptions } from '../../src/pages/serve';
import { testPolicy } from './testPolicy';

/** Something that listens on a free port of loopback. */
export interface Listening {
  origin: string;
  close(): Promise<void>;
}

/** The pages, built once into a folder of their own. */
export async function builtPages(): Promise<{ pagesDir: string; remove(): Promise<void> }> {
  const pagesDir = mkdtempSync(join(tmpdir(), 'pages-'));
  await buildPages(pagesDir);
  return { pagesDir, remove: () => rm(pagesDir, { recursive: true, force: true }) };
}

/** A restify server with nothing but the pages. */
export async function servePages(options: Partial<PagesOptions> & { pagesDir: string }): Promise<Listening> {
  const server = restify.createServer();
  registerPages(server, { policy: testPolicy(), frameAncestors: [], ...options });
  return listening(server.server);
}

/** Serves one HTML text at every address: a page that frames another. */
export async function serveHtml(html: () => string): Promise<Listening> {
  return listening(
    createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html());
    }),
  );
}

async function listening(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleConnector } from './connector';
import { handleControl } from './control';
import type { ControlHandlers } from './controlCall';
import { controlHandlers } from './controlHandlers';
import type { Core } from './core';
import { Dialogs } from './dialogs';
import { Files } from './files';
import { matchPath, sendJson } from './http';
import { LocalTeams } from './localTeams';
import type { LocalTeamsOptions } from './options';
import { startCore } from './startCore';
import { Searches } from './searches';
import { sendPageFile, sendPersonsFile } from './staticFiles';
import { resumeDeliveries } from './talk';
import { openIdMetadata, publishedKeys } from './tokens';

const IDLE_MS = 250_000;

/** Starts Local Teams on loopback. Rejects when the port is taken or the journal is damaged. */
export async function startLocalTeams(options: LocalTeamsOptions = {}): Promise<LocalTeams> {
  // A request that comes while its connection is being closed would be lost.
  const server = createServer({ keepAliveTimeout: IDLE_MS });
  const port = await listen(server, options.port ?? 0);
  const core = startCore(options, `http://127.0.0.1:${port}/`);
  const files = new Files(options.dataDir);
  const handlers = controlHandlers(core, {
    dialogs: new Dialogs(),
    searches: new Searches(),
    files,
    tabs: options.tabs ?? [],
  });
  const site: Site = { core, files, handlers, pageDir: options.pageDir, frameOrigins: originsOf(options) };
  server.on('request', (request, response) => void answer(site, request, response));
  const resumed = resumeDeliveries(core);
  const teams = new LocalTeams(core, handlers, async () => {
    core.deliveries.close();
    await resumed;
    await closeServer(server);
    core.state.close();
  });
  teams.connectBot(options.botUrl);
  return teams;
}

interface Site {
  core: Core;
  files: Files;
  handlers: ControlHandlers;
  pageDir: string | undefined;
  frameOrigins: string[];
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await dispatch(site, request, response);
  } catch (error) {
    // A bug of the stand-in must look like one, and not like something that Teams does.
    console.error('Local Teams failed:', error);
    sendJson(response, 500, { error: { code: 'LocalTeamsBug', message: String(error) } });
  }
}

async function dispatch(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { core } = site;
  const url = new URL(request.url ?? '/', core.serviceUrl);
  if (!isFromHere(core, request)) {
    return sendJson(response, 403, { error: { code: 'Foreign', message: 'Only this machine may ask.' } });
  }
  if (url.pathname.startsWith('/v3/')) return handleConnector(core, request, response, url);
  if (url.pathname.startsWith('/api/')) {
    return handleControl(site.handlers, core.bus, request, response, url);
  }
  if (url.pathname === '/v1/.well-known/openidconfiguration') {
    return sendJson(response, 200, openIdMetadata(core.serviceUrl));
  }
  if (url.pathname === '/v1/.well-known/keys') return sendJson(response, 200, publishedKeys(core.key));
  const file = matchPath('/files/:id/:name', url.pathname);
  if (file) return sendPersonsFile(response, site.files.read(file['id'] ?? ''), file['name'] ?? '');
  return sendPageFile(response, site.pageDir, url.pathname, site.frameOrigins);
}

// A page of another site can make this machine's browser ask; its Origin, or a made-up Host, tells.
function isFromHere(core: Core, request: IncomingMessage): boolean {
  const { port } = new URL(core.serviceUrl);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (!host || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((own) => origin === `http://${own}`);
}

function originsOf(options: LocalTeamsOptions): string[] {
  const urls = [options.botUrl, ...(options.tabs ?? []).map((tab) => tab.url)];
  return [...new Set(urls.filter((url) => url !== undefined).map((url) => new URL(url).origin))];
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

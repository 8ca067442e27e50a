import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type {
  ConversationView,
  FaultView,
  LocalEvent,
  MessageView,
  PressAnswer,
  WorldView,
} from '../../../../src/localTeams/api';

/** A call of the control API that the page made. */
export interface Call {
  method: string;
  /** decoded, without `/api/` */
  path: string;
  body: unknown;
}

/** What the scripted control API shows, and how it answers; a test changes it as it goes. */
export interface Script {
  world: WorldView;
  conversations: Record<string, ConversationView[]>;
  /** by conversation id */
  messages: Record<string, MessageView[]>;
  faults: FaultView[];
  /** answers a call; undefined lets the script answer in its own way */
  answer?(call: Call): unknown;
}

/** A control API that shows what a script says: the page's tests need no bot. */
export interface ScriptedTeams {
  url: string;
  script: Script;
  calls: Call[];
  say(event: LocalEventWithoutSeq): void;
  /** ends every events stream, as when Local Teams is gone for a moment */
  hangUp(): void;
  close(): Promise<void>;
}

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;
type LocalEventWithoutSeq = WithoutSeq<LocalEvent>;

/** A refusal with its status. */
export class Refused {
  constructor(
    readonly status: number,
    readonly message: string,
  ) {}
}

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  map: 'text/plain',
};

/** Serves the built page of `folder` and plays the script. */
export async function startScriptedTeams(folder: string, script: Script): Promise<ScriptedTeams> {
  const streams = new Set<ServerResponse>();
  const calls: Call[] = [];
  const count = { seq: 0 };
  const server = createServer((request, response) => {
    if (request.url === '/api/events') return openStream(streams, response);
    void (request.url?.startsWith('/api/')
      ? api(script, calls, request, response)
      : file(folder, request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hangUp = (): void => {
    for (const stream of streams) stream.destroy();
    streams.clear();
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    script,
    calls,
    hangUp,
    say(event) {
      const line = `data: ${JSON.stringify({ ...event, seq: ++count.seq })}\n\n`;
      for (const stream of streams) stream.write(line);
    },
    close: () => stop(server, hangUp),
  };
}

function stop(server: Server, hangUp: () => void): Promise<void> {
  hangUp();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function openStream(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('data: {"seq":0,"type":"hello"}\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function file(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://local').pathname;
  const name = path === '/' ? 'index.html' : path.slice(1);
  try {
    const content = await readFile(join(folder, name));
    // Not chained: restify, once loaded in a process, makes writeHead return nothing.
    response.writeHead(200, { 'Content-Type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' });
    response.end(content);
  } catch {
    response.writeHead(404);
    response.end();
  }
}

async function api(
  script: Script,
  calls: Call[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = await readCall(request);
  calls.push(call);
  const answer = (await script.answer?.(call)) ?? ownAnswer(script, call);
  const status = answer instanceof Refused ? answer.status : 200;
  const body = answer instanceof Refused ? { error: { code: 'Scripted', message: answer.message } } : answer;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const path = new URL(request.url ?? '', 'http://local').pathname.replace('/api/', '');
  return {
    method: request.method ?? '',
    path: path.split('/').map(decodeURIComponent).join('/'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function ownAnswer(script: Script, { method, path }: Call): unknown {
  if (path === 'world') return script.world;
  if (path === 'faults') return method === 'GET' ? script.faults : { ok: true };
  if (path === 'deliveries') return [];
  const [, person = ''] = /^people\/([^/]+)\/conversations$/.exec(path) ?? [];
  if (person) return script.conversations[person] ?? [];
  const [, conversation = ''] = /^people\/[^/]+\/conversations\/(.+)\/messages$/.exec(path) ?? [];
  if (conversation && method === 'GET') return { messages: script.messages[conversation] ?? [], more: false };
  if (path.endsWith('/read')) return { refreshed: 0 };
  if (path.endsWith('/press')) return NOTHING;
  return { ok: true };
}

const NOTHING: PressAnswer = { status: 200, body: {}, result: { kind: 'nothing' } };

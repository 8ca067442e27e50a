import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { ROUTES, type RouteName } from './api';
import { ClientRefusal } from './clientRefusal';
import { BODIES } from './controlBodies';
import type { CallName, ControlHandlers } from './controlCall';
import type { EventBus } from './events';
import { matchPath, readBody, sendJson } from './http';
import { UPLOAD_BYTES } from './limits';
import { Refusal } from './refusal';
import { streamEvents } from './stream';

/** Bytes of a body: a file in base64 and what goes with it. */
const MOST_BYTES = UPLOAD_BYTES * 1.5;

/** One request to the control API, from its arrival to its answer. */
export async function handleControl(
  handlers: ControlHandlers,
  bus: EventBus,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const route = findRoute(request.method ?? '', url.pathname);
    if (route.name === 'events') return streamEvents(bus, request, response);
    const body = await bodyFor(route.name, request);
    const call = { params: route.params, query: url.searchParams, body };
    // The body was checked against the schema that belongs to the name.
    const handler = handlers[route.name] as (call: unknown) => unknown;
    sendJson(response, 200, await handler(call));
  } catch (error) {
    const refusal = refusalOf(error);
    const inputs = refusal.inputs ? { inputs: refusal.inputs } : {};
    sendJson(response, refusal.status, {
      error: { code: refusal.code, message: refusal.message, ...inputs },
    });
  }
}

// A path with fixed words goes before one that has a name in that place: `…/tab-token` is no change.
function findRoute(method: string, path: string): { name: RouteName; params: Record<string, string> } {
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route = ROUTES[name];
    const params = route.method === method ? matchPath(route.path, path) : undefined;
    if (params) return { name, params };
  }
  throw new ClientRefusal(404, 'NoSuchRoute', 'There is no such route: see src/localTeams/api.ts.');
}

async function bodyFor(name: CallName, request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new ClientRefusal(400, 'NotJson', 'A POST carries Content-Type: application/json.');
  }
  const text = (await readBody(request, MOST_BYTES)).toString('utf8');
  const schema: z.ZodType | undefined = name in BODIES ? BODIES[name as keyof typeof BODIES] : undefined;
  if (!schema) return undefined;
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new ClientRefusal(400, 'BadRequest', problems.join('; '));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch (error) {
    if (error instanceof SyntaxError) throw new ClientRefusal(400, 'NotJson', 'The body is not JSON.');
    throw error;
  }
}

function refusalOf(error: unknown): Pick<ClientRefusal, 'status' | 'code' | 'message' | 'inputs'> {
  if (error instanceof ClientRefusal) return error;
  if (error instanceof Refusal) return new ClientRefusal(400, error.code, error.message);
  throw error;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ConnectorOperation, FaultView, SeenRequest } from './api';
import { channels, member, members, pagedMembers, teamDetails, type Read } from './connectorReads';
import { findRoute, type RouteMatch } from './connectorRoutes';
import {
  createConversation,
  deleteActivity,
  placeToCreate,
  send,
  update,
  type ConnectorAnswer,
  type Write,
} from './connectorWrites';
import type { Core } from './core';
import { refusalOf } from './faults';
import { readBody, sendJson, sendRefusal } from './http';
import { baseOf } from './ids';
import { isObject, type Json, type JsonObject } from './json';
import { READ_RATES, SEND_RATES } from './limits';
import { refuse, Refusal } from './refusal';

/** What the bot must send with every call; Local Teams has no accounts to tell bots apart. */
export const BEARER = 'Bearer local';

/** Bytes that are read of a body at all; what is over Teams' own limit gets Teams' answer. */
const MOST_BYTES = 4 * 1024 * 1024;

const WRITES: Partial<Record<ConnectorOperation, (core: Core, write: Write) => ConnectorAnswer>> = {
  createConversation,
  send,
  reply: send,
  update,
  delete: deleteActivity,
};

const READS: Partial<Record<ConnectorOperation, (core: Core, read: Read) => ConnectorAnswer>> = {
  members,
  pagedMembers,
  member,
  team: teamDetails,
  channels,
};

/** One request of the bot to the Connector, from its arrival to its answer. */
export async function handleConnector(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await bodyOf(request);
  const route = findRoute(request.method ?? '', url.pathname);
  const seen = await core.log.arrived(describe(core, request, url, route, body.json));
  const fault = core.faults.take(seen);
  try {
    checkBearer(request);
    if (!route) throw refuse.noRoute();
    const refusal = fault && refusalOf(fault);
    if (refusal) throw refusal;
    const answer = work(core, route, url.searchParams, body, seen);
    answerOrLose(core, response, answer, fault, seen);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    core.log.answered(seen, error.status, error.code);
    sendRefusal(response, error);
  }
}

interface Body {
  json: Json | undefined;
  bytes: number;
  tooBig: boolean;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  try {
    const raw = await readBody(request, MOST_BYTES);
    return { json: parse(raw), bytes: raw.length, tooBig: false };
  } catch (error) {
    if (error instanceof Refusal) return { json: undefined, bytes: MOST_BYTES, tooBig: true };
    throw error;
  }
}

function parse(raw: Buffer): Json | undefined {
  try {
    return raw.length === 0 ? undefined : (JSON.parse(raw.toString('utf8')) as Json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function describe(
  core: Core,
  request: IncomingMessage,
  url: URL,
  route: RouteMatch | undefined,
  json: Json | undefined,
): Omit<SeenRequest, 'n' | 'at'> {
  const conversationId = route && conversationOf(core, route, json);
  const activityId = route?.params['activity'];
  return {
    method: request.method ?? '',
    path: url.pathname,
    ...(route ? { operation: route.operation } : {}),
    ...(conversationId ? { conversationId } : {}),
    ...(activityId ? { activityId } : {}),
    ...(json === undefined ? {} : { body: json }),
  };
}

function conversationOf(core: Core, route: RouteMatch, json: Json | undefined): string | undefined {
  const named = route.params['conversation'] ?? route.params['team'];
  if (named) return baseOf(named);
  return isObject(json) ? placeToCreate(core, json)?.id : undefined;
}

function checkBearer(request: IncomingMessage): void {
  if (request.headers.authorization !== BEARER) throw refuse.notAuthorised();
}

function work(
  core: Core,
  route: RouteMatch,
  query: URLSearchParams,
  body: Body,
  seen: SeenRequest,
): ConnectorAnswer {
  const read = READS[route.operation];
  const kind = read ? 'read' : route.operation === 'createConversation' ? 'create' : 'send';
  core.windows.take(`${kind} ${seen.conversationId ?? ''}`, read ? READ_RATES : SEND_RATES);
  if (read) return read(core, { params: route.params, query });
  if (body.tooBig) throw refuse.tooBig();
  const write = WRITES[route.operation];
  if (!write) throw refuse.noRoute();
  return write(core, { params: route.params, body: objectOf(route, body.json), bytes: body.bytes });
}

function objectOf(route: RouteMatch, json: Json | undefined): JsonObject {
  if (isObject(json)) return json;
  if (route.operation === 'delete') return {};
  throw refuse.badSyntax('The body is a JSON object.');
}

// A lost answer comes after the effect: the bot cannot know that it was done.
function answerOrLose(
  core: Core,
  response: ServerResponse,
  answer: ConnectorAnswer,
  fault: FaultView | undefined,
  seen: SeenRequest,
): void {
  if (fault?.answer === 'reset') {
    core.log.answered(seen, 0);
    response.destroy();
  } else if (fault?.answer === 'lost') {
    core.log.answered(seen, 504, 'GatewayTimeout');
    sendRefusal(response, new Refusal(504, 'GatewayTimeout', 'The answer was lost.'));
  } else {
    core.log.answered(seen, answer.status);
    sendJson(response, answer.status, answer.body);
  }
}

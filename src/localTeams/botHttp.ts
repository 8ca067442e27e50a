import { request as httpRequest, type Agent } from 'node:http';
import type { Json } from './json';

/** What the bot answered; `status` 0: nothing came back and the delivery was given up. */
export interface BotAnswer {
  status: number;
  body: Json;
}

/** Posts a body to the bot with an Authorization header. Rejects when no whole answer comes back. */
export function postJson(
  url: string,
  body: string,
  authorization: string | undefined,
  agent?: Agent,
): Promise<BotAnswer> {
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    ...(authorization ? { Authorization: authorization } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers, ...(agent ? { agent } : {}) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, body: parseAnswer(text) });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The messaging endpoint of a bot's address; an address with a path is one already. */
export function endpointOf(botUrl: string): string {
  const url = new URL(botUrl);
  return url.pathname === '/' ? new URL('/api/messages', url).href : url.href;
}

function parseAnswer(text: string): Json {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

import type { ApiRefusal } from '../../api';
import { ApiError } from './apiError';

/** Longer than three times the 15 s that Teams gives a bot, so that the stand-in answers first. */
const PATIENCE_MS = 50_000;

/** The code of an ApiError where the request got there and its answer takes longer than the page waits. */
export const STILL_WAITING = 'StillWaiting';

/**
 * Sends one request to the control API. Throws ApiError on a refusal, when nothing answers, and when the answer
 * takes longer than `patienceMs`.
 */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const answer = await send(method, path, body, patienceMs);
  const text = await answer.text().catch(() => '');
  const read = parse(text);
  if (!answer.ok) throw refusal(answer.status, read);
  return read as T;
}

async function send(method: string, path: string, body: unknown, patienceMs: number): Promise<Response> {
  const json = { 'Content-Type': 'application/json' };
  try {
    return await fetch(path, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(method === 'GET' ? {} : { headers: json, body: JSON.stringify(body ?? {}) }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new ApiError(0, STILL_WAITING, 'The bot has not answered yet.');
    }
    throw new ApiError(0, 'NoAnswer', error instanceof Error ? error.message : 'no answer');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, body: unknown): ApiError {
  const error = (body as Partial<ApiRefusal> | undefined)?.error;
  const message = error?.message ?? `Local Teams refused this (${status}).`;
  return new ApiError(status, error?.code ?? 'Refused', message, error?.inputs);
}

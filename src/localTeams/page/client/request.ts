import type { ApiRefusal } from '../../api';
import { ApiError } from './apiError';

/** Longer than the 15 s that Teams gives a bot for each of its attempts, so that the stand-in answers first. */
const GIVE_UP_AFTER_MS = 120_000;

/** Sends one request to the control API. Throws ApiError on a refusal and when nothing answers. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await send(method, path, body);
  const text = await answer.text().catch(() => '');
  const read = parse(text);
  if (!answer.ok) throw refusal(answer.status, read);
  return read as T;
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  const json = { 'Content-Type': 'application/json' };
  try {
    return await fetch(path, {
      method,
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
      ...(method === 'GET' ? {} : { headers: json, body: JSON.stringify(body ?? {}) }),
    });
  } catch (error) {
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

/**
 * What became of a request to Teams. Everything above the messenger branches on these names and never on a status.
 * Codes are those of Microsoft Learn, "Handle errors and status codes in Teams bots".
 */
export type Refusal =
  /** 403 ConversationBlockedByUser: stop until the person acts. */
  | 'blocked'
  /** 403 BotNotInConversationRoster: wait for installationUpdate. */
  | 'notInstalled'
  /** 403 BotDisabledByAdmin, MessageWritesBlocked and other 403. */
  | 'forbidden'
  /** 404 ConversationNotFound: the chat or channel is gone, or (about 1 % of the time) Teams is wrong. */
  | 'conversationGone'
  /** 404 ActivityNotFoundInConversation: the message to update or delete is gone. */
  | 'messageGone'
  /** MemberNotFoundInConversation, also with 400: the person is not there, or has left. */
  | 'personGone'
  /** 413. */
  | 'tooLarge'
  /** 400 and other answers that trying again will not change. */
  | 'rejected'
  /** 412, 429, 502, 503, 504 or no answer at all, also after the gate tried again. The effect may have happened. */
  | 'unavailable';

export type Sent = { readonly outcome: 'sent'; readonly activityId: string } | Refused;
export type Done = { readonly outcome: 'done' } | Refused;
export type Read<T> = { readonly outcome: 'read'; readonly value: T } | Refused;
export interface Refused {
  readonly outcome: Refusal;
  /** Teams' own code or status, for the log. */
  readonly code: string;
}

interface ServiceError {
  readonly name?: string;
  readonly statusCode?: number;
  readonly code?: string;
  readonly body?: { readonly error?: { readonly code?: string } };
}

/**
 * Whether Teams answered with an error, or did not answer at all; false for faults of our own. Node marks wrong
 * arguments with codes that begin with ERR_, and they are faults of our own.
 */
export function isFromTeams(error: unknown): boolean {
  const { name, statusCode, code } = (error ?? {}) as ServiceError;
  return (
    statusCode !== undefined ||
    name === 'AbortError' ||
    (typeof code === 'string' && !code.startsWith('ERR_'))
  );
}

/** Translates what the connector client threw: the only place that knows Teams' codes. */
export function refusalOf(error: unknown): Refused {
  const { statusCode, code, body } = (error ?? {}) as ServiceError;
  const teamsCode = body?.error?.code ?? code ?? String(statusCode ?? 'NoAnswer');
  return { outcome: named(statusCode, teamsCode), code: teamsCode };
}

function named(status: number | undefined, code: string): Refusal {
  if (status === undefined || [412, 429].includes(status) || [502, 503, 504].includes(status))
    return 'unavailable';
  if (code === 'ConversationBlockedByUser') return 'blocked';
  if (code === 'BotNotInConversationRoster') return 'notInstalled';
  if (code === 'ActivityNotFoundInConversation') return 'messageGone';
  if (code === 'MemberNotFoundInConversation') return 'personGone';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'conversationGone';
  if (status === 413) return 'tooLarge';
  return 'rejected';
}

/** The `Retry-After` of a refusal in milliseconds; Teams gives seconds. */
export function retryAfterMs(error: unknown): number | undefined {
  const response = (
    error as { response?: { headers?: { get(name: string): string | undefined } } } | undefined
  )?.response;
  const seconds = Number(response?.headers?.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

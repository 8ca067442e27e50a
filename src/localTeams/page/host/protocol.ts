/** A call of a page's teams-js, as it arrives by postMessage. */
export interface PageCall {
  id: number;
  uuidAsString?: string;
  func: string;
  args: unknown[];
}

/** The answer to one call; `args` is what its function expects (see hostFunctions.ts). */
export interface PageAnswer {
  id: number;
  uuidAsString?: string;
  args: unknown[];
}

/** Something that the host says by itself, e.g. that the theme has changed. */
export interface HostMessage {
  func: string;
  args: unknown[];
}

/** Reads a call; undefined for any other message that a window may be sent. */
export function callFrom(data: unknown): PageCall | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, uuidAsString, func, args } = data as Record<string, unknown>;
  if (typeof id !== 'number' || typeof func !== 'string') return undefined;
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
  };
}

/** Addresses an answer to its call. */
export function answerTo(call: PageCall, args: unknown[]): PageAnswer {
  return {
    id: call.id,
    args,
    ...(call.uuidAsString === undefined ? {} : { uuidAsString: call.uuidAsString }),
  };
}

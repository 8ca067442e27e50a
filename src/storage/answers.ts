import { RestError } from '@azure/data-tables';
import { StorageUnavailable } from './errors';

/** What storage answers to a request that reached it and was allowed: the key was right, and there was time for it. */
const ANSWERS: ReadonlySet<number> = new Set([400, 404, 409, 412, 413]);

/** The HTTP status of storage's answer, or undefined when there was none. */
export function statusOf(error: unknown): number | undefined {
  const cause = error instanceof StorageUnavailable ? error.cause : error;
  return cause instanceof RestError ? cause.statusCode : undefined;
}

/** Conflicts, "not there" and what storage will never take pass through; everything else is storage being away. */
export async function named<R>(operation: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof RestError ? error.statusCode : undefined;
    if (status !== undefined && ANSWERS.has(status)) throw error;
    throw new StorageUnavailable(operation, { cause: error });
  }
}

import { NotTaken } from './botClient';

/** Waits between the tries, in milliseconds; then the person is asked. */
const WAITS = [500, 2_000];

/** What the bot will not take stays so; a connection comes back. */
export const mayPass = (error: unknown): boolean => !(error instanceof NotTaken) || error.why === 'away';

/** Tries three times what a bad connection may break. @param signal no more tries once it is aborted */
export async function trying<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (const ms of WAITS) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || !mayPass(error)) throw error;
      await new Promise<void>((resolve) => setTimeout(resolve, ms));
    }
  }
  return work();
}

/** Storage did not answer in time, or answered with a fault of its own. A person is told to try again. */
export class StorageUnavailable extends Error {
  constructor(operation: string, options: { cause: unknown }) {
    super(`Storage is away (${operation}).`, options);
  }
}

/** Somebody else changed the row first, and as often as the caller was ready to try. */
export class StaleRow extends Error {}

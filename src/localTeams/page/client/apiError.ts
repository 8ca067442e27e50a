/** A request to Local Teams that was refused or did not get there. */
export class ApiError extends Error {
  /**
   * @param status the HTTP status; 0 when there was no answer at all
   * @param inputs with 422: what to show under each input of a card
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly inputs: { id: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** What to tell the reader about anything that was thrown. */
export function inReadersWords(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Something went wrong in this page. Please reload it.';
  if (error.code === 'NoAnswer') return 'Local Teams did not answer. Is it still running?';
  return error.message;
}

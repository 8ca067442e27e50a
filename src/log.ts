import pino from 'pino';

/**
 * What a log line may hold: ids of ours, counts, codes, times. No free text of a person, no name, no question.
 * The type keeps objects out, so that nobody logs a whole activity or record by accident.
 */
export type LogFields = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error`'s name, code and stack are kept, never its message: a library may quote what a person typed. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** @param level pino's levels; `silent` for tests. pino: JSON lines without work on the hot path. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as pino.DestinationStream,
  );
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, error, fields = {}) => logger.error({ event, ...fields, ...describe(error) }),
  };
}

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorType: typeof error };
  const root = error.cause instanceof Error ? error.cause : error;
  const code = (root as { code?: unknown }).code;
  const frames = (root.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    errorName: root.name,
    errorCode: typeof code === 'string' ? code : undefined,
    at: frames.slice(0, 8).join('\n'),
  };
}

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Server } from 'restify';
import type { Log } from '../log';

/** A file that is made while it is sent. */
export interface FileToSend {
  readonly name: string;
  readonly contentType: string;
  /** Of a page that is shown rather than saved: the style that it may use, word for word. */
  readonly style?: string | undefined;
  readonly lines: Iterable<string> | AsyncIterable<string>;
}

/** A file that waits behind a link. */
export interface FoundFile {
  readonly name: string;
  /** What to take care of, where it does not name people: plain text without signs that HTML knows. */
  readonly caution?: string;
}

/** Files that are fetched once, by links that nobody guesses. */
export interface RecordFiles {
  readonly publicKeyPem: string;
  find(token: string): Promise<FoundFile | undefined>;
  fetch(token: string): Promise<FileToSend | 'gone' | 'refused'>;
}

/** Lines go out in pieces of about this many characters. */
const PIECE = 64 * 1024;
const NAMES_PEOPLE = 'It names people, so keep it safe.';
const readyWords = ({ name, caution = NAMES_PEOPLE }: FoundFile): string =>
  `Your file is ready: ${name}. ${caution}`.trim();
const GONE = 'This link no longer works. It can be used once, and not for long. Ask the bot for a new one.';
const REFUSED =
  'I could not check with Teams that you may see these records, so nothing was sent. Please try again in a minute.';
const AWAY = 'The records cannot be read at the moment. Please try again in a minute.';

/**
 * Adds /records/TOKEN, a page with a button that fetches the file, and /records/key.pem. Opening the page uses nothing
 * up: mail and chat programs open every link to look at it.
 */
export function registerRecordFiles(server: Server, files: RecordFiles, log: Log): void {
  server.get('/records/key.pem', (_request, response, next) => {
    answer(response, 200, 'application/x-pem-file', files.publicKeyPem);
    next();
  });
  const guarded =
    (work: (token: string, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      try {
        await work(tokenOf(request), response);
      } catch (error) {
        if (isReaderGone(error)) return;
        log.error('records.failed', error);
        if (response.headersSent) response.destroy();
        else answerPage(response, 503, AWAY);
      }
    };
  server.get(
    '/records/:token',
    guarded(async (token, response) => {
      const found = await files.find(token);
      if (found) answerPage(response, 200, readyWords(found), true);
      else answerPage(response, 404, GONE);
    }),
  );
  server.post(
    '/records/:token',
    guarded((token, response) => send(files, token, response)),
  );
}

async function send(files: RecordFiles, token: string, response: Response): Promise<void> {
  const file = await files.fetch(token);
  if (file === 'gone') return answerPage(response, 404, GONE);
  if (file === 'refused') return answerPage(response, 403, REFUSED);
  response.writeHead(200, {
    ...headersWith(file.style ?? STYLE),
    'Content-Type': file.contentType,
    'Content-Disposition': `${file.style ? 'inline' : 'attachment'}; filename="${file.name}"`,
  });
  // A reader who is slow or gone holds the making back, or ends it: nothing piles up.
  await pipeline(Readable.from(inPieces(file.lines), { highWaterMark: 1 }), response);
}

/** Somebody closed the page: they write `evidence` again when they want the file. */
function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

async function* inPieces(lines: FileToSend['lines']): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

function tokenOf(request: Request): string {
  const { token } = request.params as Record<string, unknown>;
  return typeof token === 'string' ? token : '';
}

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}';
const HEADERS = headersWith(STYLE);

/** @param style the one style sheet that the page may use */
function headersWith(style: string): Record<string, string> {
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  };
}

/** @param words plain text of this product, without signs that HTML knows */
function answerPage(response: Response, status: number, words: string, withButton = false): void {
  const button = withButton ? '<form method="post"><button>Get the file</button></form>' : '';
  answer(
    response,
    status,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Records</title><style>${STYLE}</style></head><body><main><h1>Records</h1><p>${words}</p>${button}</main></body></html>\n`,
  );
}

function answer(response: Response, status: number, contentType: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': contentType });
  response.end(body);
}

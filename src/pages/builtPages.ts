import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One thing that is served, ready in memory. */
export interface ServedFile {
  body: Buffer;
  gzipped: Buffer;
  contentType: string;
  etag: string;
  cacheControl: string;
}

/** Everything under /pages. What is not in a map does not exist, so no path can lead out of the folder. */
export interface BuiltPages {
  /** By page name. */
  pages: ReadonlyMap<string, ServedFile>;
  /** By file name. */
  assets: ReadonlyMap<string, ServedFile>;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

/** Ask each time whether it has changed. */
export const revalidate = 'no-cache';

/** The name changes with the content, so a copy may be kept for a year. */
const keepForEver = 'public, max-age=31536000, immutable';

/** Reads what `buildPages` wrote. @throws an Error that says what to do when it has not been run */
export function readBuiltPages(pagesDir: string): BuiltPages {
  return {
    pages: readFolder(pagesDir, pagesDir, (name) => name.slice(0, -extname(name).length), revalidate),
    assets: readFolder(join(pagesDir, 'assets'), pagesDir, (name) => name, keepForEver),
  };
}

function readFolder(
  folder: string,
  pagesDir: string,
  keyOf: (name: string) => string,
  cache: string,
): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const name of namesIn(folder, pagesDir)) {
    const contentType = contentTypes[extname(name)];
    if (contentType) files.set(keyOf(name), servedFile(readFileSync(join(folder, name)), contentType, cache));
  }
  return files;
}

function namesIn(folder: string, pagesDir: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new Error(`The pages are not built: ${pagesDir}. Run "npm run build" first.`, { cause: error });
  }
}

/** Gets a body ready to be sent, compressed and named by its content. */
export function servedFile(body: Buffer, contentType: string, cacheControl: string): ServedFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, gzipped: gzipSync(body), contentType, etag, cacheControl };
}

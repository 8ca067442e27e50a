import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SentenceEncoder } from '../sentenceEncoder';

/** Beside the caches of other tools, out of the repository. */
export const vectorCacheFile = join(process.cwd(), 'node_modules', '.cache', 'policy', 'vectors.jsonl');

const entrySchema = z.tuple([z.string(), z.base64()]);

/** An encoder that finds the vectors of an earlier build in a file, also of one that was cut short. */
export interface CachedEncoder extends SentenceEncoder {
  /** Leaves in the file the vectors that were asked for and no others. */
  save(): void;
}

/** Vectors of the examples take minutes to make and change only with their line. Losing the file loses only time. */
export function withVectorCache(encoder: SentenceEncoder, file: string): CachedEncoder {
  const before = readVectors(file);
  const used = new Map<string, string>();
  mkdirSync(dirname(file), { recursive: true });
  const made = async (text: string): Promise<string> => {
    const vector = packed(await encoder.encode(text));
    appendFileSync(file, lineOf([text, vector]));
    return vector;
  };
  return {
    encode: async (text) => {
      const found = used.get(text) ?? before.get(text) ?? (await made(text));
      used.set(text, found);
      return unpacked(found);
    },
    save: () => {
      // A build that was refused before it read anything leaves what was there.
      if (used.size > 0) writeFileSync(file, [...used].map(lineOf).join(''));
    },
  };
}

const lineOf = (entry: readonly [text: string, vector: string]): string => `${JSON.stringify(entry)}\n`;

/** A build that was ended in the middle of a line leaves half of it. */
function readVectors(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const text = readFileSync(file, 'utf8');
  if (!text.endsWith('\n')) appendFileSync(file, '\n');
  return new Map(text.split('\n').flatMap(entryIn));
}

function entryIn(line: string): [string, string][] {
  try {
    return [entrySchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function packed(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function unpacked(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer);
}

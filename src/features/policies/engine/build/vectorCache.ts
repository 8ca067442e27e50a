import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SentenceEncoder } from '../sentenceEncoder';

/** Beside the caches of other tools, out of the repository. */
export const vectorCacheFile = join(process.cwd(), 'node_modules', '.cache', 'policy', 'vectors.jsonl');

/** An encoder that finds the vectors of an earlier build in a file. */
export interface CachedEncoder extends SentenceEncoder {
  /** Writes the vectors that were asked for into the file. */
  save(): void;
}

/** Vectors of the examples take minutes to make and change only with their line. Losing the file loses only time. */
export function withVectorCache(encoder: SentenceEncoder, file: string): CachedEncoder {
  const before = readVectors(file);
  const used = new Map<string, string>();
  return {
    encode: async (text) => {
      const found = used.get(text) ?? before.get(text) ?? packed(await encoder.encode(text));
      used.set(text, found);
      return unpacked(found);
    },
    save: () => {
      // A build that was refused before it read anything leaves what was there.
      if (used.size === 0) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, [...used].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    },
  };
}

function readVectors(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as [string, string]));
}

function packed(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function unpacked(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer);
}

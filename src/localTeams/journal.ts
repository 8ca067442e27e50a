import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalRecord } from './records';

/** Where records are kept. Each is on its way to the disk before what it says is shown to anybody. */
export interface Journal {
  append(record: LocalRecord): void;
  close(): void;
}

/** Keeps nothing: for tests and for a start without a data directory. */
export const noJournal: Journal = { append: () => undefined, close: () => undefined };

const FILE = 'local-teams.jsonl';

/** Reads the records of earlier runs, oldest first; empty at the first start. */
export function readJournal(dataDir: string): LocalRecord[] {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line, at) => parseLine(line, at === lines.length - 1));
}

/** Begins a new journal with the records given (the state, compacted) in the place of the old one. */
export function openJournal(dataDir: string, records: Iterable<LocalRecord>): Journal {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  const fresh = openSync(`${path}.new`, 'w');
  for (const record of records) writeSync(fresh, `${JSON.stringify(record)}\n`);
  closeSync(fresh);
  renameSync(`${path}.new`, path);
  return appendTo(path);
}

function appendTo(path: string): Journal {
  const file = openSync(path, 'a');
  let open = true;
  return {
    append: (record) => {
      if (open) writeSync(file, `${JSON.stringify(record)}\n`);
    },
    close: () => {
      if (open) closeSync(file);
      open = false;
    },
  };
}

// A process that was killed while it wrote leaves half a last line. Half a line anywhere else is damage.
function parseLine(line: string, isLast: boolean): LocalRecord[] {
  try {
    return [JSON.parse(line) as LocalRecord];
  } catch (error) {
    if (isLast) return [];
    throw new Error(`The journal of Local Teams is damaged: ${line.slice(0, 60)}`, { cause: error });
  }
}

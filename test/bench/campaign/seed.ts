import { z } from 'zod';
import { spread } from '../../../src/storage/keys';
import { StoredDirectory } from '../../../src/storage/directory';
import { StorageUnavailable } from '../../../src/storage/errors';
import type { Storage } from '../../../src/storage/storage';
import { BATCH_LIMIT } from '../../../src/storage/table';
import type { Asker } from '../people';
import type { Team } from './staff';

const anyRow = z.record(z.string(), z.unknown());
/** More than storage takes at once on a busy machine, and each waits for the others. */
const WRITERS = 3;
const TRIES = 5;

/** A row on its way to a table. */
interface Row {
  readonly partition: string;
  readonly row: string;
  readonly value: Record<string, unknown>;
}

/** Writes rows past the bot, a hundred at a time: thousands of people are there in seconds. */
export async function writeRows(storage: Storage, table: string, rows: Iterable<Row>): Promise<void> {
  const partitions = new Map<string, Row[]>();
  for (const row of rows) {
    const together = partitions.get(row.partition) ?? [];
    together.push(row);
    partitions.set(row.partition, together);
  }
  const batches = [...partitions].flatMap(([partition, all]) =>
    Array.from({ length: Math.ceil(all.length / BATCH_LIMIT) }, (_, at) => ({
      partition,
      some: all.slice(at * BATCH_LIMIT, (at + 1) * BATCH_LIMIT),
    })),
  );
  const target = storage.table(table, anyRow);
  const queue = batches.values();
  const writer = async (): Promise<void> => {
    for (const { partition, some } of queue) {
      const changes = some.map(({ row, value }) => ({ kind: 'put' as const, row, value }));
      if (!(await tried(() => target.batch(partition, changes))))
        throw new Error(`A batch of ${table} was not written.`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Again where a busy machine was too slow: what is written may be written twice. */
async function tried<T>(write: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await write();
    } catch (error) {
      if (left <= 1 || !(error instanceof StorageUnavailable)) throw error;
    }
  }
}

/** Has the product know the teams and who is in them. */
export async function knowTeams(storage: Storage, serviceUrl: string, teams: readonly Team[]): Promise<void> {
  const directory = new StoredDirectory(storage);
  for (const { id, name } of teams) await directory.rememberTeam({ id, name, serviceUrl, installed: true });
  const members = teams.flatMap(({ id, members }) =>
    members.map(({ objectId, teamsId, name }) => {
      const value = { personId: objectId, teamsId, name, guest: false };
      return { partition: id, row: objectId, value };
    }),
  );
  await writeRows(storage, 'teamMembers', members);
}

/** Has the product know these people's chats, as if each had written to it before. */
export async function knowPeople(
  storage: Storage,
  serviceUrl: string,
  people: readonly Asker[],
): Promise<void> {
  const rows = people.map(({ objectId: id, teamsId, name, chat: conversationId }) => {
    const value = { id, teamsId, name, serviceUrl, conversationId, chat: 'open' };
    return { partition: spread(id), row: id, value };
  });
  await writeRows(storage, 'people', rows);
}

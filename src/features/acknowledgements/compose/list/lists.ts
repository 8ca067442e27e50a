import { z } from 'zod';
import type { Storage } from '../../../../storage/storage';
import type { Table } from '../../../../storage/table';
import { BATCH_LIMIT } from '../../../../storage/table';
import type { PaperPerson } from './paperPeople';
import { paperIdOf } from './paperPeople';

const listedSchema = z.object({
  personId: z.string(),
  teamsId: z.string(),
  name: z.string(),
  serviceUrl: z.string(),
});
/** Somebody of a pasted list, as the roster of their team knows them. */
export type ListedPerson = z.infer<typeof listedSchema>;

const someSchema = z.object({ people: z.array(listedSchema) });
const paperSchema = z.object({ name: z.string(), place: z.string() });

/** So many fit one row even with long names (a property takes 32,000 characters): ten thousand are 200 rows. */
const PEOPLE_IN_A_ROW = 50;

/** People of pasted lists, and people without Teams: a partition for each list, and for the paper of each draft. */
export class Lists {
  private readonly some: Table<z.infer<typeof someSchema>>;
  private readonly paper: Table<PaperPerson>;

  constructor(storage: Storage) {
    this.some = storage.table('requestlists', someSchema);
    this.paper = storage.table('requestpaper', paperSchema);
  }

  /** Writes a list under an id that nobody uses yet, or the same list again. */
  async put(listId: string, people: readonly ListedPerson[]): Promise<void> {
    for (let start = 0; start < people.length; start += PEOPLE_IN_A_ROW) {
      const row = String(start).padStart(8, '0');
      await this.some.put(listId, row, { people: people.slice(start, start + PEOPLE_IN_A_ROW) });
    }
  }

  async *people(listId: string): AsyncGenerator<ListedPerson> {
    for await (const { value } of this.some.list({ partition: listId })) yield* value.people;
  }

  /** Adds people without Teams; who is there already stays there once. @returns all of them */
  async addPaper(draftId: string, people: readonly PaperPerson[]): Promise<PaperPerson[]> {
    const known = await this.paperOf(draftId);
    const rows = new Map<string, PaperPerson>();
    const there = new Set(known.map((person) => paperIdOf(draftId, person)));
    for (const person of people) {
      const id = paperIdOf(draftId, person);
      if (!there.has(id)) rows.set(id, person);
      there.add(id);
    }
    const changes = [...rows].map(([row, value]) => ({ kind: 'insert' as const, row, value }));
    for (let start = 0; start < changes.length; start += BATCH_LIMIT) {
      await this.paper.batch(draftId, changes.slice(start, start + BATCH_LIMIT));
    }
    return [...known, ...rows.values()];
  }

  async paperOf(draftId: string): Promise<PaperPerson[]> {
    const people: PaperPerson[] = [];
    for await (const { value } of this.paper.list({ partition: draftId })) people.push(value);
    return people;
  }

  async removePaper(draftId: string): Promise<void> {
    for await (const { row } of this.paper.list({ partition: draftId }))
      await this.paper.remove(draftId, row);
  }
}

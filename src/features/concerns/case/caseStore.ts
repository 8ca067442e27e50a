import { odata } from '@azure/data-tables';
import type { Storage } from '../../../storage/storage';
import { StaleRow } from '../../../storage/errors';
import type { Stored, Table, Change } from '../../../storage/table';
import type { Case, CaseEvent, CaseRow, Detail } from './case';
import { caseRowSchema } from './case';
import type { NamedRow, NewEvent } from './history';
import { brokenIn, chained, newSalt, saltedHash, withoutWords } from './history';
import type { ErasedCase } from '../retention/caseFields';

const CASE = 'case';
const ATTEMPTS = 25;

/** One step of a case: its new state, what goes into the history, and what the reporter added. */
export interface CaseStep {
  readonly next: Case;
  readonly event?: NewEvent;
  readonly detail?: { readonly key: string; readonly value: Detail };
}

/** What a step came to. `taken` is false when the decision was to leave the case as it is. */
export interface StepResult {
  readonly now: Case;
  readonly taken: boolean;
}

/** A case with all that belongs to it. */
export interface WholeCase {
  readonly id: string;
  readonly value: Case;
  readonly events: readonly CaseEvent[];
  readonly details: readonly Detail[];
}

/** The cases with their history and details. A case's partition is its id, which says nothing about anybody. */
export class CaseStore {
  private readonly table: Table<CaseRow>;

  constructor(storage: Storage) {
    this.table = storage.table('concernCases', caseRowSchema);
  }

  async get(id: string): Promise<Case | undefined> {
    const stored = await this.stored(id);
    return stored?.value;
  }

  /** @returns false when the case is there already: a report that is sent twice is one case. */
  async create(id: string, value: Case, event: NewEvent): Promise<boolean> {
    const whatSalt = newSalt();
    const text = { row: CASE, hash: saltedHash(value.what, whatSalt) };
    const first = chained(id, 1, undefined, event, text);
    return this.table.batch(id, [
      { kind: 'insert', row: CASE, value: { ...value, whatSalt, events: 1, historyHead: first.hash } },
      { kind: 'insert', row: eventRow(1), value: first },
    ]);
  }

  /**
   * Reads, decides and writes the case with its event and detail together, until nobody came between.
   * @param decide may run several times; undefined leaves the case as it is.
   * @returns undefined when there is no such case.
   * @throws StaleRow when others came between every time.
   */
  async step(id: string, decide: (now: Case) => CaseStep | undefined): Promise<StepResult | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await this.stored(id);
      if (!stored) return undefined;
      const step = decide(stored.value);
      if (!step) return { now: stored.value, taken: false };
      const { next, changes } = changesOf(stored, step);
      if (await this.table.batch(id, changes)) return { now: next, taken: true };
    }
    throw new StaleRow('The case was changed by others each time.');
  }

  /**
   * From here on the case is there for nobody but whoever erases it.
   * @param mayGo asked of the case as it is now
   * @returns undefined when it stays: it may not go, or it was changed in this very moment
   */
  async beginErasing(id: string, mayGo: (now: Case) => Promise<boolean>): Promise<Case | undefined> {
    const stored = await this.table.get(id, CASE);
    if (stored?.value.type !== 'case') return undefined;
    const { value } = stored;
    if (value.erasing) return value;
    if (!(await mayGo(value))) return undefined;
    return (await this.table.replace(stored, { ...value, erasing: true })) ? value : undefined;
  }

  /** Every case that was not erased. Reads the whole table: for what is done at night. */
  async *every(): AsyncGenerator<{ readonly id: string; readonly value: Case }> {
    for await (const { partition, value } of this.table.list({ filter: odata`type eq 'case'` })) {
      if (value.type === 'case') yield { id: partition, value };
    }
  }

  /**
   * Leaves of a case that there was one, and of its history what was done and when: no words and nobody's name. The
   * chain still holds. The tombstone comes last: cut short, it can be done again.
   */
  async erase(id: string, tombstone: ErasedCase): Promise<void> {
    const details: string[] = [];
    for await (const { row, value } of this.table.list({ partition: id })) {
      if (value.type === 'detail') details.push(row);
      if (value.type === 'event') await this.table.put(id, row, withoutWords(value));
    }
    for (const row of details) await this.table.remove(id, row);
    await this.table.put(id, CASE, tombstone);
  }

  /** Every case that is not closed. Reads the whole table: for what an administrator does once in a while. */
  async *open(): AsyncGenerator<{ readonly id: string; readonly value: Case }> {
    for await (const { partition, value } of this.table.list({ filter: odata`type eq 'case'` })) {
      if (value.type === 'case' && value.status !== 'closed') yield { id: partition, value };
    }
  }

  /** Every case with its history and details. Reads the whole table: for the counts of the complaints lead. */
  async *all(): AsyncGenerator<WholeCase> {
    let partition = '';
    let rows: CaseRow[] = [];
    for await (const row of this.table.list()) {
      if (row.partition !== partition) {
        yield* wholeCase(partition, rows);
        [partition, rows] = [row.partition, []];
      }
      rows.push(row.value);
    }
    yield* wholeCase(partition, rows);
  }

  async hasDetail(id: string, key: string): Promise<boolean> {
    return (await this.table.get(id, detailRow(key))) !== undefined;
  }

  /** One event of the history, by its number. */
  async event(id: string, number: number): Promise<CaseEvent | undefined> {
    const row = (await this.table.get(id, eventRow(number)))?.value;
    return row?.type === 'event' ? row : undefined;
  }

  /** What in a case's history was changed or taken away, in words; undefined when it is whole. */
  async broken(id: string): Promise<string | undefined> {
    const rows: NamedRow[] = [];
    for await (const { row, value } of this.table.list({ partition: id })) rows.push({ row, value });
    const value = rows.find(({ row }) => row === CASE)?.value;
    const isThere = value?.type === 'case' || value?.type === 'erased';
    return isThere ? brokenIn(id, value, rows) : 'the case is missing';
  }

  /** Takes who did a step and what they said out of the history for good; that it was done stays. */
  async eraseWords(id: string, number: number): Promise<void> {
    await this.table.change(id, eventRow(number), (row) =>
      row?.type === 'event' && row.salt ? withoutWords(row) : undefined,
    );
  }

  /** Oldest first. */
  async events(id: string): Promise<CaseEvent[]> {
    const rows = await this.rows(id);
    return rows.filter((row) => row.type === 'event');
  }

  /** In the order in which they were added. */
  async details(id: string): Promise<Detail[]> {
    const rows = await this.rows(id);
    return rows.filter((row) => row.type === 'detail').sort((one, other) => one.number - other.number);
  }

  private async rows(id: string): Promise<CaseRow[]> {
    const rows: CaseRow[] = [];
    for await (const { value } of this.table.list({ partition: id })) rows.push(value);
    return rows;
  }

  private async stored(id: string): Promise<Stored<Case> | undefined> {
    const stored = await this.table.get(id, CASE);
    return stored?.value.type === 'case' && !stored.value.erasing
      ? { ...stored, value: stored.value }
      : undefined;
  }
}

function* wholeCase(id: string, rows: readonly CaseRow[]): Generator<WholeCase> {
  const value = rows.find((row) => row.type === 'case');
  if (!value || value.erasing) return;
  const details = rows.filter((row) => row.type === 'detail').sort((one, other) => one.number - other.number);
  yield { id, value, events: rows.filter((row) => row.type === 'event'), details };
}

/** The history goes on from the event before, in the same write as the step itself. */
function changesOf(stored: Stored<Case>, { next: decided, event, detail }: CaseStep) {
  const { events, historyHead } = stored.value;
  const written = detail && { ...detail.value, salt: newSalt() };
  const text = written && { row: detailRow(detail.key), hash: saltedHash(written.text, written.salt) };
  const added = event && chained(stored.partition, events + 1, historyHead, event, text);
  const next = added ? { ...decided, events: events + 1, historyHead: added.hash } : decided;
  const changes: Change<CaseRow>[] = [
    { kind: 'replace', stored, value: next },
    ...(added ? [{ kind: 'insert' as const, row: eventRow(events + 1), value: added }] : []),
    ...(text ? [{ kind: 'insert' as const, row: text.row, value: written }] : []),
  ];
  return { next, changes };
}

const eventRow = (number: number): string => `event-${String(number).padStart(6, '0')}`;
const detailRow = (key: string): string => `detail-${key}`;

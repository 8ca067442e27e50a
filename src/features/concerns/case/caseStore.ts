import { odata } from '@azure/data-tables';
import type { Storage } from '../../../storage/storage';
import { StaleRow } from '../../../storage/errors';
import type { Stored, Table, Change } from '../../../storage/table';
import type { Case, CaseEvent, CaseRow, Detail } from './case';
import { caseRowSchema } from './case';

const CASE = 'case';
const ATTEMPTS = 25;

/** One step of a case: its new state, what goes into the history, and what the reporter added. */
export interface CaseStep {
  readonly next: Case;
  readonly event?: Omit<CaseEvent, 'type'>;
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
  async create(id: string, value: Case, event: Omit<CaseEvent, 'type'>): Promise<boolean> {
    return this.table.batch(id, [
      { kind: 'insert', row: CASE, value: { ...value, events: 1 } },
      { kind: 'insert', row: eventRow(1), value: { type: 'event', ...event } },
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
      const next = step.event ? { ...step.next, events: stored.value.events + 1 } : step.next;
      if (await this.table.batch(id, changesOf(stored, step, next))) return { now: next, taken: true };
    }
    throw new StaleRow('The case was changed by others each time.');
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
    return stored?.value.type === 'case' ? { ...stored, value: stored.value } : undefined;
  }
}

function* wholeCase(id: string, rows: readonly CaseRow[]): Generator<WholeCase> {
  const value = rows.find((row) => row.type === 'case');
  if (!value) return;
  const details = rows.filter((row) => row.type === 'detail').sort((one, other) => one.number - other.number);
  yield { id, value, events: rows.filter((row) => row.type === 'event'), details };
}

function changesOf(stored: Stored<Case>, { event, detail }: CaseStep, next: Case): Change<CaseRow>[] {
  const changes: Change<CaseRow>[] = [{ kind: 'replace', stored, value: next }];
  if (event) changes.push({ kind: 'insert', row: eventRow(next.events), value: { type: 'event', ...event } });
  if (detail) changes.push({ kind: 'insert', row: detailRow(detail.key), value: detail.value });
  return changes;
}

const eventRow = (number: number): string => `event-${String(number).padStart(6, '0')}`;
const detailRow = (key: string): string => `detail-${key}`;

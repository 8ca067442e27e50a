import { z } from 'zod';
import type { Storage } from './storage';
import type { Stored, Table } from './table';

const record = z.object({
  activityId: z.string(),
  at: z.string(),
  answer: z.object({ status: z.number(), body: z.unknown().optional() }),
  outbox: z.array(z.unknown()).optional(),
  again: z.boolean().optional(),
});
const stateSchema = z.object({ slices: z.record(z.string(), z.unknown()), recent: z.array(record) });
type Remembered = z.infer<typeof record>;

/** What is kept of one person in one conversation. */
export type BotState = z.infer<typeof stateSchema>;

/** A repeat comes within seconds; an answer older than this is not kept beside its activity's id. */
const ANSWERS_KEPT_MS = 10 * 60_000;
/** Ids remembered for each person and conversation (design, "A turn"). */
const IDS_KEPT = 20;
/** One property holds 32,768 characters, so the text is cut into pieces. */
const PIECE = 30_000;
type Pieces = Record<string, string>;

/** The state with the ETag that it was read with; `row` is undefined when there was none. */
export interface LoadedState {
  readonly state: BotState;
  readonly row: Stored<Pieces> | undefined;
}

/**
 * Bot state with real ETags. botbuilder's own BotState writes with `*`, so that of two turns at once one loses its
 * fields without anybody noticing.
 */
export class BotStates {
  private readonly table: Table<Pieces>;

  constructor(storage: Storage) {
    this.table = storage.table('botState', z.record(z.string(), z.string()));
  }

  async load(conversationId: string, personId: string): Promise<LoadedState> {
    const row = await this.table.get(conversationId, personId);
    return {
      row,
      state: row ? stateSchema.parse(JSON.parse(joined(row.value))) : { slices: {}, recent: [] },
    };
  }

  /** @returns what a later save needs, or undefined when somebody saved in between. */
  async save(
    loaded: LoadedState,
    conversationId: string,
    personId: string,
    state: BotState,
    now: Date,
  ): Promise<LoadedState | undefined> {
    const kept = { slices: state.slices, recent: trimmed(state.recent, now) };
    const value = pieces(JSON.stringify(kept));
    const etag = loaded.row
      ? await this.table.replaced(loaded.row, value)
      : await this.table.inserted(conversationId, personId, value);
    if (etag === undefined) return undefined;
    return { state: kept, row: { partition: conversationId, row: personId, value, etag } };
  }
}

function trimmed(recent: readonly Remembered[], now: Date): Remembered[] {
  // A turn that keeps nothing runs again on a repeat, known or not: its id and time would only tell when it was.
  const known = recent.filter(({ again }) => !again);
  const fresh = (at: string): boolean => now.getTime() - Date.parse(at) < ANSWERS_KEPT_MS;
  return known
    .slice(-IDS_KEPT)
    .map((turn) =>
      fresh(turn.at) || turn.outbox ? turn : { ...turn, answer: { status: turn.answer.status } },
    );
}

function pieces(text: string): Pieces {
  const cut: Pieces = {};
  for (let at = 0; at < text.length; at += PIECE) cut[`p${at / PIECE}`] = text.slice(at, at + PIECE);
  return cut;
}

function joined(value: Pieces): string {
  return Object.keys(value)
    .map((_, index) => value[`p${index}`] ?? '')
    .join('');
}

import { z } from 'zod';
import type { Storage } from './storage';
import type { Stored, Table } from './table';

const record = z.object({
  activityId: z.string(),
  at: z.string(),
  answer: z.object({ status: z.number(), body: z.unknown().optional() }),
  by: z.string().optional(),
  outbox: z.array(z.unknown()).optional(),
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
/** A row holds 1 MiB at two bytes a character; answers may fill less than half of it, and the oldest go first. */
const ANSWERS_CHARACTERS = 200_000;
/** Storage keeps no half of a character that JavaScript writes as two. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;
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
  let room = ANSWERS_CHARACTERS;
  const keep = (turn: Remembered): boolean => {
    room -= JSON.stringify(turn.answer).length;
    return room >= 0 && (turn.outbox !== undefined || now.getTime() - Date.parse(turn.at) < ANSWERS_KEPT_MS);
  };
  return recent
    .slice(-IDS_KEPT)
    .reverse()
    .map((turn) => (keep(turn) ? turn : { ...turn, answer: { status: turn.answer.status } }))
    .reverse();
}

function pieces(text: string): Pieces {
  const cut: Pieces = {};
  for (let at = 0, count = 0; at < text.length; count++) {
    const piece = text.slice(at, at + PIECE).replace(HALF_A_CHARACTER, '');
    cut[`p${count}`] = piece;
    at += piece.length;
  }
  return cut;
}

function joined(value: Pieces): string {
  return Object.keys(value)
    .map((_, index) => value[`p${index}`] ?? '')
    .join('');
}

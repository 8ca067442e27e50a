import type { Counted } from './countedRequests';
import type { RequestKind } from './gateRequest';
import type { Urgency } from './messengerPort';
import { StartHistory } from './startHistory';
import type { Window } from './teamsLimits';
import { WINDOW_MARGIN_MS, windowsOf } from './teamsLimits';

/** A request that waits for its turn. */
export interface Ticket {
  readonly kind: RequestKind;
  start: (counted: Counted) => void;
  reject: (error: Error) => void;
}

const HOUR_MS = 3_600_000;
const QUIET_MS = 31_000;
/** This many requests every half a minute stay under the limit of an hour, so they may be forgotten. */
const FEW = 10;
const widened = (windows: readonly Window[]): readonly Window[] =>
  windows.map(({ requests, spanMs }) => ({ requests, spanMs: spanMs + WINDOW_MARGIN_MS }));
const WINDOWS = { read: widened(windowsOf('read')), send: widened(windowsOf('send')) };

/** One conversation: what waits for it, and when it may go. */
export class Lane {
  readonly queues: Record<Urgency, Ticket[]> = { waiting: [], bulk: [] };
  private heldUntil = 0;
  private readonly histories = { read: historyOf(WINDOWS.read), send: historyOf(WINDOWS.send) };

  /** Teams said when to come back. */
  hold(until: number): void {
    this.heldUntil = Math.max(this.heldUntil, until);
  }

  freeAt(kind: RequestKind): number {
    const group = groupOf(kind);
    return Math.max(this.heldUntil, this.histories[group].freeAt(WINDOWS[group]));
  }

  record(kind: RequestKind, now: number): void {
    this.histories[groupOf(kind)].record(now);
  }

  /** Nothing waits, and what was sent no longer matters to any limit. */
  idle(now: number): boolean {
    if (this.queues.waiting.length + this.queues.bulk.length > 0 || this.heldUntil > now) return false;
    return [this.histories.read, this.histories.send].every(({ count, latest }) => {
      const quietFor = latest === undefined ? Infinity : now - latest;
      return quietFor > HOUR_MS || (quietFor > QUIET_MS && count <= FEW);
    });
  }
}

function groupOf(kind: RequestKind): 'read' | 'send' {
  return kind === 'read' ? 'read' : 'send';
}

function historyOf(windows: readonly Window[]): StartHistory {
  return new StartHistory(Math.max(...windows.map(({ requests }) => requests)));
}

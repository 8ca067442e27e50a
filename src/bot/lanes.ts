import type { Counted } from './countedRequests';
import { CountedRequests } from './countedRequests';
import { GateBusy, GateClosed } from './gateRequest';
import type { GateRequest, RequestKind } from './gateRequest';
import type { GateTime } from './gateTime';
import type { Ticket } from './lane';
import { Lane } from './lane';
import type { Urgency } from './messengerPort';

/** How many requests of this process Teams may count in a second; `bulk` starts only while fewer than that are. */
export interface Rates {
  readonly all: number;
  readonly bulk: number;
}

const URGENCIES = ['waiting', 'bulk'] as const;
const SWEEP_MS = 30_000;

/** The order in which requests start: within Teams' limits, those who wait first, every conversation in its turn. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  /** Lanes in which something waits, in the order of their next turn. */
  private readonly queued: Record<Urgency, Set<Lane>> = { waiting: new Set(), bulk: new Set() };
  private readonly counted = new CountedRequests();
  private bulkHeldUntil = 0;
  private sweptAt = 0;
  private cancelWake: (() => void) | undefined;

  constructor(
    private readonly time: GateTime,
    private readonly rates: Rates,
  ) {}

  /**
   * @param giveUpAt when somebody no longer waits for it; undefined for never.
   * @returns what is to be told when it is answered: now when it may start now, else a promise of its turn, rejected
   * with GateBusy or GateClosed.
   */
  enter(request: GateRequest, giveUpAt: number | undefined): Counted | Promise<Counted> {
    const now = this.time.now();
    const lane = this.laneOf(request.conversation, now);
    const { kind, urgency } = request;
    if (this.queued[urgency].size === 0 && this.freeAt(urgency) <= now && lane.freeAt(kind) <= now) {
      return this.record(lane, kind, now);
    }
    return this.queue(request, lane, giveUpAt);
  }

  /** From now on it is known how long the request still counts. @param how whether Teams took it */
  ended(counted: Counted, how: 'taken' | 'refused'): void {
    if (how === 'taken') this.counted.taken(counted, this.time.now());
    else this.counted.ended(counted, this.time.now());
    if (this.queued.waiting.size + this.queued.bulk.size > 0) this.dispatch();
  }

  /** Teams said when to come back: this concerns the conversation and, as a sign of its load, all bulk. */
  hold(conversation: string, ms: number): void {
    const now = this.time.now();
    this.laneOf(conversation, now).hold(now + ms);
    this.bulkHeldUntil = Math.max(this.bulkHeldUntil, now + ms);
  }

  /** Rejects what waits with GateClosed. */
  close(): void {
    this.cancelWake?.();
    for (const urgency of URGENCIES) {
      const lanes = [...this.queued[urgency]];
      this.queued[urgency].clear();
      for (const ticket of lanes.flatMap((lane) => lane.queues[urgency].splice(0)))
        ticket.reject(new GateClosed());
    }
  }

  /** How many conversations are remembered. */
  get size(): number {
    return this.lanes.size;
  }

  /** A thread of a channel counts with its channel. */
  private laneOf(conversation: string, now: number): Lane {
    this.sweep(now);
    const key = conversation.split(';', 1)[0] ?? conversation;
    const lane = this.lanes.get(key) ?? new Lane();
    this.lanes.set(key, lane);
    return lane;
  }

  private sweep(now: number): void {
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    for (const [key, lane] of this.lanes) if (lane.idle(now)) this.lanes.delete(key);
  }

  private freeAt(urgency: Urgency): number {
    if (urgency === 'waiting') return this.counted.freeAt(this.rates.all);
    return Math.max(this.bulkHeldUntil, this.counted.freeAt(this.rates.bulk));
  }

  private record(lane: Lane, kind: RequestKind, now: number): Counted {
    lane.record(kind, now);
    return this.counted.start(now);
  }

  private queue(request: GateRequest, lane: Lane, giveUpAt: number | undefined): Promise<Counted> {
    const { urgency } = request;
    return new Promise((start, reject) => {
      const ticket: Ticket = { kind: request.kind, start, reject };
      if (giveUpAt !== undefined) this.giveUpLater(ticket, lane, urgency, giveUpAt);
      lane.queues[urgency].push(ticket);
      this.queued[urgency].add(lane);
      this.dispatch();
    });
  }

  private giveUpLater(ticket: Ticket, lane: Lane, urgency: Urgency, at: number): void {
    const { start, reject } = ticket;
    const cancel = this.time.setTimer(
      () => {
        lane.queues[urgency].splice(lane.queues[urgency].indexOf(ticket), 1);
        if (lane.queues[urgency].length === 0) this.queued[urgency].delete(lane);
        reject(new GateBusy());
      },
      Math.max(0, at - this.time.now()),
    );
    ticket.start = (counted) => {
      cancel();
      start(counted);
    };
    ticket.reject = (error) => {
      cancel();
      reject(error);
    };
  }

  /** Starts all whose turn it is, those who wait first, and wakes up for the next. */
  private dispatch(): void {
    this.cancelWake?.();
    this.cancelWake = undefined;
    const now = this.time.now();
    const next = Math.min(...URGENCIES.map((urgency) => this.startDue(urgency, now)));
    if (next < Infinity)
      this.cancelWake = this.time.setTimer(() => this.dispatch(), Math.max(1, Math.ceil(next - now)));
  }

  /** @returns when the next one may start; Infinity when nothing waits. */
  private startDue(urgency: Urgency, now: number): number {
    let next = Infinity;
    for (const lane of this.queued[urgency]) {
      const free = this.freeAt(urgency);
      if (free > now) return free;
      const at = this.startNext(lane, urgency, now);
      next = Math.min(next, at ?? Infinity);
    }
    return next;
  }

  /** A lane that had its turn goes to the end. @returns when the lane is free, if it is not free now. */
  private startNext(lane: Lane, urgency: Urgency, now: number): number | undefined {
    const queue = lane.queues[urgency];
    const [ticket] = queue;
    const free = ticket ? lane.freeAt(ticket.kind) : now;
    if (free > now) return free;
    queue.shift();
    this.queued[urgency].delete(lane);
    if (queue.length > 0) this.queued[urgency].add(lane);
    ticket?.start(this.record(lane, ticket.kind, now));
    return undefined;
  }
}

import type { LocalEvent } from './api';

/** An event before it has its number. */
export type NewEvent = LocalEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'seq'>
    : never
  : never;

/** Tells everybody who listens what happened, in order. */
export class EventBus {
  private seq = 0;
  private readonly listeners = new Set<(event: LocalEvent) => void>();

  emit(event: NewEvent): void {
    this.seq += 1;
    const numbered: LocalEvent = { seq: this.seq, ...event };
    for (const listener of [...this.listeners]) listener(numbered);
  }

  /** Returns what ends the subscription. */
  subscribe(listener: (event: LocalEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get hasListeners(): boolean {
    return this.listeners.size > 0;
  }
}

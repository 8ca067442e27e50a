import type { Clock } from '../../src/clock';

/** The product's clock, moved by the test. It stands on a Wednesday morning, outside any bank holiday. */
export class FakeClock implements Clock {
  private time = Date.parse('2026-11-18T10:00:00Z');

  now(): Date {
    return new Date(this.time);
  }

  advance(ms: number): void {
    this.time += ms;
  }
}

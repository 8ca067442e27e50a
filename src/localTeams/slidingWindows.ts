import { APP_RATES, type Rate } from './limits';
import { refuse } from './refusal';

/** One sliding window over several rates. */
class Window {
  private times: number[] = [];

  constructor(private readonly rates: readonly Rate[]) {}

  /** Milliseconds until a request fits; 0 when it fits now. */
  wait(now: number): number {
    return Math.max(0, ...this.rates.map((rate) => this.waitFor(rate, now)));
  }

  take(now: number): void {
    const longest = Math.max(...this.rates.map((rate) => rate.seconds)) * 1000;
    const oldest = this.times[0];
    if (oldest !== undefined && oldest <= now - longest) {
      this.times = this.times.filter((time) => time > now - longest);
    }
    this.times.push(now);
  }

  private waitFor(rate: Rate, now: number): number {
    const oldestThatCounts = this.times[this.times.length - rate.most];
    if (oldestThatCounts === undefined) return 0;
    return oldestThatCounts + rate.seconds * 1000 - now;
  }
}

/** Teams' rates: one window for the app, and one for each conversation and kind of request. */
export class SlidingWindows {
  private readonly app = new Window(APP_RATES);
  private readonly windows = new Map<string, Window>();

  constructor(private readonly now: () => number) {}

  /** Counts a request, or throws 429 with the seconds to wait. A refused request does not count. */
  take(name: string, rates: readonly Rate[]): void {
    const window = this.windows.get(name) ?? new Window(rates);
    this.windows.set(name, window);
    const now = this.now();
    const wait = Math.max(this.app.wait(now), window.wait(now));
    if (wait > 0) throw refuse.throttled(Math.ceil(wait / 1000));
    this.app.take(now);
    window.take(now);
  }
}

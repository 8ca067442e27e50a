import type { SinonFakeTimers } from 'sinon';
import { useFakeTimers } from 'sinon';
import type { GateOptions } from '../../src/bot/gate';
import { Gate } from '../../src/bot/gate';
import type { GateRequest } from '../../src/bot/gateRequest';
import { machineTime } from '../../src/bot/gateTime';

/** A request in which only what matters to the test is said. */
export function request(changes: Partial<GateRequest> = {}): GateRequest {
  return { conversation: 'a:one', kind: 'send', urgency: 'waiting', ...changes };
}

/** An error as the connector's client throws it. */
export function refusal(statusCode: number, code = 'SomeCode', retryAfter?: number): Error {
  const headers = { get: (name: string) => (name === 'retry-after' ? retryAfter?.toString() : undefined) };
  return Object.assign(new Error('refused'), { name: 'RestError', statusCode, code, response: { headers } });
}

/** A gate on a clock that the test moves, and when each request started, in milliseconds. */
export class GateClock {
  readonly clock: SinonFakeTimers = useFakeTimers();
  readonly gate: Gate;
  readonly started: { readonly name: string; readonly at: number }[] = [];

  constructor(options: Partial<GateOptions> = {}) {
    this.gate = new Gate({ time: { ...machineTime, random: () => 1 }, ...options });
  }

  /** Sends something that succeeds at once; a refusal of the gate is left to `outcome`. */
  send(name: string, changes: Partial<GateRequest> = {}): Promise<string> {
    return this.attempt(name, () => Promise.resolve(name), changes);
  }

  /** Sends something that is answered after so many milliseconds. */
  sendSlowly(name: string, ms: number, changes: Partial<GateRequest> = {}): Promise<string> {
    const late = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve(name), ms));
    return this.attempt(name, late, changes);
  }

  /** Sends with what Teams answers; each element of `answers` is one try's refusal, then it succeeds. */
  refused(name: string, answers: readonly Error[], changes: Partial<GateRequest> = {}): Promise<string> {
    const left = [...answers];
    const answer = (): Promise<string> => {
      const error = left.shift();
      return error === undefined ? Promise.resolve(name) : Promise.reject(error);
    };
    return this.attempt(name, answer, changes);
  }

  /** When the requests of this name started. */
  startsOf(name: string): number[] {
    return this.started.filter((start) => start.name === name).map(({ at }) => at);
  }

  /** The names in the order in which they started. */
  get order(): string[] {
    return this.started.map(({ name }) => name);
  }

  /** The most that started within any `spanMs`. */
  mostWithin(spanMs: number): number {
    const within = this.started.map(
      ({ at: from }) => this.started.filter(({ at }) => at >= from && at < from + spanMs).length,
    );
    return Math.max(0, ...within);
  }

  stop(): void {
    this.gate.close();
    this.clock.restore();
  }

  private attempt(
    name: string,
    answer: () => Promise<string>,
    changes: Partial<GateRequest>,
  ): Promise<string> {
    const work = (): Promise<string> => {
      this.started.push({ name, at: this.clock.now });
      return answer();
    };
    const result = this.gate.run(request(changes), work);
    result.catch(() => undefined);
    return result;
  }
}

/** What became of it: the value, or the error's code. */
export function outcome(result: Promise<unknown>): Promise<unknown> {
  return result.catch((error: { code?: string }) => error.code);
}

import type { TryResult } from '../campaign/recipient';

/**
 * So many people in a row whom Teams did not take: the service is down, and not one person's chat. The gate has tried
 * each of them three times by then; where one try in twenty fails by chance it would come once in many lifetimes.
 */
export const FAILURES_IN_A_ROW = 5;

/** Whether Teams answers at all, as far as the tries of one delivery show. */
export class ServiceWatch {
  isDown = false;
  private failures = 0;
  private heard: () => void = () => undefined;
  private readonly firstResult = new Promise<void>((resolve) => (this.heard = resolve));

  /** @param probing Teams did not answer before: the first try alone decides */
  constructor(private probing: boolean) {}

  /** @returns whether the result says something about this person; otherwise it says only that Teams is down. */
  note(result: TryResult): boolean {
    const noAnswer = result.outcome === 'unavailable' && result.code !== 'Fault';
    this.failures = noAnswer ? this.failures + 1 : 0;
    if (noAnswer && (this.probing || this.failures >= FAILURES_IN_A_ROW)) this.isDown = true;
    if (!noAnswer) this.probing = false;
    this.heard();
    return !noAnswer || !this.isDown;
  }

  /** A try that ended without a result, as when storage is away: whoever waits for the first one waits no longer. */
  noteNoResult(): void {
    this.heard();
  }

  /** Waits, when the first try decides, for its result. @returns whether Teams has just come back */
  async decided(): Promise<boolean> {
    if (!this.probing) return false;
    await this.firstResult;
    return !this.probing;
  }
}

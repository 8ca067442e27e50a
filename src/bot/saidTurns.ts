/** How many are remembered: a repeat comes within seconds. */
const REMEMBERED = 1_000;

/** Turns of which nothing is kept in storage, and all of which was said by this process. */
export class SaidTurns {
  private readonly keys = new Set<string>();

  add(key: string): void {
    this.keys.add(key);
    const [oldest] = this.keys;
    if (this.keys.size > REMEMBERED && oldest !== undefined) this.keys.delete(oldest);
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }
}

/** The usual constants of Adam (Kingma and Ba, 2015). */
const adam = { mean: 0.9, square: 0.999, least: 1e-8 } as const;

/**
 * A matrix of weights that learns by Adam, row by row: a row that no message of a batch touched stays as it is, so that
 * a step costs no more than what was touched.
 */
export class SlopedRows {
  private readonly weights: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  /** Row to its place among the slopes of the batch, or -1. */
  private readonly slots: Int32Array;
  private touched: number[] = [];
  private slopes = new Float32Array(0);
  private steps = 0;

  constructor(
    rows: number,
    private readonly width: number,
    first: (column: number) => number,
  ) {
    this.weights = Float32Array.from({ length: rows * width }, (_, at) => first(at % width));
    this.means = new Float32Array(rows * width);
    this.squares = new Float32Array(rows * width);
    this.slots = new Int32Array(rows).fill(-1);
  }

  /** Adds `value` × a row to `sums`. */
  addTo(sums: Float32Array, row: number, value: number): void {
    const { weights, width } = this;
    const start = row * width;
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + value * (weights[start + at] ?? 0);
  }

  dot(row: number, others: Float32Array): number {
    const start = row * this.width;
    let sum = 0;
    for (let at = 0; at < this.width; at += 1) sum += (this.weights[start + at] ?? 0) * (others[at] ?? 0);
    return sum;
  }

  /** Notes that a row gave `value` × its weights, and how wrong each of the sums was. */
  slope(row: number, value: number, errors: Float32Array): void {
    const start = this.slotOf(row) * this.width;
    const { slopes, width } = this;
    for (let at = 0; at < width; at += 1) {
      slopes[start + at] = (slopes[start + at] ?? 0) + value * (errors[at] ?? 0);
    }
  }

  /** Changes the touched rows against their slopes. */
  step(rate: number): void {
    this.steps += 1;
    const length = (rate * Math.sqrt(1 - adam.square ** this.steps)) / (1 - adam.mean ** this.steps);
    for (const [slot, row] of this.touched.entries()) {
      this.stepRow(row * this.width, slot * this.width, length);
      this.slots[row] = -1;
    }
    this.slopes.fill(0, 0, this.touched.length * this.width);
    this.touched = [];
  }

  /** The weights as whole numbers of one byte, each column with a step of its own. */
  pack(): { bytes: string; steps: number[] } {
    const highest = new Float64Array(this.width).fill(1e-9);
    for (const [at, weight] of this.weights.entries()) {
      const column = at % this.width;
      highest[column] = Math.max(highest[column] ?? 0, Math.abs(weight));
    }
    const steps = Array.from(highest, (each) => Number((each / 127).toPrecision(6)));
    const bytes = Int8Array.from(this.weights, (weight, at) =>
      Math.max(-127, Math.min(127, Math.round(weight / (steps[at % this.width] ?? 1)))),
    );
    return { bytes: Buffer.from(bytes.buffer).toString('base64'), steps };
  }

  private stepRow(row: number, slot: number, length: number): void {
    const { weights, means, squares, slopes } = this;
    for (let at = 0; at < this.width; at += 1) {
      const slope = slopes[slot + at] ?? 0;
      const mean = adam.mean * (means[row + at] ?? 0) + (1 - adam.mean) * slope;
      const square = adam.square * (squares[row + at] ?? 0) + (1 - adam.square) * slope * slope;
      means[row + at] = mean;
      squares[row + at] = square;
      weights[row + at] = (weights[row + at] ?? 0) - (length * mean) / (Math.sqrt(square) + adam.least);
    }
  }

  private slotOf(row: number): number {
    const known = this.slots[row] ?? -1;
    if (known >= 0) return known;
    const slot = this.touched.push(row) - 1;
    this.slots[row] = slot;
    const needed = (slot + 1) * this.width;
    if (needed > this.slopes.length) {
      const larger = new Float32Array(needed * 2);
      larger.set(this.slopes);
      this.slopes = larger;
    }
    return slot;
  }
}

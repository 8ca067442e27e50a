/** The value that `share` (0 to 1) of the figures do not exceed. @throws where there are none. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('There is nothing to take a percentile of.');
  return found;
}

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

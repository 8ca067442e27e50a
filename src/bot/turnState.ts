import type { z } from 'zod';

/** The features' memory in one conversation with one person: plain JSON, a slice for each feature. */
export class TurnState {
  /** @param slices what was loaded, by feature; changed in place by `set`. */
  constructor(private readonly slices: Record<string, unknown> = {}) {}

  /** The feature's slice, or undefined when there is none or it no longer fits the schema. */
  get<T>(feature: string, schema: z.ZodType<T>): T | undefined {
    const parsed = schema.safeParse(this.slices[feature]);
    return parsed.success ? parsed.data : undefined;
  }

  /** Replaces the feature's slice; undefined forgets it. The value must survive JSON. */
  set(feature: string, value: unknown): void {
    if (value === undefined) delete this.slices[feature];
    else this.slices[feature] = value;
  }

  toJSON(): Record<string, unknown> {
    return this.slices;
  }
}

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object; a property may be absent. */
export interface JsonObject {
  [name: string]: Json | undefined;
}

/** An Adaptive Card as JSON. */
export type Card = JsonObject;

/** Whether a value is a JSON object (no array, no null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a property, or an empty one. */
export function objectAt(value: Json | undefined, name: string): JsonObject {
  const inner = isObject(value) ? value[name] : undefined;
  return isObject(inner) ? inner : {};
}

/** The text at a property, or undefined when there is none. */
export function textAt(value: Json | undefined, name: string): string | undefined {
  const inner = isObject(value) ? value[name] : undefined;
  return typeof inner === 'string' ? inner : undefined;
}

/** The list at a property, or an empty one. */
export function listAt(value: Json | undefined, name: string): Json[] {
  const inner = isObject(value) ? value[name] : undefined;
  return Array.isArray(inner) ? inner : [];
}

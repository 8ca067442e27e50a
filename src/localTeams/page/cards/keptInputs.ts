import type { Card, Json } from '../../json';
import { isObject } from '../../json';
import type { Kept } from '../state/kept';

/** What was filled into a card and not sent, by input id. */
export type FilledIn = Record<string, string>;

/** Puts what was filled in before into a card, so that it survives a reload of the page. */
export function withFilledIn(card: Card, filled: FilledIn): Card {
  return Object.keys(filled).length === 0 ? card : (fill(card, filled) as Card);
}

function fill(part: Json | undefined, filled: FilledIn): Json | undefined {
  if (Array.isArray(part)) return part.map((inner) => fill(inner, filled) ?? null);
  if (!isObject(part)) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, fill(inner, filled)]));
  const { type, id } = part;
  const value = typeof id === 'string' ? filled[id] : undefined;
  return typeof type === 'string' && type.startsWith('Input.') && value !== undefined
    ? { ...copy, value }
    : copy;
}

/** What was filled into the card with this name. */
export function readFilledIn(kept: Kept, name: string): FilledIn {
  const text = kept.get(`card/${name}`);
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? onlyTexts(read) : {};
  } catch {
    return {}; // written by another version of the page: the card starts empty
  }
}

/** Remembers one input. */
export function keepInput(kept: Kept, name: string, id: string, value: string): void {
  kept.set(`card/${name}`, JSON.stringify({ ...readFilledIn(kept, name), [id]: value }));
}

/** Forgets all of a card, once it was sent. */
export function forgetInputs(kept: Kept, name: string): void {
  kept.set(`card/${name}`, '');
}

function onlyTexts(read: Record<string, unknown>): FilledIn {
  return Object.fromEntries(
    Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

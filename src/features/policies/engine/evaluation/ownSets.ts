import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readItems, type Item } from './readItems';

/** Labelled messages that the policy owner keeps beside the content. */
export interface OwnSet {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Messages of voices that no example was written by: they estimate how the bot does with staff whom it never met. */
export function heldBackSet(folder: string): OwnSet {
  const heldBack = join(folder, 'heldBack');
  const files = readdirSync(heldBack).filter((name) => name.endsWith('.jsonl'));
  return {
    name: 'Held-back voices',
    items: files.sort().flatMap((name) => itemsOf(join(heldBack, name))),
  };
}

/** The questions that the engine was developed with; easier than what staff type, so no estimate of anything. */
export function developmentSet(folder: string): OwnSet {
  return {
    name: 'Development set (not a measure of quality)',
    items: itemsOf(join(folder, 'development.jsonl')),
  };
}

function itemsOf(file: string): Item[] {
  const { items, problems } = readItems(readFileSync(file, 'utf8'));
  if (problems.length > 0) throw new Error(`${file}: ${problems.join('; ')}`);
  return items;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import { missingNames } from './bindings';

/** Teams shows this on a locked phone, so it says nothing about anybody. */
const NEUTRAL_SUMMARY = 'You have a message';
/** Teams' limit for a card that every client and connector takes, in bytes (Microsoft Learn, "Format your bot messages"). */
export const CARD_LIMIT_BYTES = 28 * 1024;
const CARDS = join(__dirname, '..', '..', 'adaptiveCards');

/** An Adaptive Card ready to be sent. */
export interface Card {
  readonly content: Record<string, unknown>;
  /** Neutral words for notifications. */
  readonly summary: string;
  /** What it was drawn from: `feature/card`. */
  readonly template?: string;
}

/** A card that could not be made: a template and its data do not fit together. */
export class CardError extends Error {}

/**
 * Draws adaptiveCards/<name>.json with its data.
 * @param name `feature/card`
 * @throws CardError naming every binding that has no value, or when the card is over 28 KB.
 */
export function render(name: string, data: object): Card {
  const content = expand(name, data);
  const size = Buffer.byteLength(JSON.stringify(content));
  if (size > CARD_LIMIT_BYTES)
    throw new CardError(`The card ${name} has ${size} bytes; Teams takes ${CARD_LIMIT_BYTES}.`);
  return { content, summary: NEUTRAL_SUMMARY, template: name };
}

/** The library calls one global function for each missing path; expanding is synchronous, so turns cannot mix. */
function expand(name: string, data: object): Record<string, unknown> {
  const { source, template } = read(name);
  const missing = missingNames(source, data);
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path: string) => {
    missing.push(path);
    return '';
  };
  const content = template.expand({ $root: data }) as Record<string, unknown>;
  if (missing.length > 0)
    throw new CardError(`The card ${name} has no value for: ${[...new Set(missing)].join(', ')}.`);
  return content;
}

interface ReadTemplate {
  readonly source: unknown;
  readonly template: Template;
}

const cache = new Map<string, ReadTemplate>();

function read(name: string): ReadTemplate {
  const known = cache.get(name);
  if (known) return known;
  const source: unknown = JSON.parse(readFileSync(join(CARDS, `${name}.json`), 'utf8'));
  const made = { source, template: new Template(source) };
  cache.set(name, made);
  return made;
}

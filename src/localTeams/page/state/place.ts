/** What one column shows of a person's phone: the chat with the bot, a channel, or a page of the app. */
export type Where =
  | { kind: 'chat' }
  | { kind: 'channel'; channel: string }
  | { kind: 'tab'; tab: string; subPage?: string };

/** A person and what is open on their phone. */
export interface Place {
  /** the person's key */
  person: string;
  where: Where;
}

/** What is open on the whole page. */
export interface Layout {
  view: 'one' | 'side';
  places: Place[];
  /** which of the places is in front when one is shown at a time */
  front: number;
}

/** The chat with the bot. */
export const CHAT: Where = { kind: 'chat' };

/** Writes a layout for the address, after the `#`. */
export function layoutToHash(layout: Layout): string {
  const params = new URLSearchParams({ view: layout.view, front: String(layout.front) });
  for (const place of layout.places) params.append('at', placeToText(place));
  return params.toString();
}

/** Reads a layout from the address; undefined when it says nothing of what is open. */
export function layoutFromHash(hash: string): Layout | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const places = params.getAll('at').flatMap((text) => placeFromText(text) ?? []);
  if (places.length === 0) return undefined;
  const front = Number(params.get('front') ?? 0);
  return {
    view: params.get('view') === 'one' ? 'one' : 'side',
    places,
    front: Number.isInteger(front) && front >= 0 && front < places.length ? front : 0,
  };
}

function placeToText({ person, where }: Place): string {
  const rest = where.kind === 'chat' ? [] : where.kind === 'channel' ? [where.channel] : tabParts(where);
  return [person, where.kind, ...rest].map(encodeURIComponent).join('/');
}

function tabParts(where: { tab: string; subPage?: string }): string[] {
  return where.subPage === undefined ? [where.tab] : [where.tab, where.subPage];
}

function placeFromText(text: string): Place | undefined {
  const [person, kind, first, second] = text.split('/').map(decoded);
  if (!person) return undefined;
  if (kind === 'channel' && first) return { person, where: { kind, channel: first } };
  if (kind === 'tab' && first)
    return { person, where: { kind, tab: first, ...(second ? { subPage: second } : {}) } };
  return { person, where: CHAT };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

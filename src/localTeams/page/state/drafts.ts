import type { Kept } from './kept';

/** What somebody has typed and not sent. */
export interface Draft {
  text: string;
  /** in a channel: the bot is mentioned */
  mention: boolean;
}

const EMPTY: Draft = { text: '', mention: false };

/** The draft with this name; an empty one when there is none. */
export function readDraft(kept: Kept, name: string): Draft {
  const text = kept.get(`draft/${name}`);
  if (text === undefined) return EMPTY;
  return { text: text.slice(1), mention: text.startsWith('@') };
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(kept: Kept, name: string, draft: Draft): void {
  const isEmpty = draft.text === '' && !draft.mention;
  kept.set(`draft/${name}`, isEmpty ? '' : (draft.mention ? '@' : ' ') + draft.text);
}

/** A mention that was typed out in full counts as one. */
export function withTypedMention(draft: Draft, botName: string): Draft {
  const typed = `@${botName}`.toLowerCase();
  const text = draft.text.trimStart();
  if (!text.toLowerCase().startsWith(typed)) return draft;
  return { text: text.slice(typed.length).trimStart(), mention: true };
}

/** The beginning of a mention at the end of what was typed: `@` and letters of the bot's name. */
export function startedMention(text: string, botName: string): string | undefined {
  const found = /(^|\s)@([\p{L} ]{0,40})$/u.exec(text);
  const letters = found?.[2];
  if (letters === undefined || !botName.toLowerCase().startsWith(letters.toLowerCase())) return undefined;
  return `@${letters}`;
}

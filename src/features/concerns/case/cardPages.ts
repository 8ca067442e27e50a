import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';

/** A button below a page. */
export interface PageAction {
  readonly verb: string;
  readonly title: string;
}

/** A part of a case with its heading. */
export interface Block {
  readonly title: string;
  readonly text: string;
}

/** Which page of a case, and what can be done from it. */
export interface PageChoice {
  readonly id: string;
  /** Counts from 0; past the end is the last. */
  readonly page: number;
  readonly actions: readonly PageAction[];
  /** Brings the other pages. */
  readonly openVerb: string;
  /** Where the same can be fetched as a file. */
  readonly link?: string;
}

/** A page's blocks take at most this many bytes of JSON; a card has 28 KB. */
const PAGE_BYTES = 14 * 1024;
/** What a block takes on the card beside its words: many short ones fill it too. */
const FRAME_BYTES = 300;
const BLOCK_CHARACTERS = 2_000;

/** One page of a long text about a case, in a dialog. */
export function pageOf(
  blocks: readonly Block[],
  { id, page, actions, openVerb, link = '' }: PageChoice,
): Card {
  const pages = paged(blocks);
  const at = Math.min(page, pages.length - 1);
  const last = at === pages.length - 1;
  return render('concerns/case', {
    case: id,
    blocks: pages[at] ?? [],
    pageWords: `Page ${at + 1} of ${pages.length}`,
    openVerb,
    hasPages: pages.length > 1,
    hasNext: !last,
    next: at + 1,
    hasFirst: at > 0,
    actions: [...actions],
    link,
    hasLink: link !== '',
  });
}

/** A long text in parts, none of which is cut inside a character. */
export function split(title: string, text: string): Block[] {
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / BLOCK_CHARACTERS));
  return Array.from({ length: count }, (_, part) => ({
    title: part === 0 ? title : `${title} (goes on)`,
    text: characters.slice(part * BLOCK_CHARACTERS, (part + 1) * BLOCK_CHARACTERS).join(''),
  }));
}

function paged(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  const state = { bytes: 0 };
  for (const block of blocks) {
    const size = Buffer.byteLength(JSON.stringify(block)) + FRAME_BYTES;
    if (state.bytes > 0 && state.bytes + size > PAGE_BYTES) {
      pages.push([]);
      state.bytes = 0;
    }
    pages.at(-1)?.push(block);
    state.bytes += size;
  }
  return pages;
}

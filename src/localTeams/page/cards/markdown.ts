import MarkdownIt from 'markdown-it';
import { citationMarks, mentionMarks } from './messageMarks';

/** Cards know bold, italics, lists and links, and no headings, as in Teams. */
const forCards = new MarkdownIt('zero', { html: false, breaks: true });
forCards.enable(['emphasis', 'link', 'list', 'newline', 'escape', 'entity']);

const forMessages = new MarkdownIt({ html: false, linkify: true, breaks: true });
forMessages.disable(['table', 'image', 'html_block', 'html_inline']);
forMessages.use(citationMarks).use(mentionMarks);

/** A card's text as HTML that is safe to show: HTML in the text stays text, and links carry no scripts. */
export function cardMarkdown(text: string): string {
  return forCards.render(text);
}

/**
 * A message's text as HTML that is safe to show. `[1]` becomes a marker button where `sources` has that number,
 * with the source's name for people who do not see the page.
 */
export function messageMarkdown(text: string, sources: ReadonlyMap<number, string>): string {
  return forMessages.render(text, { sources });
}

/** The words alone, for a list or a notification. */
export function plainMarkdown(text: string): string {
  const inline = forMessages.parseInline(text, {})[0]?.children ?? [];
  return inline
    .map((token) => (token.type.endsWith('break') ? ' ' : token.content))
    .join('')
    .replace(/\s*\[\d{1,2}\]/g, '') // the numbers of sources mean nothing without them
    .trim();
}

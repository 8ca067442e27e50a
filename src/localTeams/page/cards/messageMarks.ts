import type { MarkdownIt } from 'markdown-it';

const CITATION = /^\[(\d{1,2})\]/;
const MENTION = /^<at>([^<]{1,200})<\/at>/;

/** Draws `[1]` as a button where the message has a source of that number. */
export function citationMarks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'citation', (state, silent) => {
    const found = CITATION.exec(state.src.slice(state.pos, state.pos + 4));
    const sources = (state.env as { sources?: ReadonlyMap<number, string> }).sources;
    const name = found && sources?.get(Number(found[1]));
    if (!found || name === undefined) return false;
    if (!silent) state.push('citation', '', 0).meta = { position: Number(found[1]), name };
    state.pos += found[0].length;
    return true;
  });
  md.renderer.rules['citation'] = (tokens, at) => {
    const { position, name } = tokens[at]!.meta as { position: number; name: string };
    const label = md.utils.escapeHtml(`Source ${position}: ${name}`);
    return `<button type="button" class="cite" data-cite="${position}" aria-label="${label}">${position}</button>`;
  };
}

/** Draws `<at>Policy bot</at>` as Teams draws a mention. */
export function mentionMarks(md: MarkdownIt): void {
  md.inline.ruler.before('html_inline', 'mention', (state, silent) => {
    const found = MENTION.exec(state.src.slice(state.pos, state.pos + 220));
    if (!found) return false;
    if (!silent) state.push('mention', '', 0).content = found[1] ?? '';
    state.pos += found[0].length;
    return true;
  });
  md.renderer.rules['mention'] = (tokens, at) =>
    `<span class="mention">${md.utils.escapeHtml(tokens[at]?.content ?? '')}</span>`;
}

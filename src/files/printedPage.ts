import { Html, markup } from './markup';

/** For the screen and for paper: a heading of a table is printed again on every sheet, and no row is torn apart. */
export const PRINTED_STYLE =
  'body{font:1rem/1.45 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:1.5rem auto;padding:0 1rem}' +
  'h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.25rem}' +
  'caption{text-align:left;font-weight:700;padding:.4rem 0}' +
  'th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top}' +
  'thead th{background:#eee}code{overflow-wrap:anywhere}.sign td{height:2.6rem}' +
  '.sign{table-layout:fixed}.sign thead th:nth-child(3){width:15%}' +
  '@page{margin:15mm}@media print{body{max-width:none;margin:0;padding:0;font-size:10pt}' +
  'thead{display:table-header-group}tr{break-inside:avoid}h2,caption{break-after:avoid}}';

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';

/** @param title shown by the browser's tab and as the heading */
export function pageStart(title: string): Html {
  const head = new Html(`${HEAD}<style>${PRINTED_STYLE}</style>`);
  return markup`<!doctype html><html lang="en-GB"><head>${head}<title>${title}</title></head><body><main><h1>${title}</h1>\n`;
}

export const PAGE_END = new Html('</main></body></html>\n');

/** A table with a caption that says what it is, and headings that a screen reader reads with each cell. */
export function tableStart(caption: string, columns: readonly string[], className = ''): Html {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  return markup`<table class="${className}"><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>\n`;
}

/** @param cells the first one names the row; where it is empty, somebody writes in the line */
export function tableRow([first = '', ...cells]: readonly string[]): Html {
  const name = first === '' ? markup`<td></td>` : markup`<th scope="row">${first}</th>`;
  return markup`<tr>${name}${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
}

export const TABLE_END = new Html('</tbody></table>\n');

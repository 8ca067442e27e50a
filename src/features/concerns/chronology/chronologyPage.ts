import { markup } from '../../../files/markup';
import { PAGE_END, pageStart, TABLE_END, tableRow, tableStart } from '../../../files/printedPage';
import type { Chronology } from './chronology';
import { HOW_TO_READ } from './chronology';

/** A chronology for the screen and for paper, piece by piece. */
export function* chronologyPage({ reference, summary, what, steps }: Chronology): Generator<string> {
  yield pageStart(`Chronology of report ${reference}`).text;
  yield markup`<p>${HOW_TO_READ}</p><ul>${summary.map((line) => markup`<li>${line}</li>`)}</ul>`.text;
  yield markup`<h2>What happened</h2>${paragraphs(what)}`.text;
  yield tableStart('What was done', ['When', 'What', 'In words']).text;
  for (const step of steps) yield tableRow([step.at, step.what, step.words]).text;
  yield TABLE_END.text;
  yield PAGE_END.text;
}

const paragraphs = (text: string) => text.split(/\n+/).map((line) => markup`<p>${line}</p>`);

import { BYTE_ORDER_MARK, csvLine } from '../../../files/csv';
import { countInWords } from './safeCounts';
import type { Trends } from './trends';

/** The report for a spreadsheet: the same numbers as on the card, and none besides. */
export function reportLines({ total, tables }: Trends, from: string, to: string): string[] {
  return [
    BYTE_ORDER_MARK + csvLine(['Table', 'Line', 'Reports']),
    csvLine(['All', `Received from ${from} to ${to}`, countInWords(total)]),
    ...tables.flatMap(({ title, lines }) =>
      lines.map(({ label, count }) => csvLine([title, label, countInWords(count)])),
    ),
  ];
}

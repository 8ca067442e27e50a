import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { dayInWords } from '../clocks/workingDays';
import type { SafeCount } from './safeCounts';
import { countInWords } from './safeCounts';
import type { Trends } from './trends';

/** What a report is about, and where its table is fetched. */
export interface ReportFrame {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  readonly link: string;
}

/** The complaints lead's report, with a bar beside every number that is told. */
export function reportCard({ total, tables }: Trends, { from, to, link }: ReportFrame): Card {
  const longest = Math.max(1, ...tables.flatMap(({ lines }) => lines.map(({ count }) => lengthOf(count))));
  return render('concerns/trends', {
    period: `Received from ${dayInWords(from)} to ${dayInWords(to)}`,
    total: countInWords(total),
    link,
    tables: tables.map(({ title, lines }) => ({
      title,
      few: lines
        .filter(({ count }) => count === 'few')
        .map(({ label }) => label)
        .join('; '),
      hasFew: lines.some(({ count }) => count === 'few'),
      lines: toldLines(lines).map(({ label, count }) => ({
        ...{ label, count: countInWords(count), hasBar: lengthOf(count) > 0 },
        ...{ bar: Math.max(1, lengthOf(count)), rest: longest - lengthOf(count) },
      })),
    })),
  });
}

/** Small numbers share one line, so that the others are seen. */
const toldLines = (lines: Trends['tables'][number]['lines']) => lines.filter(({ count }) => count !== 'few');

/** A number that is not told has no bar: its length would tell it. */
const lengthOf = (count: SafeCount): number => (typeof count === 'number' ? count : 0);

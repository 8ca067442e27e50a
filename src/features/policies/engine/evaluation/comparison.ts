import { figures, type Figure, type Judged } from './figures';
import type { ResultLine } from './resultLine';

/** A message that is answered otherwise than before. */
export interface Change {
  readonly text: string;
  /** In short: "answer P5.9 no". */
  readonly was: string;
  readonly is: string;
}

/** The messages whose outcome, first clause, verdict or alarm changed. Both lists hold the same items in one order. */
export function changesBetween(before: readonly Judged[], after: readonly Judged[]): Change[] {
  return after.flatMap(({ item, result }, index) => {
    const earlier = before[index];
    if (!earlier) return [];
    const [was, is] = [inShort(earlier.result), inShort(result)];
    return was === is ? [] : [{ text: item.text, was, is }];
  });
}

/** The figures side by side, as they are printed. */
export function comparisonTable(before: readonly Judged[], after: readonly Judged[]): string {
  const earlier = new Map(figures(before).map((figure) => [figure.name, figure]));
  const rows = figures(after).map((figure) => {
    const was = earlier.get(figure.name);
    return `${figure.name.padEnd(26)}${(was ? percent(was) : '').padStart(9)}${percent(figure).padStart(9)}${`of ${figure.of}`.padStart(9)}`;
  });
  return [`${'figure'.padEnd(26)}${'before'.padStart(9)}${'after'.padStart(9)}`, ...rows].join('\n');
}

function inShort({ outcome, clauses, verdict, command, urgent }: ResultLine): string {
  const what = { answer: `${clauses[0]} ${verdict ?? 'open'}`, command: `${command}` };
  const detail = outcome === 'answer' || outcome === 'command' ? ` ${what[outcome]}` : '';
  return `${outcome}${detail}${urgent ? ', urgent' : ''}`;
}

function percent({ hits, of }: Figure): string {
  return `${((hits / of) * 100).toFixed(1)} %`;
}

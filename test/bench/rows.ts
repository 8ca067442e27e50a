/** One line of the result: a figure, and the limit that it must keep where there is one. */
export interface Row {
  readonly row: string;
  readonly figure: number;
  readonly unit: string;
  /** The largest figure that is allowed; undefined where the figure is only told. */
  readonly limit?: number | undefined;
  /** The smallest figure that is allowed. */
  readonly atLeast?: number | undefined;
}

/** Whether a figure keeps its limits; true where there are none. */
export function keeps({ figure, limit, atLeast }: Row): boolean {
  return (limit === undefined || figure <= limit) && (atLeast === undefined || figure >= atLeast);
}

/** The rows as a table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.row,
    `${shown(row.figure)} ${row.unit}`.trim(),
    limitOf(row),
    limitOf(row) === '' ? '' : keeps(row) ? 'ok' : 'MISSED',
  ]);
  const lines = [['row', 'figure', 'limit', ''], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map(([row = '', figure = '', limit = '', ok = '']) =>
    [row.padEnd(widths[0] ?? 0), figure.padStart(widths[1] ?? 0), limit.padStart(widths[2] ?? 0), ok]
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, 6));
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

function limitOf({ limit, atLeast, unit }: Row): string {
  if (atLeast !== undefined) return `at least ${shown(atLeast)} ${unit}`.trim();
  return limit === undefined ? '' : `${shown(limit)} ${unit}`.trim();
}

/** Whole numbers from a hundred on, one decimal place from ten on, two below. */
function shown(figure: number): string {
  if (Number.isInteger(figure)) return String(figure);
  return figure.toFixed(figure >= 100 ? 0 : figure >= 10 ? 1 : 2);
}

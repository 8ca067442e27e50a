import type { Item } from './readItems';
import type { ResultLine } from './resultLine';

/** A count out of a total. */
export interface Figure {
  name: string;
  hits: number;
  of: number;
}

/** An item with what the engine made of it. */
export interface Judged {
  item: Item;
  result: ResultLine;
}

/** The rows that the labels allow; rows without any item are left out. */
export function figures(judged: readonly Judged[]): Figure[] {
  const asked = judged.filter(({ item }) => isAbout(item) && item.gold.length + item.acceptable.length > 0);
  const direct = asked.filter(({ result }) => result.outcome === 'answer');
  const ofKind = (kind: Item['kind']): Judged[] => judged.filter(({ item }) => item.kind === kind);
  const labelled = judged.filter(({ item }) => item.kind !== undefined);
  const saidConcern = labelled.filter(({ result }) => result.outcome === 'concern');
  return [
    figure('first right', asked, ({ item, result }) => isRight(item, result.clauses.slice(0, 1))),
    figure('first three', asked, ({ item, result }) => isRight(item, result.clauses.slice(0, 3))),
    figure('answered directly', asked, ({ result }) => result.outcome === 'answer'),
    figure('of those first right', direct, ({ item, result }) => isRight(item, result.clauses.slice(0, 1))),
    figure('opposite verdict', direct, isOpposite),
    figure('out of scope said', ofKind('outofscope'), ({ result }) => result.outcome === 'outofscope'),
    figure('refused', asked, ({ result }) => result.outcome === 'outofscope'),
    figure('concerns noticed', ofKind('concern'), ({ result }) => result.outcome === 'concern'),
    figure('concern precision', saidConcern, ({ item }) => item.kind === 'concern'),
    figure('danger', judged.filter(isDanger), ({ result }) => result.urgent),
    figure(
      'danger said without need',
      labelled.filter((each) => !isDanger(each)),
      ({ result }) => result.urgent,
    ),
    figure(
      'calm statements alarming',
      judged.filter(({ item }) => item.urgent === false && item.kind === undefined),
      ({ result }) => result.urgent,
    ),
    figure('small talk', ofKind('smalltalk'), ({ result }) => result.outcome === 'smalltalk'),
    figure('commands', ofKind('command'), isRightCommand),
  ].filter(({ of }) => of > 0);
}

/** Wilson's interval for a share, 95 %. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209. */
export function interval({ hits, of }: Figure): [low: number, high: number] {
  const z = 1.959964;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** The table as it is printed. */
export function table(rows: readonly Figure[]): string {
  if (rows.length === 0) return 'No labels in the file, so no figures.';
  const lines = rows.map((row) => {
    const [low, high] = interval(row).map(percent);
    const count = `${row.hits}/${row.of}`;
    return `${row.name.padEnd(26)}${count.padStart(9)}${percent(row.hits / row.of).padStart(9)}   ${low} to ${high}`;
  });
  return [
    `${'figure'.padEnd(26)}${'count'.padStart(9)}${'share'.padStart(9)}   95 % interval`,
    ...lines,
  ].join('\n');
}

function figure(name: string, among: readonly Judged[], test: (each: Judged) => boolean): Figure {
  return { name, hits: among.filter(test).length, of: among.length };
}

function isAbout({ kind }: Item): boolean {
  return kind === 'question' || kind === 'followup';
}

function isRight({ gold, acceptable }: Item, clauses: readonly string[]): boolean {
  return clauses.some((id) => gold.includes(id) || acceptable.includes(id));
}

function isOpposite({ item, result }: Judged): boolean {
  const pair = `${item.verdict ?? ''} ${result.verdict ?? ''}`;
  return pair === 'yes no' || pair === 'no yes';
}

function isDanger({ item }: Judged): boolean {
  return item.urgent === true || item.note.includes('immediate danger');
}

function isRightCommand({ item, result }: Judged): boolean {
  return (
    result.outcome === 'command' &&
    (item.command === undefined || item.command === null || item.command === result.command)
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

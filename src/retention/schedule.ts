import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'luxon';
import { z } from 'zod';

const period = z.string().refine((text) => {
  const read = Duration.fromISO(text);
  return read.isValid && read.as('days') >= 1;
}, 'an ISO 8601 duration of a day or more, such as P6Y or P30D');

const common = {
  /** The table or container, as the code names it. */
  store: z.string().min(1),
  kind: z.enum(['table', 'container']).default('table'),
  /** Rows of one group can be held together. */
  group: z.enum(['acknowledgements']).optional(),
  /** In words, for whoever sets the periods. */
  holds: z.string().min(1),
};
const erasers = z.enum(['people', 'acknowledgements', 'cases']);
const rowSchema = z.discriminatedUnion('rule', [
  /** A row goes when nobody wrote it for so long. */
  z.strictObject({ ...common, rule: z.literal('unwritten'), period }),
  /** A record goes so long after it ended, in its store's own way. */
  z.strictObject({ ...common, rule: z.literal('erased'), by: erasers, period, from: z.string().min(1) }),
  /** It goes with another store. */
  z.strictObject({ ...common, rule: z.literal('with'), by: erasers }),
  z.strictObject({ ...common, rule: z.literal('stays'), why: z.string().min(1) }),
]);

/** What becomes of one table or container. */
export type ScheduleRow = z.infer<typeof rowSchema>;
export type EraserName = z.infer<typeof erasers>;
export type HeldGroup = NonNullable<ScheduleRow['group']>;

const scheduleSchema = z.array(rowSchema).superRefine((rows, context) => {
  const [stores, named] = [rows.map(({ store }) => store), new Set<string>()];
  for (const store of stores.filter((each, at) => stores.indexOf(each) !== at))
    context.addIssue({ code: 'custom', message: `${store} is listed twice` });
  for (const row of rows) if (row.rule === 'erased') named.add(row.by);
  for (const row of rows)
    if (row.rule === 'with' && !named.has(row.by))
      context.addIssue({ code: 'custom', message: `${row.store} goes with ${row.by}, which has no period` });
});

/**
 * How long each store keeps what it holds; the council sets the periods.
 * @throws an Error that names the file and every row that is wrong
 */
export function loadSchedule(
  path: string = join(__dirname, 'content', 'schedule.json'),
): readonly ScheduleRow[] {
  const parsed = scheduleSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

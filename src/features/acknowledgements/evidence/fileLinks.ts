import { z } from 'zod';
import type { Clock } from '../../../clock';
import type { Jobs } from '../../../jobs/jobs';
import { OneUseLinks, oneUseLinkSchema } from '../../../jobs/oneUseLinks';
import type { Storage } from '../../../storage/storage';

const LINK_ENDS = 'acknowledgements.fileLinkEnds';

const fileSchema = z.object({
  personId: z.string(),
  personName: z.string(),
  kind: z.enum(['table', 'records', 'inspection', 'sheet', 'emptySheet']),
  /** What a page about a team is about; a calendar day in London. */
  teamId: z.string().optional(),
  day: z.string().optional(),
});
/** Who may fetch which file, once. */
export type FileLink = z.infer<typeof fileSchema>;
export type FileKind = FileLink['kind'];
export type FileLinks = OneUseLinks<FileLink>;

/** The links by which files are fetched. */
export function createFileLinks(parts: {
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
}): FileLinks {
  return new OneUseLinks(parts, LINK_ENDS, parts.storage.table('filelinks', oneUseLinkSchema(fileSchema)));
}

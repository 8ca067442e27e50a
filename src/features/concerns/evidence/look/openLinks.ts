import { z } from 'zod';
import { OneUseLinks, oneUseLinkSchema } from '../../../../jobs/oneUseLinks';
import type { ConcernsDeps } from '../../deps';
import { copySchema } from '../caseFile';

const OPEN_ENDS = 'concerns.fileLinkEnds';

const openingSchema = z.object({
  caseId: z.string(),
  fileId: z.string(),
  copy: copySchema,
  personId: z.string(),
  personName: z.string(),
});
/** Leave for one handler to open one copy of one file, once. */
export type OpenLink = z.infer<typeof openingSchema>;
export type OpenLinks = OneUseLinks<OpenLink>;

/** The links by which handlers open files. */
export function createOpenLinks(deps: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>): OpenLinks {
  const rows = deps.storage.table('concernFileLinks', oneUseLinkSchema(openingSchema));
  return new OneUseLinks(deps, OPEN_ENDS, rows);
}

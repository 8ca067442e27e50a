import { z } from 'zod';
import { OneUseLinks, oneUseLinkSchema } from '../../../jobs/oneUseLinks';
import type { ConcernsDeps } from '../deps';

const REPORT_LINK_ENDS = 'concerns.reportLinkEnds';
const readerSchema = z.object({ personId: z.string() });

/** Leave for the complaints lead to fetch the report, once. */
export type ReportLinks = OneUseLinks<z.infer<typeof readerSchema>>;

/** The links by which the report is fetched. */
export function createReportLinks(deps: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>): ReportLinks {
  const rows = deps.storage.table('concernReportLinks', oneUseLinkSchema(readerSchema));
  return new OneUseLinks(deps, REPORT_LINK_ENDS, rows);
}

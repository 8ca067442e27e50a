import { z } from 'zod';
import { OneUseLinks, oneUseLinkSchema } from '../../jobs/oneUseLinks';
import type { ConcernsDeps } from './deps';

const FILE_LINK_ENDS = 'concerns.reportLinkEnds';
/** With a case its chronology, without one the counts of the complaints lead. */
const readerSchema = z.object({ personId: z.string(), caseId: z.string().optional() });

/** Leave for one person to fetch a file, once. */
export type FileLinks = OneUseLinks<z.infer<typeof readerSchema>>;

/** The links by which the files about cases are fetched. */
export function createFileLinks(deps: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>): FileLinks {
  const rows = deps.storage.table('concernReportLinks', oneUseLinkSchema(readerSchema));
  return new OneUseLinks(deps, FILE_LINK_ENDS, rows);
}

/** The address of a new link. */
export const addressOf = async (
  links: FileLinks,
  baseUrl: string,
  about: z.infer<typeof readerSchema>,
): Promise<string> => `${baseUrl}/records/${await links.make(about)}`;

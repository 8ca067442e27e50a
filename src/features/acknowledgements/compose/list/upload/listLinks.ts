import { z } from 'zod';
import type { Clock } from '../../../../../clock';
import type { Jobs } from '../../../../../jobs/jobs';
import { OneUseLinks, oneUseLinkSchema } from '../../../../../jobs/oneUseLinks';
import type { Storage } from '../../../../../storage/storage';

const LINK_ENDS = 'acknowledgements.listLinkEnds';
/** Time to save a workbook in another form and come back. */
const MINUTES = 30;

const draftSchema = z.object({ managerId: z.string(), draftId: z.string() });
/** Leave to give one draft the addresses of a file, for one page that its manager opened. */
export type ListLinks = OneUseLinks<z.infer<typeof draftSchema>>;

/** The links of the page on which a file of addresses is chosen. */
export function createListLinks(parts: {
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
}): ListLinks {
  const rows = parts.storage.table('requestlistlinks', oneUseLinkSchema(draftSchema));
  return new OneUseLinks(parts, LINK_ENDS, rows, { minutes: MINUTES });
}

import { z } from 'zod';

/** Whom a report concerns of those who might handle it. Left out where nobody was picked. */
export const involvedFields = {
  /** Entra object ids: whoever is named here must not learn that the case exists. */
  involved: z.array(z.string()).optional(),
  /** The reporter says that somebody who might handle it is involved, and did not find them on the list. */
  involvedUnlisted: z.boolean().optional(),
};

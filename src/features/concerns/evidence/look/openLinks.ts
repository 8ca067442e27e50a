import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JobResult } from '../../../../jobs/jobs';
import { spread } from '../../../../storage/keys';
import type { Table } from '../../../../storage/table';
import type { Handler } from '../../case/case';
import type { ConcernsDeps } from '../../deps';
import { copySchema } from '../caseFile';
import { hashOf } from '../upload/uploadLinks';

export const OPEN_ENDS = 'concerns.fileLinkEnds';
const LINK_MINUTES = 15;
const SECRET_BYTES = 32;

const openLinkSchema = z.object({
  caseId: z.string(),
  fileId: z.string(),
  copy: copySchema,
  personId: z.string(),
  personName: z.string(),
  endsAt: z.string(),
  /** Which opening has it; empty as long as it was not opened. */
  openedBy: z.string(),
});
/** Leave for one handler to open one copy of one file, once. */
export type OpenLink = z.infer<typeof openLinkSchema>;

/** The links by which handlers open files: unguessable, for one person, once, and not for long. */
export class OpenLinks {
  private readonly rows: Table<OpenLink>;

  constructor(private readonly deps: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>) {
    this.rows = deps.storage.table('concernFileLinks', openLinkSchema);
  }

  /** @returns the token, of which storage keeps the hash alone. */
  async make(by: Handler, what: Pick<OpenLink, 'caseId' | 'fileId' | 'copy'>): Promise<string> {
    const token = randomBytes(SECRET_BYTES).toString('base64url');
    const endsAt = new Date(this.deps.clock.now().getTime() + LINK_MINUTES * 60_000);
    await this.deps.jobs.schedule(OPEN_ENDS, hashOf(token), endsAt);
    await this.rows.put(spread(hashOf(token)), hashOf(token), {
      ...what,
      ...{ personId: by.id, personName: by.name, endsAt: endsAt.toISOString(), openedBy: '' },
    });
    return token;
  }

  /** @returns undefined when there is none, or no more. */
  async find(token: string): Promise<OpenLink | undefined> {
    const link = (await this.rows.get(spread(hashOf(token)), hashOf(token)))?.value;
    return link && this.isOpen(link) ? link : undefined;
  }

  /** @returns whether this opening has it: of several at once one does. */
  async take(token: string): Promise<boolean> {
    const openedBy = randomBytes(SECRET_BYTES).toString('base64url');
    const now = await this.rows.change(spread(hashOf(token)), hashOf(token), (link) =>
      link && this.isOpen(link) ? { ...link, openedBy } : undefined,
    );
    return now?.openedBy === openedBy;
  }

  /** The job that clears a link away. @param key the token's hash */
  async clear(key: string): Promise<JobResult> {
    await this.rows.remove(spread(key), key);
    return 'done';
  }

  private isOpen({ endsAt, openedBy }: OpenLink): boolean {
    return openedBy === '' && this.deps.clock.now().toISOString() < endsAt;
  }
}

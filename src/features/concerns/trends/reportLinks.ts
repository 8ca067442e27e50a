import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JobResult } from '../../../jobs/jobs';
import { spread } from '../../../storage/keys';
import type { Table } from '../../../storage/table';
import type { ConcernsDeps } from '../deps';

export const REPORT_LINK_ENDS = 'concerns.reportLinkEnds';
const LINK_MINUTES = 15;
const TOKEN_BYTES = 32;

const linkSchema = z.object({ personId: z.string(), endsAt: z.string(), taken: z.boolean() });
type ReportLink = z.infer<typeof linkSchema>;

/** Storage holds the token's hash alone. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The links by which the report is fetched: unguessable, for one person, once, and not for long. */
export class ReportLinks {
  private readonly rows: Table<ReportLink>;

  constructor(private readonly deps: Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock'>) {
    this.rows = deps.storage.table('concernReportLinks', linkSchema);
  }

  /** @returns the token, which is kept nowhere */
  async make(personId: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const endsAt = new Date(this.deps.clock.now().getTime() + LINK_MINUTES * 60_000);
    await this.deps.jobs.schedule(REPORT_LINK_ENDS, hashOf(token), endsAt);
    const link = { personId, endsAt: endsAt.toISOString(), taken: false };
    await this.rows.put(spread(hashOf(token)), hashOf(token), link);
    return token;
  }

  /** @returns undefined when there is none, or no more */
  async find(token: string): Promise<ReportLink | undefined> {
    const link = (await this.rows.get(spread(hashOf(token)), hashOf(token)))?.value;
    return link && !link.taken && this.deps.clock.now().toISOString() < link.endsAt ? link : undefined;
  }

  /** @returns whether this fetching has it: of several at once one does */
  async take(token: string): Promise<boolean> {
    const stored = await this.rows.get(spread(hashOf(token)), hashOf(token));
    if (!stored || stored.value.taken) return false;
    return this.rows.replace(stored, { ...stored.value, taken: true });
  }

  /** The job that clears a link away. @param key the token's hash */
  async clear(key: string): Promise<JobResult> {
    await this.rows.remove(spread(key), key);
    return 'done';
  }
}

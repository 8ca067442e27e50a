import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../clock';
import type { JobResult, Jobs } from '../../../jobs/jobs';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

export const LINK_ENDS = 'acknowledgements.fileLinkEnds';
/** Long enough to change from the phone to a computer, too short to be found in a chat later. */
export const LINK_MINUTES = 15;
const TOKEN_BYTES = 32;

const linkSchema = z.object({
  personId: z.string(),
  personName: z.string(),
  kind: z.enum(['table', 'records', 'inspection', 'sheet', 'emptySheet']),
  /** What a page about a team is about; a calendar day in London. */
  teamId: z.string().optional(),
  day: z.string().optional(),
  endsAt: z.string(),
  /** Which fetching of the file has it; empty as long as it was not fetched. */
  fetchedBy: z.string(),
});
/** Who may fetch which file, once. */
export type FileLink = z.infer<typeof linkSchema>;
export type FileKind = FileLink['kind'];

/** Storage holds the token's hash alone: whoever reads the table cannot open a file with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The links by which files are fetched: unguessable, for one person, once, and not for long. */
export class FileLinks {
  private readonly rows: Table<FileLink>;

  constructor(
    private readonly parts: { readonly storage: Storage; readonly jobs: Jobs; readonly clock: Clock },
  ) {
    this.rows = parts.storage.table('filelinks', linkSchema);
  }

  /** @returns the token, which is kept nowhere. */
  async make(
    person: { readonly id: string; readonly name: string },
    kind: FileKind,
    about: Pick<FileLink, 'teamId' | 'day'> = {},
  ): Promise<string> {
    const { jobs, clock } = this.parts;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const endsAt = new Date(clock.now().getTime() + LINK_MINUTES * 60_000);
    const link = {
      personId: person.id,
      personName: person.name,
      kind,
      ...about,
      endsAt: endsAt.toISOString(),
      fetchedBy: '',
    };
    await this.rows.put(spread(hashOf(token)), hashOf(token), link);
    await jobs.schedule(LINK_ENDS, hashOf(token), endsAt);
    return token;
  }

  /** @returns undefined when there is none, or no more. */
  async find(token: string): Promise<FileLink | undefined> {
    const link = (await this.rows.get(spread(hashOf(token)), hashOf(token)))?.value;
    return link && this.isOpen(link) ? link : undefined;
  }

  /** @returns whether this fetching has it: of several at once one does. */
  async take(token: string): Promise<boolean> {
    const fetchedBy = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = await this.rows.change(spread(hashOf(token)), hashOf(token), (link) =>
      link && this.isOpen(link) ? { ...link, fetchedBy } : undefined,
    );
    return now?.fetchedBy === fetchedBy;
  }

  /** The job that clears a link away. @param key the token's hash */
  async clear(key: string): Promise<JobResult> {
    await this.rows.remove(spread(key), key);
    return 'done';
  }

  private isOpen({ endsAt, fetchedBy }: FileLink): boolean {
    return fetchedBy === '' && this.parts.clock.now().toISOString() < endsAt;
  }
}

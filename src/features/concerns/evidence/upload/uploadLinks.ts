import { z } from 'zod';
import type { ConcernsDeps } from '../../deps';
import { spread } from '../../../../storage/keys';
import { KeyNotHere } from '../../../../storage/keyRing';
import { newBytesKey } from '../../../../storage/sealedBytes';
import type { Table } from '../../../../storage/table';
import { hashOfToken, newToken } from '../../../../storage/tokens';
import { MOST_AT_ONCE } from '../caseFile';

export const UPLOAD_ENDS = 'concerns.uploadEnds';
/** Ten files of 20 MB from a slow phone. */
const UPLOAD_MINUTES = 60;
/** What was begun before the end may come to its own end before it is cleared away. */
const GRACE_MS = 10 * 60_000;
const SECRET_BYTES = 32;
const MOST_GIVEN_UP = 50;

const uploadLinkSchema = z.object({
  caseId: z.string(),
  /** Whoever opened the page, as a tag that only their case and the key lead to. */
  by: z.string(),
  /** The key of what is uploaded, sealed for this link. */
  key: z.string(),
  endsAt: z.string(),
  /** The page that has it, as the hash of a secret which that page made; empty as long as none has. */
  page: z.string(),
  /** The files that were begun and not given up. */
  files: z.array(z.string()),
  /** Those that were given up or refused: what may be left of them goes with the link. */
  givenUp: z.array(z.string()),
});
/** Leave to add files to one case, for one page that one person opened. */
export type UploadLink = z.infer<typeof uploadLinkSchema>;

/** What a page shows: the token that it was opened with, and a secret of its own that makes it the only one. */
export interface PageKeys {
  readonly token: string;
  readonly page: string;
}

type LinkDeps = Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock' | 'sealing'>;

/** Links of the upload page: unguessable, for one person, one case and one page, and not for long. */
export class UploadLinks {
  private readonly rows: Table<UploadLink>;

  constructor(private readonly deps: LinkDeps) {
    this.rows = deps.storage.table('concernUploads', uploadLinkSchema);
  }

  /** @returns the token, which is kept nowhere. */
  async make(personId: string, caseId: string): Promise<string> {
    const token = newToken();
    const upload = hashOfToken(token);
    // A whole minute: an exact time could be matched with the turn in which it was made.
    const minute = Math.floor(this.deps.clock.now().getTime() / 60_000) * 60_000;
    const endsAt = new Date(minute + UPLOAD_MINUTES * 60_000);
    await this.deps.jobs.schedule(UPLOAD_ENDS, upload, new Date(endsAt.getTime() + GRACE_MS));
    await this.rows.put(spread(upload), upload, {
      caseId,
      by: this.tagOf(personId, caseId),
      key: this.deps.sealing.files.seal(newBytesKey().toString('base64'), upload),
      endsAt: endsAt.toISOString(),
      page: '',
      ...{ files: [], givenUp: [] },
    });
    return token;
  }

  /** The first page that comes has the link; the same page may come again. @returns undefined for every other. */
  async of({ token, page }: PageKeys): Promise<UploadLink | undefined> {
    if (page.length < SECRET_BYTES) return undefined;
    const [upload, mine] = [hashOfToken(token), hashOfToken(page)];
    const link = await this.rows.change(spread(upload), upload, (now) =>
      now?.page === '' && this.isOpen(now) ? { ...now, page: mine } : undefined,
    );
    return link && link.page === mine && this.isOpen(link) ? link : undefined;
  }

  /** @returns false when the page has begun as many as it may. */
  async begin(token: string, fileId: string): Promise<boolean> {
    const upload = hashOfToken(token);
    const link = await this.rows.change(spread(upload), upload, (now) =>
      now && !now.files.includes(fileId) && hasRoom(now)
        ? { ...now, files: [...now.files, fileId] }
        : undefined,
    );
    return link?.files.includes(fileId) ?? false;
  }

  async giveUp(token: string, fileId: string): Promise<void> {
    const upload = hashOfToken(token);
    await this.rows.change(spread(upload), upload, (now) =>
      now?.files.includes(fileId)
        ? {
            ...now,
            files: now.files.filter((file) => file !== fileId),
            givenUp: [...new Set([...now.givenUp, fileId])],
          }
        : undefined,
    );
  }

  /** Whether the link was made for this person. */
  isBy({ by, caseId }: UploadLink, personId: string): boolean {
    return by === this.tagOf(personId, caseId);
  }

  /** @returns undefined where the key that sealed it was taken away since: such a link is over */
  keyOf(token: string, { key }: UploadLink): Buffer | undefined {
    try {
      return Buffer.from(this.deps.sealing.files.open(key, hashOfToken(token)), 'base64');
    } catch (error) {
      if (error instanceof KeyNotHere) return undefined;
      throw error;
    }
  }

  /** @param upload the token's hash */
  async ended(upload: string): Promise<UploadLink | undefined> {
    return (await this.rows.get(spread(upload), upload))?.value;
  }

  async clear(upload: string): Promise<void> {
    await this.rows.remove(spread(upload), upload);
  }

  private isOpen({ endsAt }: UploadLink): boolean {
    return this.deps.clock.now().toISOString() < endsAt;
  }

  private tagOf(personId: string, caseId: string): string {
    return this.deps.sealing.names.tags(personId, `concerns.upload ${caseId}`)[0];
  }
}

/** A page may change its mind, but not without end. */
const hasRoom = ({ files, givenUp }: UploadLink): boolean =>
  files.length < MOST_AT_ONCE && givenUp.length < MOST_GIVEN_UP;

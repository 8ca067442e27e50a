import { z } from 'zod';
import type { PageKeys } from '../../../../jobs/oneUseLinks';
import { OneUseLinks, oneUseLinkSchema } from '../../../../jobs/oneUseLinks';
import { KeyNotHere } from '../../../../storage/keyRing';
import { newBytesKey } from '../../../../storage/sealedBytes';
import { hashOfToken } from '../../../../storage/tokens';
import type { ConcernsDeps } from '../../deps';
import { MOST_AT_ONCE } from '../caseFile';

const UPLOAD_ENDS = 'concerns.uploadEnds';
/** Ten files of 20 MB from a slow phone. */
const UPLOAD_MINUTES = 60;
const GRACE_MS = 10 * 60_000;
const MOST_GIVEN_UP = 50;

const uploadLinkSchema = z.object({
  caseId: z.string(),
  /** Whoever opened the page, as a tag that only their case and the key lead to. */
  by: z.string(),
  /** The key of what is uploaded, sealed for this link. */
  key: z.string(),
  /** The files that were begun and not given up. */
  files: z.array(z.string()),
  /** Those that were given up or refused: what may be left of them goes with the link. */
  givenUp: z.array(z.string()),
});
/** Leave to add files to one case, for one page that one person opened. */
export type UploadLink = z.infer<typeof uploadLinkSchema>;

type LinkDeps = Pick<ConcernsDeps, 'storage' | 'jobs' | 'clock' | 'sealing'>;

/** Links of the upload page: for one person, one case and one page, with the files that were begun there. */
export class UploadLinks {
  private readonly links: OneUseLinks<UploadLink>;

  /** @param atEnd clears away what belongs to a link; it is given the token's hash */
  constructor(
    private readonly deps: LinkDeps,
    atEnd: (upload: string, link: UploadLink | undefined) => Promise<void>,
  ) {
    const rows = deps.storage.table('concernUploads', oneUseLinkSchema(uploadLinkSchema));
    const lasting = { minutes: UPLOAD_MINUTES, graceMs: GRACE_MS, wholeMinutes: true, atEnd };
    this.links = new OneUseLinks(deps, UPLOAD_ENDS, rows, lasting);
  }

  /** @returns the token, which is kept nowhere. */
  make(personId: string, caseId: string): Promise<string> {
    return this.links.makeBound((upload) => ({
      caseId,
      by: this.tagOf(personId, caseId),
      key: this.deps.sealing.files.seal(newBytesKey().toString('base64'), upload),
      ...{ files: [], givenUp: [] },
    }));
  }

  /** The first page that comes has the link; the same page may come again. @returns undefined for every other. */
  of(keys: PageKeys): Promise<UploadLink | undefined> {
    return this.links.takeFor(keys);
  }

  /** @returns false when the page has begun as many as it may. */
  async begin(token: string, fileId: string): Promise<boolean> {
    const link = await this.links.change(token, (now) =>
      !now.files.includes(fileId) && hasRoom(now) ? { ...now, files: [...now.files, fileId] } : undefined,
    );
    return link?.files.includes(fileId) ?? false;
  }

  async giveUp(token: string, fileId: string): Promise<void> {
    await this.links.change(token, (now) =>
      now.files.includes(fileId)
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

  private tagOf(personId: string, caseId: string): string {
    return this.deps.sealing.names.tags(personId, `concerns.upload ${caseId}`)[0];
  }
}

/** A page may change its mind, but not without end. */
const hasRoom = ({ files, givenUp }: UploadLink): boolean =>
  files.length < MOST_AT_ONCE && givenUp.length < MOST_GIVEN_UP;

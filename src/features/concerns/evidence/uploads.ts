import type { JobResult } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { reporterOf } from '../report/submit';
import { MOST_AT_ONCE, MOST_BYTES, MOST_PIECES, PIECE_BYTES } from './caseFile';
import { cleanedCopy } from './cleaning';
import { contentTypeOf } from './contentType';
import { keepFile } from './keepFile';
import { mayAddFiles } from './mayAddFiles';
import { OneAtATime } from './oneAtATime';
import type { PiecePlace, SealedFiles } from './sealedFiles';
import type { PageKeys, UploadLink, UploadLinks } from './uploadLinks';
import { hashOf } from './uploadLinks';

/**
 * Why something was not taken. gone: the link is used, over or not theirs; tooLarge, tooMany, notTaken (its content),
 * unreadable; incomplete: pieces are missing, so it is to be sent again.
 */
export type Refused = 'gone' | 'tooLarge' | 'tooMany' | 'notTaken' | 'unreadable' | 'incomplete';
export type Answer<T> = T | { readonly refused: Refused };

/** One piece as it came; `claimed` is what the browser makes of the file's name. */
export interface Piece {
  readonly number: number;
  readonly claimed: string;
  /** Reads it, once it is known who asks. @returns undefined when it is far too large. */
  read(): Promise<Buffer | undefined>;
}

/** What the page learns at its start. */
interface Begun {
  readonly reference: string;
  readonly mostFiles: number;
  readonly mostBytes: number;
  readonly pieceBytes: number;
}
const LIMITS = { mostFiles: MOST_AT_ONCE, mostBytes: MOST_BYTES, pieceBytes: PIECE_BYTES };

interface Open {
  readonly link: UploadLink;
  readonly value: Case;
  readonly key: Buffer;
}
interface File extends Open {
  readonly place: PiecePlace;
}

/** What the upload page asks of the bot. */
export class Uploads {
  /** Pictures are drawn one at a time, so that the memory of one is all that is needed. */
  private readonly finishing = new OneAtATime();

  constructor(
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
    private readonly links: UploadLinks,
    private readonly files: SealedFiles,
  ) {}

  /** The page is there: it has the link from now on. */
  async begin(keys: PageKeys): Promise<Answer<Begun>> {
    const open = await this.open(keys);
    return open ? { reference: open.value.reference, ...LIMITS } : { refused: 'gone' };
  }

  /** A piece of a file; the first one shows what the file is. The same piece may come again. */
  async piece(keys: PageKeys, file: string, piece: Piece): Promise<Answer<{ readonly taken: number }>> {
    const found = await this.file(keys, file);
    if (!found) return { refused: 'gone' };
    const { number, claimed } = piece;
    const bytes = number < MOST_PIECES ? await piece.read() : undefined;
    if (!bytes || bytes.length > PIECE_BYTES) return { refused: 'tooLarge' };
    if (number === 0 && !(await contentTypeOf(bytes, claimed, bytes.length < PIECE_BYTES)))
      return { refused: 'notTaken' };
    if (!(await this.links.begin(keys.token, found.place.fileId))) return { refused: 'tooMany' };
    await this.files.putPiece(found.key, found.place, number, bytes);
    return { taken: number };
  }

  /** All pieces are there: only now the file counts. Again, it is the same file. */
  async finish(
    keys: PageKeys,
    file: string,
    { pieces, claimed }: { readonly pieces: number; readonly claimed: string },
  ): Promise<Answer<{ readonly number: number }>> {
    const found = await this.file(keys, file);
    if (!found) return { refused: 'gone' };
    if (pieces > MOST_PIECES) return { refused: 'tooLarge' };
    return this.finishing.run(async () => {
      const there = await this.kept(found);
      if (there) return { number: there };
      const bytes = await this.joined(found, pieces);
      if (!bytes) return { refused: 'incomplete' };
      const kept = await this.keep(found, bytes, claimed);
      if (typeof kept === 'number') return { number: kept };
      await this.forget(keys, found);
      return { refused: kept };
    });
  }

  /** Nothing of it stays. */
  async cancel(keys: PageKeys, file: string): Promise<Answer<{ readonly cancelled: true }>> {
    const found = await this.file(keys, file);
    if (!found) return { refused: 'gone' };
    if (!(await this.kept(found))) await this.forget(keys, found);
    return { cancelled: true };
  }

  private async keep(
    { link, key, place }: File,
    original: Buffer,
    claimed: string,
  ): Promise<number | Exclude<Refused, 'gone'>> {
    const type = await contentTypeOf(original, claimed, true);
    if (!type) return 'notTaken';
    const cleaned = await cleanedCopy(original, type);
    if (!cleaned) return 'unreadable';
    const file = { caseId: link.caseId, fileId: place.fileId, key, type, original, cleaned };
    const number = await keepFile(this.deps, this.cases, this.files, file);
    if (number === undefined) return 'tooMany';
    await this.files.removePieces(place);
    return number;
  }

  private async forget({ token }: PageKeys, { place }: File): Promise<void> {
    await this.files.removePieces(place);
    await this.links.giveUp(token, place.fileId);
  }

  private async joined({ key, place }: File, pieces: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let number = 0; number < pieces; number++) {
      const part = await this.files.piece(key, place, number);
      if (!part) return undefined;
      parts.push(part);
    }
    return parts.length > 0 ? Buffer.concat(parts) : undefined;
  }

  private async kept({ link, place }: File): Promise<number | undefined> {
    const now = await this.cases.get(link.caseId);
    return now?.files?.find(({ id }) => id === place.fileId)?.number;
  }

  private async file(keys: PageKeys, file: string): Promise<File | undefined> {
    const open = await this.open(keys);
    if (!open) return undefined;
    const upload = hashOf(keys.token);
    return {
      ...open,
      place: { upload, fileId: this.deps.sealing.tag(`${upload} ${file}`, 'concerns.file') },
    };
  }

  /** The link leads to its case only as long as the case is that person's, and may have files. */
  private async open(keys: PageKeys): Promise<Open | undefined> {
    const link = await this.links.of(keys);
    const value = link && (await this.cases.get(link.caseId));
    if (!link || !value || !mayAddFiles(value)) return undefined;
    if (!this.links.isBy(link, reporterOf(this.deps, link.caseId, value))) return undefined;
    return { link, value, key: this.links.keyOf(keys.token, link) };
  }

  /** The job at the end of a link: what was begun and never came to an end goes. @param upload the token's hash */
  async clear(upload: string): Promise<JobResult> {
    const link = await this.links.ended(upload);
    await this.files.removePieces({ upload });
    const now = link && (await this.cases.get(link.caseId));
    for (const fileId of link?.files ?? []) {
      const isKept = now?.files?.some(({ id }) => id === fileId);
      if (link && !isKept) await this.files.removeCopies({ caseId: link.caseId, fileId });
    }
    await this.links.clear(upload);
    return 'done';
  }
}

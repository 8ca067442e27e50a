import { OneAtATime } from '../../../../jobs/oneAtATime';
import type { PageKeys } from '../../../../jobs/oneUseLinks';
import type { CaseStore } from '../../case/caseStore';
import type { ConcernsDeps } from '../../deps';
import { MOST_AT_ONCE, MOST_BYTES, MOST_PIECES, PIECE_BYTES } from '../caseFile';
import { cleanedCopy } from './cleaning';
import { contentTypeOf } from './contentType';
import { keepFile } from './keepFile';
import type { SealedFiles } from '../sealedFiles';
import type { UploadLinks } from './uploadLinks';
import type { OpenFile } from './openUpload';
import { UploadAccess } from './openUpload';

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

/** What the upload page asks of the bot. */
export class Uploads {
  /** Pictures are drawn one at a time, so that the memory of one is all that is needed. */
  private readonly finishing = new OneAtATime();

  private readonly access: UploadAccess;

  constructor(
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
    private readonly links: UploadLinks,
    private readonly files: SealedFiles,
  ) {
    this.access = new UploadAccess(deps, cases, links);
  }

  /** The page is there: it has the link from now on. */
  async begin(keys: PageKeys): Promise<Answer<Begun>> {
    const open = await this.access.of(keys);
    return open ? { reference: open.value.reference, ...LIMITS } : { refused: 'gone' };
  }

  /** A piece of a file; the first one shows what the file is. The same piece may come again. */
  async piece(keys: PageKeys, file: string, piece: Piece): Promise<Answer<{ readonly taken: number }>> {
    const found = await this.access.file(keys, file);
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
    const found = await this.access.file(keys, file);
    if (!found) return { refused: 'gone' };
    if (pieces > MOST_PIECES) return { refused: 'tooLarge' };
    return this.finishing.run(async () => {
      const there = await this.access.kept(found);
      if (there) return { number: there };
      const bytes = await this.joined(found, pieces);
      if (!bytes) return { refused: 'incomplete' };
      const kept = await this.keep(keys, found, bytes, claimed);
      if (typeof kept === 'number') return { number: kept };
      await this.forget(keys, found);
      return { refused: kept };
    });
  }

  /** Nothing of it stays, also where it is being checked just now. @returns its number where it was kept before that. */
  async cancel(
    keys: PageKeys,
    file: string,
  ): Promise<Answer<{ readonly cancelled: true } | { readonly number: number }>> {
    const found = await this.access.file(keys, file);
    if (!found) return { refused: 'gone' };
    await this.links.giveUp(keys.token, found.place.fileId);
    return this.finishing.run(async () => {
      const there = await this.access.kept(found);
      if (there) return { number: there };
      await this.files.removePieces(found.place);
      return { cancelled: true };
    });
  }

  private async keep(
    keys: PageKeys,
    { link, key, place }: OpenFile,
    original: Buffer,
    claimed: string,
  ): Promise<number | Exclude<Refused, 'gone'>> {
    const type = await contentTypeOf(original, claimed, true);
    if (!type) return 'notTaken';
    const cleaned = await cleanedCopy(original, type);
    if (!cleaned) return 'unreadable';
    const file = { caseId: link.caseId, fileId: place.fileId, key, type, original, cleaned };
    const isWanted = async (): Promise<boolean> =>
      (await this.links.of(keys))?.files.includes(place.fileId) ?? false;
    const number = await keepFile(this.deps, this.cases, this.files, file, isWanted);
    if (number === undefined) return (await isWanted()) ? 'tooMany' : 'incomplete';
    await this.files.removePieces(place);
    return number;
  }

  private async forget({ token }: PageKeys, { place }: OpenFile): Promise<void> {
    await this.files.removePieces(place);
    await this.links.giveUp(token, place.fileId);
  }

  private async joined({ key, place }: OpenFile, pieces: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let number = 0; number < pieces; number++) {
      const part = await this.files.piece(key, place, number);
      if (!part) return undefined;
      parts.push(part);
    }
    return parts.length > 0 ? Buffer.concat(parts) : undefined;
  }
}

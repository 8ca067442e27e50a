import type { PageKeys } from '../../../../jobs/oneUseLinks';
import { hashOfToken } from '../../../../storage/tokens';
import type { Case } from '../../case/case';
import type { CaseStore } from '../../case/caseStore';
import type { ConcernsDeps } from '../../deps';
import { reporterOf } from '../../report/submit';
import { mayAddFiles } from '../mayAddFiles';
import type { PiecePlace } from '../sealedFiles';
import type { UploadLink, UploadLinks } from './uploadLinks';

/** A page that may add files to a case. */
export interface OpenUpload {
  readonly link: UploadLink;
  readonly value: Case;
  readonly key: Buffer;
}
/** One file of such a page. */
export interface OpenFile extends OpenUpload {
  readonly place: PiecePlace;
}

/** Whether a page may add files, and to what: asked anew with every request. */
export class UploadAccess {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
    private readonly links: UploadLinks,
  ) {}

  /** The link leads to its case only as long as the case is that person's, and may have files. */
  async of(keys: PageKeys): Promise<OpenUpload | undefined> {
    const link = await this.links.of(keys);
    const value = link && (await this.cases.get(link.caseId));
    if (!link || !value || !mayAddFiles(value)) return undefined;
    if (!this.links.isBy(link, reporterOf(this.deps, link.caseId, value))) return undefined;
    const key = this.links.keyOf(keys.token, link);
    return key && { link, value, key };
  }

  /** @param name what the page calls its file: the same name is the same file, for this link alone */
  async file(keys: PageKeys, name: string): Promise<OpenFile | undefined> {
    const open = await this.of(keys);
    if (!open || name === '') return undefined;
    const upload = hashOfToken(keys.token);
    const fileId = this.deps.sealing.tag(`${upload} ${name}`, 'concerns.file');
    return { ...open, place: { upload, fileId } };
  }

  /** @returns the file's number where it is in the case already */
  async kept({ link, place }: OpenFile): Promise<number | undefined> {
    const now = await this.cases.get(link.caseId);
    return now?.files?.find(({ id }) => id === place.fileId)?.number;
  }
}

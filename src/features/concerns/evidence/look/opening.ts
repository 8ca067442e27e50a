import type { Case } from '../../case/case';
import type { CaseStore } from '../../case/caseStore';
import type { ConcernsDeps } from '../../deps';
import { wholeMinute } from '../../report/submit';
import type { CaseFileRecord, FileType } from '../caseFile';
import { openFileKey } from '../fileKeys';
import type { OpenLink, OpenLinks } from './openLinks';
import type { SealedFiles } from '../sealedFiles';
import { sha256Of } from '../sealedFiles';

/**
 * gone: the link is used, over or of nothing; refused: they may not, or Teams does not say that they may; noKey: the key
 * that seals it is not here any more, and the link stays good.
 */
export type NotOpened = 'gone' | 'refused' | 'changed' | 'noKey';

/** A file in the clear, for one answer. */
export interface OpenedFile {
  readonly type: FileType;
  readonly bytes: Buffer;
  readonly name: string;
}

/** A handler opens a copy of a file by a link. */
export class Opening {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
    private readonly links: OpenLinks,
    private readonly files: SealedFiles,
    /** Whether a person may see a case, asked of Teams now. */
    private readonly maySee: (personId: string, caseId: string) => Promise<boolean>,
  ) {}

  /** Who opens is checked again and written into the history before a byte goes out. */
  async open(token: string): Promise<OpenedFile | NotOpened> {
    const link = await this.links.find(token);
    if (!link) return 'gone';
    if (!(await this.maySee(link.personId, link.caseId))) return 'refused';
    const file = (await this.cases.get(link.caseId))?.files?.find(({ id }) => id === link.fileId);
    if (!file) return 'gone';
    const key = openFileKey(this.deps, link.caseId, file);
    if (!key) return 'noKey';
    if (!(await this.links.take(token))) return 'gone';
    await this.cases.step(link.caseId, (now) => ({ next: now, event: this.eventOf(link, file) }));
    const bytes = await this.read(link, file, key);
    if (!bytes) return 'changed';
    return { type: file.type, bytes, name: nameOf(file, link) };
  }

  private async read(
    { caseId, copy }: OpenLink,
    file: CaseFileRecord,
    key: Buffer,
  ): Promise<Buffer | undefined> {
    const bytes = await this.files.copy(key, { caseId, fileId: file.id, sha256: file.sha256 }, copy);
    const isWhole = bytes && (copy === 'cleaned' || sha256Of(bytes) === file.sha256);
    return isWhole ? bytes : undefined;
  }

  private eventOf({ copy, personId, personName }: OpenLink, { number }: CaseFileRecord) {
    const what = copy === 'original' ? ('originalOpened' as const) : ('fileOpened' as const);
    const by = { id: personId, name: personName };
    return { what, at: wholeMinute(this.deps.clock.now()), by, note: `file ${number}` };
  }
}

const ENDINGS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/plain': 'txt',
};

/** Says nothing about the case to who looks over a shoulder, or finds it in a folder. */
const nameOf = ({ number, type }: CaseFileRecord, { copy }: OpenLink): string =>
  `file-${number}-${copy}.${ENDINGS[type]}`;

/** The file of a case that a press names. */
export const fileIn = ({ files = [] }: Case, id: string): CaseFileRecord | undefined =>
  files.find((file) => file.id === id);

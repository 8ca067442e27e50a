import type { Case } from '../../case/case';
import type { CaseStep, CaseStore } from '../../case/caseStore';
import type { ConcernsDeps } from '../../deps';
import { FOLLOW_UP, scheduleFollowUp } from '../../reporter/followUp';
import { wholeMinute } from '../../report/submit';
import type { CaseFileRecord, FileType } from '../caseFile';
import { MOST_FILES } from '../caseFile';
import { sealFileKey } from '../fileKeys';
import { hashInWords } from '../fileWords';
import type { SealedFiles } from '../sealedFiles';
import { sha256Of } from '../sealedFiles';

export interface NewFile {
  readonly caseId: string;
  readonly fileId: string;
  readonly key: Buffer;
  readonly type: FileType;
  readonly original: Buffer;
  readonly cleaned: Buffer;
}

/**
 * The two copies first, then the file and its hash in the history of the case: what stands in the case is there. A
 * repeat finds the file, and copies of a crash between the two are cleared away with the link.
 * @param isWanted asked last of all: whoever sends it may have given it up while it was read
 * @returns its number, or undefined when the case has no room or it is not wanted any more
 */
export async function keepFile(
  deps: ConcernsDeps,
  cases: CaseStore,
  files: SealedFiles,
  { caseId, fileId, key, type, original, cleaned }: NewFile,
  isWanted: () => Promise<boolean>,
): Promise<number | undefined> {
  const sha256 = sha256Of(original);
  const place = { caseId, fileId, sha256 };
  await files.putCopy(key, place, 'original', original);
  await files.putCopy(key, place, 'cleaned', cleaned);
  if (!(await isWanted())) return undefined;
  await scheduleFollowUp(deps, caseId);
  const result = await cases.step(caseId, (now) =>
    withFile(now, {
      ...{ id: fileId, type, size: original.length, sha256, addedAt: wholeMinute(deps.clock.now()) },
      key: sealFileKey(deps, key, caseId, fileId),
    }),
  );
  // Nobody in a turn waits for what follows, so the job does it.
  await deps.jobs.schedule(FOLLOW_UP, caseId, deps.clock.now());
  return result?.now.files?.find(({ id }) => id === fileId)?.number;
}

function withFile(now: Case, file: Omit<CaseFileRecord, 'number'>): CaseStep | undefined {
  const { files = [] } = now;
  if (files.length >= MOST_FILES || files.some(({ id }) => id === file.id)) return undefined;
  const number = files.length + 1;
  return {
    next: { ...now, added: true, files: [...files, { ...file, number }] },
    event: { what: 'fileAdded', at: file.addedAt, note: `file ${number}, ${hashInWords(file.sha256)}` },
  };
}

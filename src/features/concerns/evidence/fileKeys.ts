import { KeyNotHere } from '../../../storage/keyRing';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import type { CaseFileRecord } from './caseFile';

type KeyDeps = Pick<ConcernsDeps, 'sealing' | 'log'>;

/** What the sealed key of a file is bound to. */
const about = (caseId: string, fileId: string): string => `concerns.file ${caseId} ${fileId}`;

/** Seals a file's own key for this file, with the newest key for files; the seal names that one. */
export function sealFileKey(
  { sealing }: Pick<KeyDeps, 'sealing'>,
  key: Buffer,
  caseId: string,
  fileId: string,
): string {
  return sealing.files.seal(key.toString('base64'), about(caseId, fileId));
}

/** @returns undefined where the key that sealed it is not here any more */
export function openFileKey(
  { sealing, log }: KeyDeps,
  caseId: string,
  { id, key }: Pick<CaseFileRecord, 'id' | 'key'>,
): Buffer | undefined {
  try {
    return Buffer.from(sealing.files.open(key, about(caseId, id)), 'base64');
  } catch (error) {
    if (!(error instanceof KeyNotHere)) throw error;
    log.warn('concerns.fileKeyNotHere');
    return undefined;
  }
}

/** Seals the keys of a case's files with the newest key for files, so that older ones can be taken away. */
export async function sealFileKeysAnew(
  deps: KeyDeps,
  cases: CaseStore,
  id: string,
  { files = [] }: Case,
): Promise<void> {
  if (files.some(({ key }) => !deps.sealing.files.isNewest(key)))
    await cases.step(id, (now) => withNewestKeys(deps, id, now));
}

/** Undefined where none of them can be opened: nothing is written each night for it. */
function withNewestKeys(deps: KeyDeps, caseId: string, now: Case): CaseStep | undefined {
  const files = (now.files ?? []).map((file) => {
    const key = deps.sealing.files.isNewest(file.key) ? undefined : openFileKey(deps, caseId, file);
    return key ? { ...file, key: sealFileKey(deps, key, caseId, file.id) } : file;
  });
  const isChanged = files.some(({ key }, at) => key !== now.files?.[at]?.key);
  return isChanged ? { next: { ...now, files } } : undefined;
}

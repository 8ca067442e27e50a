import type { CaseStore } from '../../case/caseStore';
import type { SealedFiles } from '../sealedFiles';
import type { UploadLink } from './uploadLinks';

/** At the end of a link: what was begun and never came to an end goes. @param upload the token's hash */
export async function clearUpload(
  { cases, files }: { readonly cases: CaseStore; readonly files: SealedFiles },
  upload: string,
  link: UploadLink | undefined,
): Promise<void> {
  await files.removePieces({ upload });
  if (!link) return;
  const kept = (await cases.get(link.caseId))?.files?.map(({ id }) => id) ?? [];
  const lost = [...link.files, ...link.givenUp].filter((fileId) => !kept.includes(fileId));
  for (const fileId of lost) await files.removeCopies({ caseId: link.caseId, fileId });
}

import type { JobResult } from '../../../../jobs/jobs';
import type { CaseStore } from '../../case/caseStore';
import type { SealedFiles } from '../sealedFiles';
import type { UploadLinks } from './uploadLinks';

/** The job at the end of a link: what was begun and never came to an end goes. @param upload the token's hash */
export async function clearUpload(
  { cases, links, files }: { cases: CaseStore; links: UploadLinks; files: SealedFiles },
  upload: string,
): Promise<JobResult> {
  await files.removePieces({ upload });
  const link = await links.ended(upload);
  if (!link) return 'done';
  const kept = (await cases.get(link.caseId))?.files?.map(({ id }) => id) ?? [];
  const lost = [...link.files, ...link.givenUp].filter((fileId) => !kept.includes(fileId));
  for (const fileId of lost) await files.removeCopies({ caseId: link.caseId, fileId });
  await links.clear(upload);
  return 'done';
}

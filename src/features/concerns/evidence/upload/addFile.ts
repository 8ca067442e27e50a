import { z } from 'zod';
import { notice, openDialog, openPage } from '../../../../bot/cardReply';
import type { Router } from '../../../../bot/router';
import type { CaseStore } from '../../case/caseStore';
import type { ConcernsDeps } from '../../deps';
import { reporterOf } from '../../report/submit';
import { MOST_FILES } from '../caseFile';
import { keepSafeCard } from '../fileCards';
import { mayAddFiles } from '../mayAddFiles';
import type { UploadLinks } from './uploadLinks';

const pressSchema = z.object({ case: z.string().min(1).max(100) });
const NOT_YOURS = 'I cannot find that among your reports. Type **my reports** to see them.';
const FULL = 'This report cannot take more files. Please keep the others safe and tell us what they show.';

/** The reporter's button: opens the upload page for their own report and nobody else's. */
export function registerAddFile(
  router: Router,
  deps: ConcernsDeps,
  cases: CaseStore,
  links: UploadLinks,
  pageUrl: (token: string) => string,
): void {
  router.onCardAction('concerns.addFile', async (turn, data) => {
    turn.keepNothingSaid();
    const press = pressSchema.safeParse(data);
    const id = press.success ? press.data.case : '';
    const value = press.success ? await cases.get(id) : undefined;
    if (!value || reporterOf(deps, id, value) !== turn.person.id) return notice(NOT_YOURS);
    if (!mayAddFiles(value)) return openDialog('Please keep it safe', keepSafeCard(deps.contacts));
    if ((value.files?.length ?? 0) >= MOST_FILES) return notice(FULL);
    return openPage(`Add a file to ${value.reference}`, pageUrl(await links.make(turn.person.id, id)));
  });
}

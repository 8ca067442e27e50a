import type { HeldAbout } from '../../../storage/heldAbout';
import { STATUS_LABELS } from '../case/wording';
import { receivedOn } from '../report/submit';
import type { DraftStore } from '../report/drafts/draftStore';
import type { Submission } from '../report/submit';

/** The reports that somebody sent, for them alone. Of reports that others sent it says nothing, either way. */
export function heldReports({ cases, index }: Submission, drafts: Pick<DraftStore, 'of'>): HeldAbout {
  return {
    title: 'Reports that you sent or began',
    of: async (personId) => {
      const sent = await Promise.all((await index.casesOf(personId)).map((id) => cases.get(id)));
      const lines = sent.flatMap((value) =>
        value
          ? [
              `${value.reference}, sent on ${receivedOn(value)}, ${STATUS_LABELS[value.status]}: ${value.what}`,
            ]
          : [],
      );
      const draft = await drafts.of(personId);
      return draft ? [...lines, `not sent: ${draft.what ?? 'nothing written yet'}`] : lines;
    },
  };
}

import type { Card } from '../../../../cards/render';
import { render } from '../../../../cards/render';
import { requestCardFor } from '../../asked/requestCardFor';
import type { Parties } from '../../parties';
import type { Draft } from '../draft';
import { asSent } from '../kinds';
import { peopleInWords } from '../previewCard';
import { previewLines } from '../previewLines';
import type { Approval } from './approvals';

/** What the second administrator gets: who asks, how many people it is, and the card as staff will see it. */
export async function approvalCard(
  parties: Pick<Parties, 'policy' | 'versions'>,
  draft: Draft,
  approval: Approval,
): Promise<Card> {
  const sent = asSent(draft);
  const request = await requestCardFor(parties, { ...sent, id: '', managerName: approval.managerName }, '');
  return render('acknowledgements/approval', {
    asker: approval.managerName,
    people: peopleInWords(approval.people),
    lines: previewLines(sent).map((line) => ({ line })),
    request: request.content['body'],
    approval: approval.id,
    revision: approval.revision,
    listRevision: approval.listRevision,
  });
}

/** What the card of the second administrator becomes: the same for whoever presses later. */
export function decidedCard({ state, decidedByName = '', managerName }: Approval): Card {
  return render('acknowledgements/approvalDecided', {
    heading: state === 'approved' ? 'Approved' : 'Not approved',
    by: decidedByName,
    words: state === 'approved' ? ' approved the request of ' : ' did not approve the request of ',
    asker: managerName,
    rest: state === 'approved' ? '. It is on its way.' : '. Nothing was sent.',
  });
}

/** What the one who asked sees until somebody decides. */
export function waitingCard(draft: Draft, others: number): Card {
  const who = others === 1 ? 'The other administrator has' : `The ${others} other administrators have`;
  return render('acknowledgements/approvalWaiting', {
    title: draft.title,
    words: `${who} been asked. One of them has to approve it, and then it goes out by itself. I tell you either way.`,
    draft: draft.id,
  });
}

/** Word of the decision to the one who asked. @param outdated they changed it while it was being approved */
export function answerCard(approval: Approval, title: string, outdated: boolean): Card {
  const approved = approval.state === 'approved' && !outdated;
  return render('acknowledgements/approvalAnswer', {
    heading: approved ? 'Your request was approved' : 'Your request was not approved',
    title,
    by: approval.decidedByName ?? '',
    rest: outdated
      ? ' approved it, but you changed it in the meantime, so nothing was sent. Please ask again.'
      : approved
        ? ' approved it. It is on its way.'
        : ' did not approve it, and nothing was sent. Please talk to them; you can change it and ask again.',
    approved,
    campaign: approval.id,
    draft: approval.draftId,
  });
}

/** Nobody could be asked, so nobody will decide. */
export function nobodyToldCard(title: string): Card {
  return render('acknowledgements/approvalNobody', { title });
}

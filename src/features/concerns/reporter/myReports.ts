import type { Person, Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import { mayAddFiles } from '../evidence/mayAddFiles';
import type { DraftStore } from '../report/drafts/draftStore';
import { receiptCard } from './receipt';
import type { Submission } from '../report/submit';
import { receivedOn } from '../report/submit';
import { REPLY_WORDS, REPORTER_STATUS } from '../case/wording';
import { dayInWords } from '../clocks/workingDays';

/** A card has room for so many reports; the newest are shown. */
const MOST_SHOWN = 10;
/** A second "send" within this time asks for the receipt. */
const JUST_SENT_MS = 15 * 60_000;

interface Mine {
  readonly id: string;
  readonly value: Case;
}

/** What a person reported, for that person alone. */
export class MyReports {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly drafts: DraftStore,
    private readonly submission: Submission,
  ) {}

  async card(person: Person): Promise<Card> {
    const mine = await this.newest(person.id);
    const draft = await this.drafts.of(person.id);
    const hidden = mine.length - MOST_SHOWN;
    return render('concerns/myReports', {
      reports: mine.slice(0, MOST_SHOWN).map(rowOf),
      none: mine.length === 0,
      hasDraft: draft !== undefined,
      hasMore: hidden > 0,
      more: hidden > 0 ? `There are ${hidden} older ones. Ask the complaints team about them.` : '',
    });
  }

  /** The receipt again, where a report was sent a moment ago. */
  async showReceiptJustSent(turn: Turn): Promise<boolean> {
    const [last] = await this.newest(turn.person.id);
    const since = this.deps.clock.now().getTime() - JUST_SENT_MS;
    if (!last || new Date(last.value.receivedAt).getTime() < since) return false;
    turn.keepNothingSaid();
    turn.show(receiptCard(last.id, last.value, this.deps.contacts));
    return true;
  }

  private async newest(personId: string): Promise<Mine[]> {
    const ids = await this.submission.index.casesOf(personId);
    const values = await Promise.all(ids.map((id) => this.submission.cases.get(id)));
    const mine = ids.flatMap((id, at) => (values[at] ? [{ id, value: values[at] }] : []));
    return mine.sort((one, other) => other.value.receivedAt.localeCompare(one.value.receivedAt));
  }
}

function rowOf({ id, value }: Mine): object {
  const { reference, status, reply } = value;
  const words =
    status === 'closed' && reply
      ? `${REPORTER_STATUS.closed} ${REPLY_WORDS[reply]}`
      : REPORTER_STATUS[status];
  return {
    case: id,
    reference,
    received: dayInWords(receivedOn(value)),
    status: words,
    mayAddFile: mayAddFiles(value),
    mayWithdraw: status !== 'closed' && !value.withdrawnAt,
  };
}

import type { Turn } from '../../bot/turn';
import type { Card } from '../../cards/render';
import type { ConcernsDeps } from './deps';
import { dialogPlace } from './report/dialog';
import type { DraftStore } from './report/drafts/draftStore';
import type { ReportDialog } from './report/reportDialog';
import type { Sending } from './report/send';
import type { TypedWords } from './report/typed/typedWords';
import { saysSend } from './report/typed/understand';
import type { Answering } from './reporter/answering';
import type { ChatAsked } from './reporter/chatAsked';
import type { Details } from './reporter/details';
import type { MyReports } from './reporter/myReports';

/** What takes a typed message. */
export interface MessageParts {
  readonly deps: ConcernsDeps;
  readonly drafts: DraftStore;
  readonly dialog: ReportDialog;
  readonly sending: Sending;
  readonly typed: TypedWords;
  readonly mine: MyReports;
  readonly asked: ChatAsked;
  readonly details: Details;
  readonly answering: Answering;
}

/** @returns false for what does not concern a report, so that the next feature gets it. */
export async function message(
  turn: Turn,
  { deps, drafts, dialog, sending, typed, mine, asked, details, answering }: MessageParts,
): Promise<boolean> {
  // What was written in a channel stands there already: it may start a report, but it is no answer in one.
  const isPersonal = turn.place.kind === 'personal';
  const at = isPersonal ? await dialogPlace(turn).continue() : undefined;
  // Only where no draft is open: what is typed then is about the draft.
  const questions = isPersonal && !at ? asked.of(turn.place.conversationId) : undefined;
  const [command, questioned] = await Promise.all([deps.commandIn(turn.text), questions]);
  const begun = at || command === 'report' || command === 'cancel';
  const receipt = begun && (await sending.finishBegun(turn));
  if (receipt) return unrecorded(turn, receipt);
  if (at && (await typed.take(turn, at, command))) return true;
  if (await details.typed(turn, questioned?.detail, command)) return true;
  if (await answering.typed(turn, questioned?.answer, command)) return true;
  switch (command) {
    case 'report':
      return unrecorded(turn, await dialog.open(turn));
    case 'my_reports':
      return unrecorded(turn, await mine.card(turn.person));
    case 'cancel':
      return typed.cancel(turn, at ?? (await drafts.of(turn.person.id))?.id);
    case undefined:
      return saysSend(turn.text) && mine.showReceiptJustSent(turn);
    default:
      return false;
  }
}

/** Shows what no record of the turn may keep. */
function unrecorded(turn: Turn, card: Card): true {
  turn.keepNothingSaid();
  turn.show(card);
  return true;
}

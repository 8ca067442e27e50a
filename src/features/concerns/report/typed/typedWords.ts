import type { Turn } from '../../../../bot/turn';
import type { ConcernsDeps } from '../../deps';
import { dialogPlace } from '../dialog';
import type { Draft } from '../draft';
import { helpNow } from '../helpNow';
import { nextStep } from '../nextStep';
import { FEW_WORDS } from '../presses';
import { savedCard } from '../../reporter/receipt';
import type { ReportDialog } from '../reportDialog';
import { deletedCard } from '../reportPresses';
import type { Sending } from '../send';
import { NO_FILES, tooLongWords, written } from '../typedText';
import { areFewWords, asksAQuestion, LONGEST_QUESTION } from './plainWords';
import type { Understood } from './understand';
import { areOffered, asksForFreeText, saysSend, understand } from './understand';

const BACK_TO_REPORT = 'Back to your report. Nobody has seen it yet.';
const UNCLEAR = 'I could not take that as an answer. Please press or type one of the answers below.';

/** Messages that are typed while a report is open. */
export class TypedWords {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly dialog: ReportDialog,
    private readonly sending: Sending,
  ) {}

  /**
   * @param command the command that the text is otherwise. It counts where the words are no answer and are few: what
   * happened may well be told with the words of a command.
   * @returns false when the message belongs to somebody else.
   */
  async take(turn: Turn, draftId: string, command: string | undefined): Promise<boolean> {
    const draft = await this.dialog.drafts.of(turn.person.id);
    if (draft?.id !== draftId) return this.draftGone(turn, draftId);
    const meant = await this.meaning(turn, draft);
    if (command && isNoAnswer(meant) && isCommandHere(draft, turn.text)) return false;
    // The words that end a dialog say nothing of it: the turn may remember them, so that a repeat touches no new draft.
    if (!['delete', 'later', 'ringMe'].includes(meant.do)) turn.keepNothingSaid();
    if (turn.attachmentCount > 0) turn.say(NO_FILES);
    if (turn.text === '' || draft.changedBy?.includes(turn.activityId))
      turn.show(await this.dialog.present(turn, draft));
    else await this.understood(turn, draft, meant);
    return true;
  }

  /** `cancel` asks once before it deletes. */
  async cancel(turn: Turn, draftId: string | undefined): Promise<boolean> {
    if (!draftId) return false;
    const shown = await this.dialog.take(turn, draftId, { do: 'askCancel', answers: {} });
    if (shown.kind !== 'cards') return false;
    turn.keepNothingSaid();
    for (const card of shown.cards) turn.show(card);
    return true;
  }

  /** The same "send" may come twice, the second time after the draft became a case. */
  private async draftGone(turn: Turn, draftId: string): Promise<boolean> {
    await dialogPlace(turn).cancel();
    const receipt = saysSend(turn.text) ? await this.sending.receiptOf(turn.person, draftId) : undefined;
    if (!receipt) return false;
    turn.keepNothingSaid();
    turn.show(receipt);
    return true;
  }

  private async meaning({ person, text }: Turn, draft: Draft): Promise<Understood> {
    const people = nextStep(draft) === 'review' ? await this.dialog.whom(person.id) : [];
    const first = understand(draft, text, people);
    // Words that are no answer to "delete it?" are read as if that had not been asked.
    const meant =
      first.do === 'unclear' && draft.cancelAsked
        ? understand({ ...draft, cancelAsked: undefined }, text, people)
        : first;
    // "He is hitting a resident" says more than who is affected.
    const isAnswer = meant.do !== 'answer' || meant.answers.involved !== undefined || areOffered(text);
    return isAnswer || !(await this.deps.urgencyIn(text)) ? meant : { do: 'tell', text };
  }

  private async understood(turn: Turn, draft: Draft, meant: Understood): Promise<void> {
    if (isNoAnswer(meant) && looksLikeQuestion(draft, turn.text) && (await this.deps.answerQuestion(turn))) {
      return turn.show(await this.dialog.present(turn, draft, BACK_TO_REPORT));
    }
    switch (meant.do) {
      case 'unclear':
        return this.unclear(turn, draft);
      case 'later':
        await this.dialog.drafts.remindLater(turn.person.id, draft.id);
        await dialogPlace(turn).cancel();
        return turn.show(savedCard());
      case 'delete':
        return this.remove(turn, draft);
      case 'send':
        return this.send(turn, draft);
      case 'ringMe':
        return turn.show(await this.dialog.ringMe(turn, draft));
      case 'tell':
        return this.tell(turn, draft, meant.text);
      default:
        return this.input(turn, draft, meant);
    }
  }

  private async unclear(turn: Turn, draft: Draft): Promise<void> {
    await this.helpFirst(turn);
    turn.show(await this.dialog.present(turn, draft, UNCLEAR));
  }

  /** Words that are not kept may be urgent all the same. */
  private async helpFirst(turn: Turn): Promise<void> {
    const help = await helpNow(this.deps, turn.text);
    if (help) turn.show(help);
  }

  private async remove(turn: Turn, draft: Draft): Promise<void> {
    await this.dialog.drafts.remove(turn.person.id, draft.id);
    await dialogPlace(turn).cancel();
    turn.show(deletedCard());
  }

  private async send(turn: Turn, draft: Draft): Promise<void> {
    const receipt = await this.sending.send(turn, draft, draft.name ?? 'kept');
    turn.show(receipt ?? (await this.dialog.present(turn, draft)));
  }

  private async tell(turn: Turn, draft: Draft, raw: string): Promise<void> {
    const text = written(raw);
    if (text.kind === 'text') return this.input(turn, draft, { do: 'tell', text: text.text });
    await this.helpFirst(turn);
    turn.say(text.kind === 'tooLong' ? tooLongWords(text.length) : FEW_WORDS);
    turn.show(await this.dialog.present(turn, draft));
  }

  private async input(turn: Turn, draft: Draft, input: Parameters<ReportDialog['take']>[2]): Promise<void> {
    const shown = await this.dialog.take(turn, draft.id, input);
    if (shown.kind === 'refused') {
      await this.helpFirst(turn);
      turn.say(shown.words);
    }
    if (shown.kind !== 'cards') return turn.show(await this.dialog.present(turn, draft));
    for (const card of shown.cards) turn.show(card);
  }
}

/** Few words, or a question that is not part of what happened: "who can see what I write here?" */
function isCommandHere(draft: Draft, text: string): boolean {
  return areFewWords(text) || (asksAQuestion(text) && looksLikeQuestion(draft, text));
}

const isNoAnswer = ({ do: what }: Understood): boolean => what === 'unclear' || what === 'tell';

function looksLikeQuestion(draft: Draft, text: string): boolean {
  return !asksForFreeText(draft) || (text.endsWith('?') && text.length <= LONGEST_QUESTION);
}

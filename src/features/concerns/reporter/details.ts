import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { helpNow } from '../report/helpNow';
import { NO_FILES } from '../report/typedText';
import { asksAQuestion, isSaidAlone, plain } from '../report/typed/plainWords';
import { AS_IT_IS, INITIALS, NO_MORE, SAVE, SKIP } from '../report/typed/shortAnswers';
import { detailCard, thanksCard } from './detailCards';
import type { ChatAsked, DetailAsked } from './chatAsked';
import type { DetailQuestion } from './detailQuestions';
import { DETAIL_QUESTIONS, firstQuestion, questionAfter } from './detailQuestions';
import type { OwnPress, OwnReports } from './ownReport';
import type { SavedDetail, WrittenDetail } from './saveDetail';
import { detailKey, saveDetail } from './saveDetail';

const inputsSchema = z.object({
  question: z.enum(DETAIL_QUESTIONS).optional().catch(undefined),
  detail: z.string().catch(''),
  as: z.enum(['initials', 'written']).optional().catch(undefined),
});

/** A report, and the question that is asked about it. */
interface Asking {
  readonly id: string;
  readonly value: Case;
  readonly question: DetailQuestion;
}

const SAVED = 'Saved. The complaints team can see it.';

/** What a reporter adds after sending: one thing at a time, each optional, now or later, pressed or typed. */
export class Details {
  constructor(
    readonly own: OwnReports,
    private readonly deps: ConcernsDeps,
    readonly cases: CaseStore,
    private readonly asked: ChatAsked,
  ) {}

  register(): void {
    this.own.on('concerns.addDetail', (turn, press) => this.begin(turn, askingOf(press)));
    this.own.on('concerns.saveDetail', (turn, press) => this.press(turn, press));
    this.own.on('concerns.skipDetail', async (turn, press) =>
      showCard(await this.next(turn, askingOf(press))),
    );
    this.own.on('concerns.endDetails', async (turn, { id, value }) =>
      showCard(await this.end(turn, id, value)),
    );
  }

  /** @returns false when the message does not answer that question. */
  async typed(turn: Turn, place: DetailAsked | undefined, command: string | undefined): Promise<boolean> {
    const value = place && (await this.own.of(turn.person, place.case));
    if (!value) return false;
    const { case: id, question } = place;
    const isRepeat =
      place.by === turn.activityId || (await this.cases.hasDetail(id, detailKey(this.deps, turn, id)));
    const isCommand = command !== undefined && isSaidAlone(turn.text) && !NO_MORE.includes(plain(turn.text));
    if (!isRepeat && (isCommand || !question)) return false;
    turn.keepNothingSaid();
    if (turn.attachmentCount > 0) turn.say(NO_FILES);
    if (!question) turn.show(thanksCard(value));
    else if (isRepeat) turn.show(detailCard(id, value, question, place));
    else for (const card of await this.answer(turn, { id, value, question }, place)) turn.show(card);
    return true;
  }

  private async begin(turn: Turn, { id, value, question }: Asking): Promise<CardReply> {
    await this.at(turn, { case: id, question });
    turn.show(detailCard(id, value, question));
    return notice('You can add to your report below.');
  }

  private async press(turn: Turn, press: OwnPress): Promise<CardReply> {
    const asking = askingOf(press);
    const { detail, as } = inputsSchema.parse(press.data);
    const saved = await saveDetail(this.deps, this, turn, { ...asking, detail, as });
    if (saved.kind === 'refused') return notice(saved.words);
    const [first, ...rest] = await this.cardsAfter(turn, asking, saved);
    for (const card of rest) turn.show(card);
    return showCard(first);
  }

  private async answer(turn: Turn, asking: Asking, { pending }: DetailAsked): Promise<readonly Card[]> {
    const { id, value, question } = asking;
    const words = plain(turn.text);
    if (NO_MORE.includes(words)) return [await this.end(turn, id, value)];
    if (pending && INITIALS.includes(words))
      return this.tell(turn, { ...asking, detail: pending, as: 'initials' });
    if (pending && AS_IT_IS.includes(words))
      return this.tell(turn, { ...asking, detail: pending, as: 'written' });
    if (SKIP.includes(words)) return [await this.next(turn, asking)];
    const isQuestion = asksAQuestion(turn.text) && (await this.deps.answerQuestion(turn));
    if (turn.text === '' || SAVE.includes(words) || isQuestion)
      return [detailCard(id, value, question, { pending })];
    return this.tell(turn, { ...asking, detail: turn.text });
  }

  private async tell(turn: Turn, asking: Asking & WrittenDetail): Promise<readonly Card[]> {
    const saved = await saveDetail(this.deps, this, turn, asking);
    if (saved.kind !== 'refused') return this.cardsAfter(turn, asking, saved);
    turn.say(saved.words);
    return [detailCard(asking.id, asking.value, asking.question)];
  }

  /** Urgent words bring the numbers to ring before anything else. */
  private async cardsAfter(
    turn: Turn,
    asking: Asking,
    { kind, text }: Exclude<SavedDetail, { readonly kind: 'refused' }>,
  ): Promise<readonly [Card, ...Card[]]> {
    const { id, value, question } = asking;
    if (kind === 'personal') {
      await this.at(turn, { case: id, question, pending: text });
      return [detailCard(id, value, question, { pending: text })];
    }
    const next = await this.next(turn, asking, SAVED);
    const help = await helpNow(this.deps, text);
    return help ? [help, next] : [next];
  }

  private async next(turn: Turn, { id, value, question }: Asking, lead = ''): Promise<Card> {
    const next = questionAfter(question, value.kind);
    await this.at(turn, { case: id, question: next });
    return next ? detailCard(id, value, next, { lead }) : thanksCard(value);
  }

  private at(turn: Turn, asked: Omit<DetailAsked, 'by'>): Promise<void> {
    return this.asked.putDetail(turn.place.conversationId, { ...asked, by: turn.activityId });
  }

  private async end(turn: Turn, id: string, value: Case): Promise<Card> {
    await this.at(turn, { case: id });
    return thanksCard(value);
  }
}

function askingOf({ id, value, data }: OwnPress): Asking {
  return { id, value, question: inputsSchema.parse(data).question ?? firstQuestion(value.kind) };
}

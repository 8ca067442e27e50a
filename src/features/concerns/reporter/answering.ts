import { z } from 'zod';
import { notice, showCard } from '../../../bot/cardReply';
import type { CardReply } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { helpNow } from '../report/helpNow';
import { wholeMinute } from '../report/submit';
import { NO, SEND_ANSWER } from '../report/typed/shortAnswers';
import { plain } from '../report/typed/plainWords';
import { NO_FILES, tooLongWords, written } from '../report/typedText';
import { questionCard } from '../telling/tellingCards';
import { withTelling } from '../telling/tellings';
import { ANSWER } from '../work/caseFields';
import type { AnswerAsked, ChatAsked } from './chatAsked';
import { LONGEST_DETAIL, MOST_DETAILS } from './detailQuestions';
import type { OwnPress, OwnReports } from './ownReport';
import { plainCard } from './receipt';

const inputsSchema = z.object({
  question: z.coerce.number().int().nonnegative().catch(0),
  answer: z.string().catch(''),
});
const NOTHING_WRITTEN = 'There is nothing to send yet. Please write a few words.';
const FULL = 'This report cannot take more. Please ring the complaints team with your answer.';
const NOT_SENT =
  'All right: nothing was sent to the complaints team. If it was something else, please type it again.';

interface Answer {
  readonly key: string;
  readonly question: number;
  readonly text: string;
  readonly urgent: boolean;
  readonly at: string;
}

/**
 * A reporter answers a question of the complaints team's; the bot passes it on without a name. What they type may be
 * about something else, so it is sent only once they say that it is their answer.
 */
export class Answering {
  constructor(
    private readonly own: OwnReports,
    private readonly cases: CaseStore,
    private readonly deps: ConcernsDeps,
    private readonly asked: ChatAsked,
  ) {}

  register(): void {
    this.own.on('concerns.giveAnswer', (turn, press) => this.press(turn, press));
    this.own.on('concerns.notMyAnswer', async (turn) => {
      await this.asked.putAnswer(turn.place.conversationId, undefined);
      return notice(NOT_SENT);
    });
  }

  /** @returns false when the message does not seem to answer the question of a handler. */
  async typed(turn: Turn, asked: AnswerAsked | undefined, command: string | undefined): Promise<boolean> {
    const value = asked && (await this.own.of(turn.person, asked.case));
    if (!value || value.question?.event !== asked.number) return false;
    const isRepeat = asked.sentBy === turn.activityId;
    const chosen = asked.pending ? choiceIn(turn.text) : undefined;
    if (!isRepeat && chosen !== 'send' && value.question.state === 'answered') return false;
    const isAnswer = isRepeat || chosen !== undefined || (!command && (await this.deps.tells(turn.text)));
    if (!isAnswer) return false;
    turn.keepNothingSaid();
    if (isRepeat) turn.show(thanks(value));
    else if (chosen === 'send') await this.sendTyped(turn, asked, value);
    else if (chosen === 'leave') await this.leave(turn);
    else await this.offer(turn, asked, value);
    return true;
  }

  /** Urgent words bring the numbers to ring before anything else. */
  private async press(turn: Turn, press: OwnPress): Promise<CardReply> {
    const { question, answer } = inputsSchema.parse(press.data);
    const refusal = await this.give(turn, press, { number: question, text: answer });
    if (refusal !== undefined) return notice(refusal);
    const help = await helpNow(this.deps, answer);
    if (help) turn.show(thanks(press.value));
    return showCard(help ?? thanks(press.value));
  }

  /** The numbers to ring stand above it already, where the words are urgent. */
  private async sendTyped(
    turn: Turn,
    { case: id, number, pending = '' }: AnswerAsked,
    value: Case,
  ): Promise<void> {
    const refusal = await this.give(turn, { id, value }, { number, text: pending });
    if (refusal !== undefined) return turn.say(refusal);
    turn.show(thanks(value));
    await this.asked.putAnswer(turn.place.conversationId, { case: id, number, sentBy: turn.activityId });
  }

  private async leave(turn: Turn): Promise<void> {
    await this.asked.putAnswer(turn.place.conversationId, undefined);
    turn.say(NOT_SENT);
  }

  private async offer(turn: Turn, { case: id, number }: AnswerAsked, value: Case): Promise<void> {
    const help = await helpNow(this.deps, turn.text);
    if (help) turn.show(help);
    if (turn.attachmentCount > 0) turn.say(NO_FILES);
    const text = written(turn.text, LONGEST_DETAIL);
    if (text.kind === 'tooLong') turn.say(tooLongWords(text.length, LONGEST_DETAIL));
    if (text.kind !== 'text') return;
    await this.asked.putAnswer(turn.place.conversationId, { case: id, number, pending: text.text });
    const asking = await this.cases.event(id, number);
    turn.show(questionCard(id, value, { number, words: asking?.note ?? '' }, text.text));
  }

  /** @returns what to say where it was not taken, undefined where it is with the complaints team. */
  private async give(
    turn: Turn,
    { id }: Pick<OwnPress, 'id' | 'value'>,
    answer: { readonly number: number; readonly text: string },
  ): Promise<string | undefined> {
    const text = written(answer.text, LONGEST_DETAIL);
    if (text.kind === 'tooLong') return tooLongWords(text.length, LONGEST_DETAIL);
    if (text.kind !== 'text') return NOTHING_WRITTEN;
    const question = answer.number;
    // The same words to the same question are one answer, however often they are sent.
    const key = this.deps.sealing.tag(`${question} ${text.text}`, `concerns.givenAnswer ${id}`);
    if (!(await this.cases.hasDetail(id, key))) {
      const urgent = (await this.deps.urgencyIn(text.text)) !== false;
      const at = wholeMinute(this.deps.clock.now());
      const given = { key, question, text: text.text, urgent, at };
      if (!(await this.own.step(turn, id, (now) => answered(now, given)))) return FULL;
    }
    return undefined;
  }
}

/** What somebody types who was shown what they typed before, with a button for each. */
function choiceIn(text: string): 'send' | 'leave' | undefined {
  const words = plain(text);
  if (SEND_ANSWER.includes(words)) return 'send';
  return NO.includes(words) ? 'leave' : undefined;
}

function thanks({ reference }: Case): Card {
  const words = `Your answer is with the complaints team. You can add to report ${reference} at any time: type **my reports**.`;
  return plainCard('Thank you', words);
}

/** A late answer is taken as well: it may still help. */
function answered(now: Case, { key, question, text, urgent, at }: Answer): CaseStep | undefined {
  if (now.details >= MOST_DETAILS) return undefined;
  const number = now.details + 1;
  const isLast = now.question?.event === question;
  const next: Case = {
    ...{ ...now, added: true, details: number },
    ...(urgent && { urgency: 'danger' as const }),
    ...(now.question && isLast && { question: { ...now.question, state: 'answered' as const } }),
  };
  return {
    next: withTelling(next, 'answered'),
    event: { what: 'answered', at },
    detail: { key, value: { type: 'detail', number, question: ANSWER, text, addedAt: at } },
  };
}

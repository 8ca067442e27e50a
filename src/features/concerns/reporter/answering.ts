import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { helpNow } from '../report/helpNow';
import { wholeMinute } from '../report/submit';
import { tooLongWords, written } from '../report/typedText';
import { withTelling } from '../telling/tellings';
import { ANSWER } from '../work/caseFields';
import { LONGEST_DETAIL, MOST_DETAILS } from './detailQuestions';
import type { OwnPress, OwnReports } from './ownReport';
import { plainCard } from './receipt';

const inputsSchema = z.object({
  question: z.coerce.number().int().nonnegative().catch(0),
  answer: z.string().catch(''),
});
const NOTHING_WRITTEN = 'There is nothing to send yet. Please write a few words.';
const FULL = 'This report cannot take more. Please ring the complaints team with your answer.';

interface Answer {
  readonly key: string;
  readonly question: number;
  readonly text: string;
  readonly urgent: boolean;
  readonly at: string;
}

/** A reporter answers a question of the complaints team's; the bot passes it on without a name. */
export class Answering {
  constructor(
    private readonly own: OwnReports,
    private readonly cases: CaseStore,
    private readonly deps: ConcernsDeps,
  ) {}

  register(): void {
    this.own.on('concerns.giveAnswer', (turn, press) => this.give(turn, press));
  }

  private async give(turn: Turn, { id, value, data }: OwnPress): Promise<CardReply> {
    const inputs = inputsSchema.parse(data);
    const text = written(inputs.answer, LONGEST_DETAIL);
    if (text.kind === 'tooLong') return notice(tooLongWords(text.length, LONGEST_DETAIL));
    if (text.kind !== 'text') return notice(NOTHING_WRITTEN);
    const { question } = inputs;
    // The same words to the same question are one answer, however often they are sent.
    const key = this.deps.sealing.tag(`${question} ${text.text}`, `concerns.givenAnswer ${id}`);
    if (!(await this.cases.hasDetail(id, key))) {
      const urgent = (await this.deps.urgencyIn(text.text)) !== false;
      const answer = { key, question, text: text.text, urgent, at: wholeMinute(this.deps.clock.now()) };
      if (!(await this.own.step(turn, id, (now) => answered(now, answer)))) return notice(FULL);
    }
    return this.thanks(turn, value, text.text);
  }

  private async thanks(turn: Turn, { reference }: Case, text: string): Promise<CardReply> {
    const words = `Your answer is with the complaints team. You can add to report ${reference} at any time: type **my reports**.`;
    const card = plainCard('Thank you', words);
    const help = await helpNow(this.deps, text);
    if (help) turn.show(card);
    return showCard(help ?? card);
  }
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

import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { DetailQuestion } from './detailQuestions';
import {
  DETAIL_QUESTIONS,
  firstQuestion,
  LONGEST_DETAIL,
  MOST_DETAILS,
  questionAfter,
  wordsOf,
} from './detailQuestions';
import { dayMeant } from './dayMeant';
import { followUp, scheduleFollowUp } from './followUp';
import { helpNow } from '../report/helpNow';
import { plainCard } from './receipt';
import { reporterOf, wholeMinute } from '../report/submit';
import { tooLongWords, written } from '../report/typedText';

const pressSchema = z.object({
  case: z.string().min(1).max(100),
  question: z.enum(DETAIL_QUESTIONS).optional().catch(undefined),
  detail: z.string().catch(''),
});
type DetailPress = Required<z.infer<typeof pressSchema>> & {
  readonly question: DetailQuestion;
  readonly value: Case;
};
type Answer = (turn: Turn, press: DetailPress) => Promise<CardReply> | CardReply;

const NOT_YOURS = 'I cannot find that among your reports. Type **my reports** to see them.';
const NOTHING_WRITTEN = 'There is nothing to save yet. Write a few words, or press Skip.';
const STILL_TO_COME =
  'That day is still to come. Please write the day on which it happened, or say it in your own words. What you wrote is still there.';
const FULL = 'This report cannot take more. Please ring the complaints team with the rest.';

/** What a reporter adds after sending: one thing at a time, each optional, now or later. */
export function registerDetails(router: Router, deps: ConcernsDeps, cases: CaseStore): void {
  const mine = (answer: Answer) => async (turn: Turn, data: Record<string, unknown>) => {
    turn.keepNothingSaid();
    const press = pressSchema.safeParse(data);
    const value = press.success ? await cases.get(press.data.case) : undefined;
    const isMine = press.success && value && reporterOf(deps, press.data.case, value) === turn.person.id;
    if (!isMine) return notice(NOT_YOURS);
    return answer(turn, { ...press.data, question: press.data.question ?? firstQuestion(value.kind), value });
  };
  router.onCardAction(
    'concerns.addDetail',
    mine((turn, { case: id, question, value }) => {
      turn.show(detailCard(id, value, question));
      return notice('You can add to your report below.');
    }),
  );
  router.onCardAction(
    'concerns.saveDetail',
    mine((turn, press) => save(deps, cases, turn, press)),
  );
  router.onCardAction(
    'concerns.skipDetail',
    mine((_turn, press) => showCard(nextCard(press, ''))),
  );
  router.onCardAction(
    'concerns.endDetails',
    mine((_turn, { value }) => showCard(thanks(value))),
  );
}

async function save(
  deps: ConcernsDeps,
  cases: CaseStore,
  turn: Turn,
  press: DetailPress,
): Promise<CardReply> {
  const { case: id, question, detail } = press;
  const text = written(detail, LONGEST_DETAIL);
  if (text.kind === 'tooLong') return notice(tooLongWords(text.length, LONGEST_DETAIL));
  if (text.kind !== 'text') return notice(NOTHING_WRITTEN);
  const told =
    question === 'when' ? dayMeant(text.text, deps.clock.now()) : { ...text, kind: 'kept' as const };
  if (told.kind === 'toCome') return notice(STILL_TO_COME);
  const key = deps.sealing.tag(turn.activityId, `concerns.detail ${id}`);
  if (!(await cases.hasDetail(id, key))) {
    await scheduleFollowUp(deps, id);
    const at = wholeMinute(deps.clock.now());
    const urgent = (await deps.urgencyIn(text.text)) !== false;
    const result = await cases.step(id, (now) => added(now, { key, question, text: told.text, at, urgent }));
    if (!result?.taken) return notice(FULL);
  }
  turn.afterwards(async () => void (await followUp(deps, cases, id)));
  const next = nextCard(press, 'Saved. The complaints team can see it.');
  const help = await helpNow(deps, text.text);
  if (help) turn.show(next);
  return showCard(help ?? next);
}

interface Addition {
  readonly key: string;
  readonly question: DetailQuestion;
  readonly text: string;
  readonly at: string;
  readonly urgent: boolean;
}

function added(now: Case, { key, question, text, at, urgent }: Addition): CaseStep | undefined {
  if (now.details >= MOST_DETAILS) return undefined;
  const number = now.details + 1;
  return {
    next: { ...now, added: true, details: number, ...(urgent && { urgency: 'danger' }) },
    event: { what: 'detailAdded', at },
    detail: { key, value: { type: 'detail', number, question, text, addedAt: at } },
  };
}

function nextCard({ case: id, question, value }: DetailPress, lead: string): Card {
  const next = questionAfter(question, value.kind);
  return next ? detailCard(id, value, next, lead) : thanks(value);
}

function detailCard(id: string, { reference, kind }: Case, question: DetailQuestion, lead = ''): Card {
  const words = wordsOf(question, kind);
  return render('concerns/detail', {
    case: id,
    reference,
    question,
    ...words,
    lead,
    hasLead: lead !== '',
    longest: LONGEST_DETAIL,
  });
}

function thanks({ reference }: Case): Card {
  return plainCard(
    'Thank you',
    `That is all for report ${reference}. You can add more at any time: type **my reports**.`,
  );
}

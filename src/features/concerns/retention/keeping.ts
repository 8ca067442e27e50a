import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import { tooLongWords, written } from '../report/typedText';

const LONGEST = 500;
const inputsSchema = z.object({ reason: z.string().catch('') });
const ONLY_LEAD = 'Only the complaints lead decides whether a report is kept for longer.';
const WHY = 'Please write why it is to be kept. The reason stays in the history.';

/** The complaints lead keeps a case from being erased, or lets it go again. */
export class Keeping {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
    private readonly deps: Pick<ConcernsDeps, 'roles'>,
  ) {}

  register(): void {
    this.on('concerns.keepCase', (_turn, id, value) => openDialog(titleOf(value), keepCard(id, value)));
    this.on('concerns.keepCaseNow', (turn, id, value, data) => this.keep(turn, id, value, data));
    this.on('concerns.letCaseGo', (turn, id) => this.letGo(turn, id));
  }

  private on(
    verb: string,
    answer: (
      turn: Turn,
      id: string,
      value: Case,
      data: Record<string, unknown>,
    ) => Promise<CardReply> | CardReply,
  ): void {
    this.presses.on(verb, async (turn, { case: id }, data) => {
      if (!(await this.deps.roles.confirm(turn.person.id, 'complaintsLead'))) return notice(ONLY_LEAD);
      const value = await this.cases.get(id);
      return value ? answer(turn, id, value, data) : notice(NO_CASE);
    });
  }

  private async keep(turn: Turn, id: string, value: Case, data: Record<string, unknown>): Promise<CardReply> {
    const reason = written(inputsSchema.parse(data).reason, LONGEST);
    if (reason.kind !== 'text') {
      const problem = reason.kind === 'tooLong' ? tooLongWords(reason.length, LONGEST) : WHY;
      return openDialog(titleOf(value), keepCard(id, value, problem));
    }
    const [by, at] = [handlerOf(turn), this.presses.now()];
    const result = await this.presses.step(turn, id, (now) => {
      if (now.kept) return undefined;
      const event = { what: 'kept' as const, at, by, note: reason.text };
      return { next: { ...now, kept: { by, at, reason: reason.text } }, event };
    });
    // Its erasure may have begun since the press.
    return result ? done : notice(NO_CASE);
  }

  private async letGo(turn: Turn, id: string): Promise<CardReply> {
    const [by, at] = [handlerOf(turn), this.presses.now()];
    await this.presses.step(
      turn,
      id,
      (now) => now.kept && { next: { ...now, kept: undefined }, event: { what: 'letGo', at, by } },
    );
    return done;
  }
}

const titleOf = ({ reference }: Case): string => `How long ${reference} is kept`;

function keepCard(id: string, { reference, kept }: Case, problem = ''): Card {
  return render('concerns/keepCase', {
    ...{ case: id, reference, longest: LONGEST, isKept: kept !== undefined },
    words: kept ? `${kept.by.name}: ${kept.reason}` : '',
    ...{ problem, hasProblem: problem !== '' },
  });
}

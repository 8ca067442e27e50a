import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CaseStore } from '../case/caseStore';
import { dayOf } from '../clocks/workingDays';
import type { CasePress, HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import { readLines, recorded } from './lines';
import { linesCard } from './linesCard';

/** A handler records the five lines of safeguarding, all at once or one by one. */
export class LinesPresses {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
  ) {}

  register(): void {
    this.presses.on('concerns.safeguarding', (_turn, press) => this.show(press));
    this.presses.on('concerns.recordSafeguarding', (turn, press, data) => this.record(turn, press, data));
  }

  private async show({ case: id }: CasePress): Promise<CardReply> {
    const value = await this.cases.get(id);
    return value ? openDialog(`Safeguarding ${value.reference}`, linesCard(id, value)) : notice(NO_CASE);
  }

  private async record(
    turn: Turn,
    { case: id }: CasePress,
    data: Record<string, unknown>,
  ): Promise<CardReply> {
    const read = readLines(data, dayOf(this.presses.time()));
    const result = await this.presses.step(turn, id, (now) =>
      recorded(now, read, handlerOf(turn), this.presses.now()),
    );
    if (!result) return notice(NO_CASE);
    return openDialog(`Safeguarding ${result.now.reference}`, linesCard(id, result.now, read));
  }
}

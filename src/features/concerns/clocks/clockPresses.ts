import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { CasePress, HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import { clockCard } from './clockCard';
import { changed, changeOf, readInputs } from './clockChange';
import { scheduleClocks } from './clockJob';
import { dayOf } from './workingDays';

/** A handler looks at a case's clocks, and changes them with a reason. */
export class ClockPresses {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
    private readonly deps: Pick<ConcernsDeps, 'clock' | 'jobs'>,
  ) {}

  register(): void {
    this.presses.on('concerns.clocks', (_turn, press) => this.show(press));
    this.presses.on('concerns.changeClock', (turn, press, data) => this.change(turn, press, data));
  }

  private async show({ case: id }: CasePress): Promise<CardReply> {
    const value = await this.cases.get(id);
    if (!value) return notice(NO_CASE);
    return openDialog(`Dates of ${value.reference}`, clockCard(id, value, this.deps.clock.now()));
  }

  private async change(
    turn: Turn,
    { case: id }: CasePress,
    data: Record<string, unknown>,
  ): Promise<CardReply> {
    const now = this.deps.clock.now();
    const inputs = readInputs(data);
    const change = changeOf(inputs, dayOf(now));
    const value = await this.cases.get(id);
    if (!value) return notice(NO_CASE);
    const title = `Dates of ${value.reference}`;
    if (typeof change === 'string') return openDialog(title, clockCard(id, value, now, inputs, change));
    // Before the change is written, so that a crash between the two leaves no clock that nobody watches.
    await scheduleClocks(this.deps, id);
    const result = await this.presses.step(turn, id, (current) =>
      changed(current, change, handlerOf(turn), this.presses.now()),
    );
    if (!result) return notice(NO_CASE);
    await scheduleClocks(this.deps, id, now);
    return openDialog(title, clockCard(id, result.now, now));
  }
}

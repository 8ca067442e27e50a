import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Person, Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { scheduleClocks } from '../clocks/clockJob';
import { reporterOf } from '../report/submit';
import { followUp, scheduleFollowUp } from './followUp';

/** A reporter's press about a report of theirs. */
export interface OwnPress {
  readonly id: string;
  readonly value: Case;
  readonly data: Record<string, unknown>;
}

const pressSchema = z.object({ case: z.string().min(1).max(100) });
const NOT_YOURS = 'I cannot find that among your reports. Type **my reports** to see them.';

/** What reporters do with their own reports: nobody else learns whether there is such a report. */
export class OwnReports {
  constructor(
    private readonly router: Router,
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
  ) {}

  on(verb: string, answer: (turn: Turn, press: OwnPress) => Promise<CardReply>): void {
    this.router.onCardAction(verb, async (turn, data) => {
      turn.keepNothingSaid();
      const press = pressSchema.safeParse(data);
      const id = press.success ? press.data.case : '';
      const value = await this.of(turn.person, id);
      return value ? answer(turn, { id, value, data }) : notice(NOT_YOURS);
    });
  }

  /** The case, where this person reported it. */
  async of(person: Person, id: string): Promise<Case | undefined> {
    const value = id ? await this.cases.get(id) : undefined;
    return value && reporterOf(this.deps, id, value) === person.id ? value : undefined;
  }

  /**
   * The nets first, then the step, then everything that follows from it: urgent words start a clock.
   * @returns whether it was written
   */
  async step(turn: Turn, id: string, decide: (now: Case) => CaseStep | undefined): Promise<boolean> {
    await scheduleFollowUp(this.deps, id);
    await scheduleClocks(this.deps, id);
    const result = await this.cases.step(id, decide);
    await scheduleClocks(this.deps, id, this.deps.clock.now());
    turn.afterwards(async () => void (await followUp(this.deps, this.cases, id)));
    return result?.taken ?? false;
  }
}

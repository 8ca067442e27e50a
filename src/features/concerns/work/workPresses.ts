import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import { scheduleClocks } from '../clocks/clockJob';
import type { ConcernsDeps } from '../deps';
import { menuCard } from '../handling/caseActions';
import type { CasePress, HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import type { Found, Inputs, Said, Signed, Work } from './workForm';
import { printOf, readInputs, readSaid, workCard } from './workForm';

interface Filled {
  readonly said: Said;
  readonly signed: Signed;
  readonly found?: Found | undefined;
}

/** What a press came to: the step, nothing because it was made already, or why not. */
interface Outcome {
  readonly step?: CaseStep;
  readonly problem?: string;
}

/** Handlers work on a case: each thing that they do has a form, and the forms go one way. */
export class WorkPresses {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
    private readonly works: readonly Work[],
    private readonly deps: Pick<ConcernsDeps, 'jobs' | 'clock'>,
  ) {}

  register(): void {
    this.presses.on('concerns.menu', (_turn, { case: id }) =>
      this.withCase(id, (value) => openDialog(titleOf(value), menuCard(id, value))),
    );
    for (const each of this.works) {
      this.presses.on(each.verb, (_turn, { case: id }) =>
        this.withCase(id, async (value) => {
          const work = await prepared(each, id);
          const refused = work.refused(value);
          return refused ? notice(refused) : openDialog(titleOf(value), workCard(id, value, work));
        }),
      );
    }
    this.presses.on('concerns.work', async (turn, press, data) => {
      const inputs = readInputs(data);
      const work = this.works.find(({ verb }) => verb === inputs.work);
      return work ? this.save(await prepared(work, press.case), turn, press, inputs) : notice(NO_CASE);
    });
  }

  private async save(work: Work, turn: Turn, { case: id }: CasePress, inputs: Inputs): Promise<CardReply> {
    const said = readSaid(work, inputs);
    if (typeof said === 'string')
      return this.withCase(id, (value) =>
        openDialog(titleOf(value), workCard(id, value, work, inputs, said)),
      );
    const signed = { by: handlerOf(turn), at: this.presses.now() };
    const found = await work.find?.(id, said, signed);
    if (typeof found === 'string')
      return this.withCase(id, (value) =>
        openDialog(titleOf(value), workCard(id, value, work, inputs, found)),
      );
    await work.before?.(id);
    // A hold and the urgency move dates: looked at again now, and once more should this be cut short.
    await scheduleClocks(this.deps, id);
    const last: { problem?: string | undefined } = {};
    const result = await this.presses.step(turn, id, (now) => {
      const { step, problem } = outcomeOf(work, now, { said, signed, found }, inputs.shown);
      last.problem = problem;
      return step;
    });
    if (!result) return notice(NO_CASE);
    const other = found && work.elsewhere?.(id, result.now, found, signed);
    if (other) await this.presses.step(turn, other.id, other.decide);
    await scheduleClocks(this.deps, id, this.presses.time());
    const card = last.problem
      ? workCard(id, result.now, work, inputs, last.problem)
      : menuCard(id, result.now, 'It is in the history of the report now.');
    return openDialog(titleOf(result.now), card);
  }

  private async withCase(
    id: string,
    answer: (value: Case) => CardReply | Promise<CardReply>,
  ): Promise<CardReply> {
    const value = await this.cases.get(id);
    return value ? answer(value) : notice(NO_CASE);
  }
}

const prepared = async (work: Work, id: string): Promise<Work> => (await work.prepare?.(id)) ?? work;

function outcomeOf(work: Work, now: Case, { said, signed, found }: Filled, shown: number): Outcome {
  const key = work.adds ? `${work.verb} ${signed.by.id}` : work.verb;
  const print = printOf(signed, said, shown);
  const last = now.lastWork?.[key];
  if (last?.print === print) return {};
  if (last && !work.adds && last.event > shown) return { problem: cameSecond(last.by.name) };
  const refused = work.refused(now);
  if (refused) return { problem: refused };
  const { next, event, detail } = work.decide(now, said, signed, found);
  const lastWork = { ...now.lastWork, [key]: { event: now.events + 1, by: signed.by, print } };
  return { step: { next: { ...next, lastWork }, ...(event && { event }), ...(detail && { detail }) } };
}

const cameSecond = (first: string): string =>
  `${first} was first and has just done this. What you filled in is still here: press again if it is still right.`;
const titleOf = ({ reference }: Case): string => `Report ${reference}`;

import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import { casePage } from '../case/casePages';
import type { CaseStore } from '../case/caseStore';
import type { CasePress } from '../handling/handlerPresses';
import { handlerOf, pressSchema } from '../handling/handlerPresses';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { breachCard, breachRecorded, problemOf, readBreach } from './breach';
import type { ContactList } from './caseFields';
import type { ContactAccess } from './contactAccess';
import { ringWords } from './ringing';

const NOT_YOURS =
  'Only people whom the council named for this can open it, and not every report is for them.';

type Answer = (
  turn: Turn,
  press: CasePress,
  value: Case,
  data: Record<string, unknown>,
) => Promise<CardReply>;

/** What the named contacts do with a case of theirs: they read it, and data protection records its decision. */
export class ContactPresses {
  constructor(
    private readonly router: Router,
    private readonly deps: Pick<ConcernsDeps, 'clock' | 'contacts'>,
    private readonly cases: CaseStore,
    private readonly access: ContactAccess,
  ) {}

  register(): void {
    this.on('concerns.openAsContact', undefined, (turn, press) => this.open(turn, press));
    this.on('concerns.breach', 'dataProtection', (_turn, press, value) =>
      Promise.resolve(openDialog(`Data protection ${value.reference}`, breachCard(press.case, value))),
    );
    this.on('concerns.recordBreach', 'dataProtection', (turn, press, value, data) =>
      this.record(turn, press, value, data),
    );
  }

  /** Who acts is checked each time; it is never said whether there is such a case. */
  private on(verb: string, list: ContactList | undefined, answer: Answer): void {
    this.router.onCardAction(verb, async (turn, data) => {
      turn.keepNothingSaid();
      const press = pressSchema.safeParse(data);
      const value = press.success ? await this.cases.get(press.data.case) : undefined;
      if (!press.success || !value) return notice(NOT_YOURS);
      const lists = await this.access.listsFor(turn.person.id, value);
      const may = list ? lists.includes(list) : lists.length > 0;
      return may ? answer(turn, press.data, value, data) : notice(NOT_YOURS);
    });
  }

  private async open(turn: Turn, { case: id, page }: CasePress): Promise<CardReply> {
    const now = this.deps.clock.now();
    const event = { what: 'contactOpened' as const, at: wholeMinute(now), by: handlerOf(turn) };
    const result = await this.cases.step(id, (value) => ({ next: value, event }));
    if (!result) return notice(NOT_YOURS);
    const [details, events] = await Promise.all([this.cases.details(id), this.cases.events(id)]);
    const ring = ringWords(result.now, this.deps.contacts);
    const file = { id, value: result.now, details, events, now, ring };
    return openDialog(`Report ${result.now.reference}`, casePage(file, page, [], 'concerns.openAsContact'));
  }

  private async record(
    turn: Turn,
    { case: id }: CasePress,
    value: Case,
    data: Record<string, unknown>,
  ): Promise<CardReply> {
    const inputs = readBreach(data);
    const problem = problemOf(inputs);
    if (problem)
      return openDialog(`Data protection ${value.reference}`, breachCard(id, value, inputs, problem));
    const at = wholeMinute(this.deps.clock.now());
    await this.cases.step(id, (now) => breachRecorded(now, inputs, handlerOf(turn), at));
    return done;
  }
}

import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { casePage } from '../case/casePages';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import { channelCard } from '../case/channelCard';
import { actionsFor } from './caseActions';
import { closeCard, readClosing } from './closing';
import type { CasePress, HandlerPresses } from './handlerPresses';
import { handlerOf, NO_CASE } from './handlerPresses';
import { withTelling } from '../telling/tellings';
import { offHold } from '../work/workInWords';
import { notClosable, opened, takenOn } from './handlerSteps';

/** What the complaints team does with a case, from the card in their channel. */
export class Handling {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
  ) {}

  register(): void {
    this.presses.on('concerns.takeOn', (turn, press) => this.takeOn(turn, press));
    this.presses.on('concerns.takeOnHere', (turn, press) => this.takeOnHere(turn, press));
    this.presses.on('concerns.open', (turn, press) => this.open(turn, press));
    this.presses.on('concerns.close', (_turn, press) => this.askClosing(press));
    this.presses.on('concerns.closeNow', (turn, press, data) => this.close(turn, press, data));
  }

  private async takeOn(turn: Turn, { case: id }: CasePress): Promise<CardReply> {
    const now = await this.tryToTakeOn(turn, id);
    return typeof now === 'string' ? notice(now) : showCard(channelCard(id, now));
  }

  /** From the dialog, which then shows the case as it is. */
  private async takeOnHere(turn: Turn, press: CasePress): Promise<CardReply> {
    const now = await this.tryToTakeOn(turn, press.case);
    return typeof now === 'string' ? notice(now) : this.open(turn, { ...press, page: 0 });
  }

  /** @returns the case, which is this handler's; or who was first, in a sentence. */
  private async tryToTakeOn(turn: Turn, id: string): Promise<Case | string> {
    const by = handlerOf(turn);
    const result = await this.presses.step(turn, id, (now) => takenOn(now, by, this.presses.now()));
    if (!result) return NO_CASE;
    const { handler, status, reference } = result.now;
    if (status === 'taken' && handler?.id === by.id) return result.now;
    return `${handler?.name ?? 'Somebody else'} ${status === 'closed' ? 'has closed' : 'has already taken on'} ${reference}.`;
  }

  private async open(turn: Turn, { case: id, page }: CasePress): Promise<CardReply> {
    const result = await this.presses.step(turn, id, (now) =>
      opened(now, handlerOf(turn), this.presses.now()),
    );
    if (!result) return notice(NO_CASE);
    const [details, events] = await Promise.all([this.cases.details(id), this.cases.events(id)]);
    return openDialog(
      `Report ${result.now.reference}`,
      casePage(
        {
          id,
          value: result.now,
          details,
          events,
          now: this.presses.time(),
          ring: this.presses.ring(result.now),
        },
        page,
        actionsFor(result.now),
      ),
    );
  }

  private async askClosing({ case: id }: CasePress): Promise<CardReply> {
    const value = await this.cases.get(id);
    const refused = value ? notClosable(value) : NO_CASE;
    return refused || !value
      ? notice(refused ?? NO_CASE)
      : openDialog(`Close ${value.reference}`, closeCard(id, value));
  }

  private async close(
    turn: Turn,
    { case: id }: CasePress,
    data: Record<string, unknown>,
  ): Promise<CardReply> {
    const value = await this.cases.get(id);
    if (!value) return notice(NO_CASE);
    const closing = readClosing(data);
    if ('problem' in closing) return openDialog(`Close ${value.reference}`, closeCard(id, value, closing));
    const by = handlerOf(turn);
    const { outcome, reply, note } = closing;
    const result = await this.presses.step(turn, id, (now) => {
      if (notClosable(now)) return undefined;
      const event = { what: 'closed' as const, at: this.presses.now(), by, ...(note && { note }) };
      const next: Case = {
        ...offHold(now, this.presses.now()),
        status: 'closed',
        outcome,
        reply,
        handler: now.handler ?? by,
      };
      return { next: withTelling(next, 'closed'), event };
    });
    if (!result) return notice(NO_CASE);
    // The same press again finds its own closing; anybody else hears that they came too late.
    const isOwn = result.now.outcome === outcome && result.now.reply === reply;
    return result.taken || isOwn ? done : notice(notClosable(result.now) ?? NO_CASE);
  }
}

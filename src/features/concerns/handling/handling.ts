import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog, showCard } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Turn } from '../../../bot/turn';
import type { Case, Handler } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import { closeCard, readClosing } from './closing';
import { casePage } from '../case/casePages';
import { channelCard } from '../case/channelCard';
import type { ConcernsDeps } from '../deps';
import { followUp, scheduleFollowUp } from '../reporter/followUp';
import { notClosable, opened, takenOn } from './handlerSteps';
import { wholeMinute } from '../report/submit';

const pressSchema = z.object({
  case: z.string().min(1).max(100),
  page: z.coerce.number().int().nonnegative().catch(0),
});
type CasePress = z.infer<typeof pressSchema>;
type Answer = (turn: Turn, press: CasePress, data: Record<string, unknown>) => Promise<CardReply>;

const HANDLERS_ONLY =
  'Only the complaints team can do this. If you think that you should be able to, ask your administrator.';
const NO_CASE = 'I cannot find that report any more.';

/** What the complaints team does with a case, from the card in their channel. */
export class Handling {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
  ) {}

  register(router: Router): void {
    router.onCardAction(
      'concerns.takeOn',
      this.handlersOnly((turn, press) => this.takeOn(turn, press)),
    );
    router.onCardAction(
      'concerns.open',
      this.handlersOnly((turn, press) => this.open(turn, press)),
    );
    router.onCardAction(
      'concerns.close',
      this.handlersOnly((_turn, press) => this.askClosing(press)),
    );
    router.onCardAction(
      'concerns.closeNow',
      this.handlersOnly((turn, press, data) => this.close(turn, press, data)),
    );
  }

  /** Who acts is confirmed with Teams each time, before it is said whether there is such a case. */
  private handlersOnly(answer: Answer) {
    return async (turn: Turn, data: Record<string, unknown>): Promise<CardReply> => {
      turn.keepNothingSaid();
      if (!(await this.deps.roles.confirm(turn.person.id, 'handler'))) return notice(HANDLERS_ONLY);
      const press = pressSchema.safeParse(data);
      if (!press.success) return notice(NO_CASE);
      await this.knowCard(turn, press.data.case);
      return answer(turn, press.data, data);
    };
  }

  private async takeOn(turn: Turn, { case: id }: CasePress): Promise<CardReply> {
    const by = handlerOf(turn);
    const result = await this.step(turn, id, (now) => takenOn(now, by, this.now()));
    if (!result) return notice(NO_CASE);
    const { handler, status, reference } = result.now;
    if (status === 'taken' && handler?.id === by.id) return showCard(channelCard(id, result.now));
    return notice(
      `${handler?.name ?? 'Somebody else'} ${status === 'closed' ? 'has closed' : 'has already taken on'} ${reference}.`,
    );
  }

  private async open(turn: Turn, { case: id, page }: CasePress): Promise<CardReply> {
    const result = await this.step(turn, id, (now) => opened(now, handlerOf(turn), this.now()));
    if (!result) return notice(NO_CASE);
    const [details, events] = await Promise.all([this.cases.details(id), this.cases.events(id)]);
    return openDialog(
      `Report ${result.now.reference}`,
      casePage({ id, value: result.now, details, events }, page),
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
    const result = await this.step(turn, id, (now) => {
      if (now.status !== 'taken') return undefined;
      const event = { what: 'closed' as const, at: this.now(), by, ...(note && { note }) };
      return { next: { ...now, status: 'closed', outcome, reply, handler: now.handler ?? by }, event };
    });
    if (!result) return notice(NO_CASE);
    // The same press again finds its own closing; anybody else hears that they came too late.
    const isOwn = result.now.outcome === outcome && result.now.reply === reply;
    return result.taken || isOwn ? done : notice(notClosable(result.now) ?? NO_CASE);
  }

  /** The net first, then the step, then everything that follows from it. */
  private async step(turn: Turn, id: string, decide: (now: Case) => CaseStep | undefined) {
    if (await this.cases.get(id)) await scheduleFollowUp(this.deps, id);
    const result = await this.cases.step(id, decide);
    if (result) turn.afterwards(async () => void (await followUp(this.deps, this.cases, id)));
    return result;
  }

  /** A second card, there because an answer of Teams was lost, becomes known by the press that it brings. */
  private async knowCard(turn: Turn, id: string): Promise<void> {
    const card = turn.cardActivityId;
    const channel = await this.deps.directory.concernsChannel();
    if (!card || !channel || turn.place.channelId !== channel.channelId) return;
    const { serviceUrl } = channel.team;
    await this.cases.step(id, (now) => {
      if (now.channelCards.includes(card)) return undefined;
      const handOff = {
        state: 'posted' as const,
        failures: now.handOff.failures,
        channel: { serviceUrl, channelId: channel.channelId },
      };
      return { next: { ...now, handOff, channelCards: [...now.channelCards, card], drawn: '' } };
    });
  }

  private now(): string {
    return wholeMinute(this.deps.clock.now());
  }
}

const handlerOf = ({ person: { id, name } }: Turn): Handler => ({ id, name });

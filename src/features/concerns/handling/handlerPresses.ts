import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Turn } from '../../../bot/turn';
import type { CaseAccess } from '../access/caseAccess';
import type { Confirming } from '../access/confirming';
import type { Case, Handler } from '../case/case';
import type { CaseStep, CaseStore, StepResult } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { followUp, scheduleFollowUp } from '../reporter/followUp';
import { ringWords } from '../safeguarding/ringing';

/** What comes back from a card about a case. */
export const pressSchema = z.object({
  case: z.string().min(1).max(100),
  page: z.coerce.number().int().nonnegative().catch(0),
});

/** What every press about a case names. */
export type CasePress = z.infer<typeof pressSchema>;
type Answer = (turn: Turn, press: CasePress, data: Record<string, unknown>) => Promise<CardReply>;

export const NO_CASE = 'I cannot find that report any more.';

/** The one way in which handlers act on a case: who acts is checked, the step is written, and the world follows. */
export class HandlerPresses {
  constructor(
    private readonly router: Router,
    private readonly deps: ConcernsDeps,
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly confirming: Confirming,
  ) {}

  /**
   * Who acts is confirmed with Teams each time, before it is said whether there is such a case. Whoever is named in
   * one is answered as if there were none.
   */
  on(verb: string, answer: Answer): void {
    this.router.onCardAction(verb, async (turn, data) => {
      turn.keepNothingSaid();
      const { person } = turn;
      const press = pressSchema.safeParse(data);
      const standing = await this.access.standing(person.id, press.data?.case ?? '');
      if (standing === 'noHandler') return notice(await this.confirming.turnAway(person));
      if (standing === 'noCase' || !press.success) return notice(NO_CASE);
      await this.knowCard(turn, press.data.case);
      return answer(turn, press.data, data);
    });
  }

  /**
   * The net first, then the step, then everything that follows from it.
   * @returns undefined when there is no such case
   */
  async step(
    turn: Turn,
    id: string,
    decide: (now: Case) => CaseStep | undefined,
  ): Promise<StepResult | undefined> {
    if (await this.cases.get(id)) await scheduleFollowUp(this.deps, id);
    const result = await this.cases.step(id, decide);
    if (result) turn.afterwards(async () => void (await followUp(this.deps, this.cases, id)));
    return result;
  }

  /** Whom the handler has to ring or write to about a case, where nobody was reached in Teams. */
  ring(value: Case): string {
    return ringWords(value, this.deps.contacts);
  }

  /** The product's time. */
  time(): Date {
    return this.deps.clock.now();
  }

  /** The time of a step, as its event keeps it. */
  now(): string {
    return wholeMinute(this.deps.clock.now());
  }

  /** A second card, there because an answer of Teams was lost, becomes known by the press that it brings. */
  private async knowCard(turn: Turn, id: string): Promise<void> {
    const card = turn.cardActivityId;
    if (!card) return;
    const channel = await this.deps.directory.concernsChannel();
    await this.cases.step(id, (now) => {
      const place = placeOfCard(now, turn, channel);
      if (!place || now.channelCards.includes(card)) return undefined;
      const handOff = { state: 'posted' as const, failures: now.handOff.failures, ...place };
      return { next: { ...now, handOff, channelCards: [...now.channelCards, card], drawn: '' } };
    });
  }
}

/** Where the pressed card stands, when it is a place for the case: its chat, or else the channel. */
function placeOfCard(
  { handOff: { chat } }: Case,
  { place }: Turn,
  channel: Awaited<ReturnType<ConcernsDeps['directory']['concernsChannel']>>,
): Pick<Case['handOff'], 'chat' | 'channel'> | undefined {
  if (chat) return place.conversationId === chat.conversationId ? { chat } : undefined;
  if (!channel || place.channelId !== channel.channelId) return undefined;
  return { channel: { serviceUrl: channel.team.serviceUrl, channelId: channel.channelId } };
}

/** Whoever acts in a turn. */
export const handlerOf = ({ person: { id, name } }: Turn): Handler => ({ id, name });

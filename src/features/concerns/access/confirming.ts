import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Person, Turn } from '../../../bot/turn';
import type { Standing } from '../../../storage/complaintsRoles';
import type { ConcernsDeps } from '../deps';
import { told } from './accessCards';
import { scheduleDecisions } from './decisions';
import { scheduleLeftHandlers } from './leftHandlers';

type ConfirmingDeps = Pick<ConcernsDeps, 'complaints' | 'roles' | 'jobs' | 'clock'>;
/** Somebody about whom the lead decides. */
export type Candidate = Pick<Standing, 'personId' | 'teamsId' | 'name'>;
export type Decided = 'confirmed' | 'refused' | 'removed';

const pressSchema = z.object({ person: z.string().min(1).max(100) });

export const WHO_SEES = 'Who may see reports';
export const LEAD_ONLY = 'Only the complaints lead decides who may see reports.';
export const NOT_POSSIBLE =
  'Teams does not say that this person is a member of the complaints team, or they are a guest or an administrator of this bot. Nothing was changed.';
const HANDLERS_ONLY =
  'Only the complaints team can do this. If you think that you should be able to, ask your administrator.';
const NO_LEAD =
  'Nobody leads the complaints team yet, so nobody can confirm you. Please ask your administrator to name the lead.';
const ASKED =
  'The complaints lead has to confirm you once before you can see reports. I have asked them, and nothing was changed.';
const NOT_CONFIRMED =
  'The complaints lead has not confirmed you, so you cannot see reports. Please speak with them.';

/** Membership of the complaints team is not enough: the lead confirms each handler once, and the channel is told. */
export class Confirming {
  constructor(private readonly deps: ConfirmingDeps) {}

  register(router: Router): void {
    router.onCardAction('concerns.confirmHandler', (turn, data) => this.press(turn, data, 'confirmed'));
    router.onCardAction('concerns.refuseHandler', (turn, data) => this.press(turn, data, 'refused'));
  }

  /**
   * Why somebody who is no handler cannot act. Where they could be one, the lead is asked about them, once. Of whoever
   * is confirmed Teams has just said no, and is not asked again: a press does not wait so long.
   */
  async turnAway(person: Person): Promise<string> {
    const { complaints, roles } = this.deps;
    if ((await complaints.holds(person.id)) || !(await roles.couldHandle(person.id))) return HANDLERS_ONLY;
    const standing = (await this.deps.complaints.handler(person.id)) ?? (await this.ask(person));
    if (standing?.state !== 'asked') return NOT_CONFIRMED;
    return (await this.deps.complaints.lead()) ? ASKED : NO_LEAD;
  }

  /** @returns what came of it, or undefined where this person cannot be a handler. */
  async decide(lead: Person, who: Candidate, state: Decided): Promise<string | undefined> {
    const { personId, teamsId, name } = who;
    if (state === 'confirmed' && !(await this.deps.roles.couldHandle(personId))) return undefined;
    const by = { id: lead.id, name: lead.name };
    const next = { personId, teamsId, name, state, by, at: this.now(), told: state === 'refused' };
    await scheduleLeftHandlers(this.deps, false);
    await this.write(personId, (now) => (now?.state === state ? undefined : next));
    if (state === 'removed') await scheduleLeftHandlers(this.deps, true);
    return state === 'confirmed'
      ? `${name} can see and handle reports now. The channel is told.`
      : `${name} cannot see reports.`;
  }

  isLead({ id }: Person): Promise<boolean> {
    return this.deps.roles.confirm(id, 'complaintsLead');
  }

  private async press({ person }: Turn, data: unknown, decided: Decided): Promise<CardReply> {
    const press = pressSchema.safeParse(data);
    if (!(await this.isLead(person))) return notice(LEAD_ONLY);
    const asked = press.success ? await this.deps.complaints.handler(press.data.person) : undefined;
    const words = asked && (await this.decide(person, asked, decided));
    return words ? showCard(told(WHO_SEES, words)) : notice(NOT_POSSIBLE);
  }

  private ask({ id, teamsId, name }: Person): Promise<Standing | undefined> {
    const asked = { personId: id, teamsId, name, state: 'asked', at: this.now(), told: true } as const;
    return this.write(id, (now) => (now ? undefined : asked));
  }

  /** The net first, then the decision, then everything that follows from it. */
  private async write(
    personId: string,
    decide: (now: Standing | undefined) => Standing | undefined,
  ): Promise<Standing | undefined> {
    await scheduleDecisions(this.deps, false);
    const standing = await this.deps.complaints.change(personId, decide);
    await scheduleDecisions(this.deps, true);
    return standing;
  }

  private now(): string {
    return this.deps.clock.now().toISOString();
  }
}

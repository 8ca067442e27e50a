import type { CardReply } from '../../../bot/cardReply';
import { done, notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { CasePress, HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import { whoReported } from '../sealing/reporterSeal';
import { nameCard, reasonCard } from './revealCards';
import { readWish, revealForm } from './revealForm';
import type { RevealPeople } from './revealPeople';
import { asked, decided, maySeeName, shown, standing } from './revealSteps';
import { scheduleReveal } from './revealTelling';

const SHOWN = 'The reporter chose to show their name. It stands in the summary of the report.';
const UNDER_WAY = 'It was asked already who reported this. The second handler has 24 hours to answer.';
const TELLING_FIRST = 'The reporter is being told first. Please try again in a minute.';
const NOT_FOR_YOU = 'This is not for you to decide, or it is over.';
const NOT_NOW = 'You cannot see the name now. Please ask for it in the report.';
const SENT = 'I have asked them. You hear from me when they have answered.';

/** Who reported, where the name is kept back: asked with a reason, agreed to by a second handler, shown in a dialog. */
export class RevealPresses {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
    private readonly people: RevealPeople,
    private readonly deps: Pick<ConcernsDeps, 'sealing' | 'jobs' | 'clock'>,
  ) {}

  register(): void {
    this.on('concerns.reveal', (turn, press, value) => this.begin(turn, press, value));
    this.on('concerns.askReveal', (turn, press, value, data) => this.ask(turn, press, value, data));
    this.on('concerns.readReveal', (turn, press, value) => this.read(turn, press, value));
    this.on('concerns.agreeReveal', (turn, press) => this.decide(turn, press, 'agreed'));
    this.on('concerns.refuseReveal', (turn, press) => this.decide(turn, press, 'refused'));
    this.on('concerns.showName', (turn, press, value) => this.show(turn, press, value));
  }

  private on(
    verb: string,
    answer: (turn: Turn, id: string, value: Case, data: Record<string, unknown>) => Promise<CardReply>,
  ): void {
    this.presses.on(verb, async (turn, { case: id }: CasePress, data) => {
      const value = await this.cases.get(id);
      return value ? answer(turn, id, value, data) : notice(NO_CASE);
    });
  }

  private async begin(turn: Turn, id: string, value: Case): Promise<CardReply> {
    const why = this.notAskable(turn, value);
    if (why === 'show') return this.show(turn, id, value);
    if (why) return notice(why);
    return openDialog(titleOf(value), revealForm(id, value, await this.people.others(turn.person.id, value)));
  }

  private async ask(turn: Turn, id: string, value: Case, data: Record<string, unknown>): Promise<CardReply> {
    const why = this.notAskable(turn, value);
    if (why === 'show') return this.show(turn, id, value);
    if (why) return notice(why);
    const others = await this.people.others(turn.person.id, value);
    const read = readWish(data, others);
    const { wish } = read;
    if (!wish) return openDialog(titleOf(value), revealForm(id, value, others, read));
    await scheduleReveal(this.deps, id, false);
    const result = await this.presses.step(turn, id, (now) =>
      asked(now, handlerOf(turn), wish, this.deps.clock.now(), this.presses.now()),
    );
    await scheduleReveal(this.deps, id, true);
    if (!result) return notice(NO_CASE);
    return wish.lifeAtRisk ? this.show(turn, id, result.now) : notice(result.taken ? SENT : UNDER_WAY);
  }

  /** Why it cannot be asked now; `show` where this person may see the name already. */
  private notAskable({ person }: Turn, value: Case): string | undefined {
    const now = this.deps.clock.now();
    if (value.name !== 'kept') return SHOWN;
    if (maySeeName(value, person.id, now)) return 'show';
    const reveal = standing(value, now);
    if (!reveal) return undefined;
    return reveal.state === 'agreed' && reveal.by.id === person.id ? TELLING_FIRST : UNDER_WAY;
  }

  /** The second handler reads why. */
  private read({ person }: Turn, id: string, value: Case): Promise<CardReply> {
    const reveal = standing(value, this.deps.clock.now());
    const isTheirs = reveal && (reveal.second?.id === person.id || reveal.by.id === person.id);
    if (!isTheirs) return Promise.resolve(notice(NOT_FOR_YOU));
    const mayDecide = reveal.state === 'asked' && reveal.second?.id === person.id;
    return Promise.resolve(openDialog(titleOf(value), reasonCard(id, value, reveal, mayDecide)));
  }

  private async decide(turn: Turn, id: string, state: 'agreed' | 'refused'): Promise<CardReply> {
    await scheduleReveal(this.deps, id, false);
    const by = handlerOf(turn);
    const result = await this.presses.step(turn, id, (now) =>
      decided(now, by, state, this.deps.clock.now(), this.presses.now()),
    );
    await scheduleReveal(this.deps, id, true);
    const reveal = result?.now.reveal;
    const isOwn = reveal?.state === state && reveal.second?.id === by.id;
    return isOwn ? done : notice(NOT_FOR_YOU);
  }

  /** In a dialog alone: no chat, no channel and no state holds it. */
  private async show(turn: Turn, id: string, value: Case): Promise<CardReply> {
    const now = this.deps.clock.now();
    const result = await this.presses.step(turn, id, (latest) =>
      shown(latest, handlerOf(turn), now, this.presses.now()),
    );
    if (!result?.taken) {
      const reveal = standing(value, now);
      return notice(reveal?.state === 'agreed' && reveal.by.id === turn.person.id ? TELLING_FIRST : NOT_NOW);
    }
    return openDialog(titleOf(value), nameCard(value, whoReported(this.deps, id, result.now)));
  }
}

const titleOf = ({ reference }: Case): string => `Who reported ${reference}`;

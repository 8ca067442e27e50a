import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { BotStates, LoadedState } from '../storage/botState';
import { StaleRow } from '../storage/errors';
import { TurnAdapter } from './adapter';
import type { ConversationAddress } from './addresses';
import { BehindTurns } from './behindTurns';
import { ConversationQueue } from './conversationQueue';
import type { FailureWords } from './failures';
import type { Held, TurnAnswer } from './held';
import { HeldTurn } from './heldTurn';
import type { Messenger } from './messengerPort';
import { Outbox } from './outbox';
import { SaidTurns } from './saidTurns';
import type { Person, Place } from './turn';
import type { Ran } from './turnRecords';
import { TurnRecords } from './turnRecords';
import { TurnState } from './turnState';

/** How often a turn runs again because somebody else saved first (design, "A turn"). */
const ATTEMPTS = 3;
/** Teams wants an invoke's answer within 3 s; what is still being sent by then goes on behind it. */
const INVOKE_PATIENCE_MS = 2_000;

const NO_STATE: LoadedState = { state: { slices: {}, recent: [] }, row: undefined };

/** Runs the product's logic for one turn. */
export type TurnLogic = (turn: HeldTurn) => Promise<void>;

export interface TurnRunnerDeps {
  readonly states: BotStates;
  readonly messenger: Messenger;
  readonly failures: FailureWords;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a turn is about: the activity, who acts and where, and the person's own chat. */
export interface TurnSubject {
  readonly activity: Activity;
  readonly person: Person;
  readonly place: Place;
  readonly home: ConversationAddress;
  /** Whose state: the person's own chat for messages, where the card stands for presses. */
  readonly stateOf: string;
  /** A press that comes to the same however often it runs, and neither reads nor changes the state. */
  readonly repeatable: boolean;
}

/**
 * Load the state with its real ETag, run with everything held back, save with the activity's id in the same write,
 * then send. A stale ETag drops what was held and runs again; a repeated id gets the same answer.
 */
export class TurnRunner {
  private readonly adapter = new TurnAdapter();
  private readonly queue = new ConversationQueue();
  private readonly said = new SaidTurns();
  private readonly records: TurnRecords;
  private readonly outbox: Outbox;
  private readonly behind: BehindTurns;

  constructor(private readonly deps: TurnRunnerDeps) {
    this.records = new TurnRecords(deps);
    this.outbox = new Outbox(deps);
    this.behind = new BehindTurns(deps.log);
  }

  run(subject: TurnSubject, logic: TurnLogic): Promise<TurnAnswer> {
    return this.queue.run(`${subject.stateOf} ${subject.person.id}`, () =>
      this.turn(subject, logic).catch((error: unknown) => this.giveUp(subject, error)),
    );
  }

  /** Resolves when no turn is under way and nothing is left to do behind one. */
  async idle(): Promise<void> {
    await this.queue.idle();
    await this.behind.idle();
  }

  private async turn(subject: TurnSubject, logic: TurnLogic): Promise<TurnAnswer> {
    if (subject.repeatable) return this.stateless(subject, logic);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const loaded = await this.records.load(subject);
      const known = this.records.of(subject, loaded);
      if (known) return this.behind.has(keyOf(subject)) ? known.answer : this.repeat(subject, loaded);
      const ran = await this.attempt(subject, loaded, logic);
      const saved = await this.records.save(subject, loaded, ran);
      if (saved) return this.send(subject, saved, ran);
    }
    throw new StaleRow('The state was changed by others each time.');
  }

  /** Nothing is loaded and nothing saved: whatever became of the first time, a repeat comes to the same. */
  private async stateless(subject: TurnSubject, logic: TurnLogic): Promise<TurnAnswer> {
    const ran = await this.attempt(subject, NO_STATE, logic);
    return this.send(subject, NO_STATE, { ...ran, again: true });
  }

  /** Storage is away or contended: nothing can be remembered, so the person is asked to try again. */
  private async giveUp(subject: TurnSubject, error: unknown): Promise<TurnAnswer> {
    const { answer, held } = this.deps.failures.tryAgain(subject, error);
    await this.outbox.send(subject.home, held);
    return answer;
  }

  private async attempt(subject: TurnSubject, loaded: LoadedState, logic: TurnLogic): Promise<Ran> {
    const state = new TurnState(structuredClone(loaded.state.slices));
    const { person, place, home } = subject;
    const turn = new HeldTurn(this.adapter.contextOf(subject.activity), person, place, state, home);
    try {
      const answer = (await this.adapter.run(turn.context, () => logic(turn))) ?? { status: 200 };
      const { held, followUps, keepsNothing } = turn;
      return { answer, held, followUps, again: keepsNothing, slices: state.toJSON() };
    } catch (error) {
      return {
        ...this.deps.failures.excuse(subject, error),
        slices: loaded.state.slices,
        followUps: [],
        again: false,
      };
    }
  }

  /** The same activity again: what was not sent is sent, and the answer is the one of the first time. */
  private async repeat(subject: TurnSubject, found: LoadedState): Promise<TurnAnswer> {
    const loaded = await this.records.afterOthers(subject, found);
    const { answer = { status: 200 }, outbox: held = [] } = this.records.of(subject, loaded) ?? {};
    this.deps.log.info('turn.repeat', { unsent: held.length });
    return this.send(subject, loaded, {
      answer,
      held,
      slices: loaded.state.slices,
      followUps: [],
      again: false,
    });
  }

  private async send(subject: TurnSubject, saved: LoadedState, ran: Ran): Promise<TurnAnswer> {
    const key = keyOf(subject);
    const sending = this.outbox.send(subject.home, this.said.has(key) ? [] : ran.held);
    if (subject.activity.type !== 'invoke') {
      const unsent = await sending;
      const finished = this.behind.add(key, this.finish(subject, saved, ran, unsent));
      if (unsent.length === 0) return ran.answer;
      await finished;
      // Not taken: Teams brings the activity again, and what is unsent is then sent.
      return { status: 503 };
    }
    const finishing = sending.then((unsent) => this.finish(subject, saved, ran, unsent));
    void this.behind.add(key, finishing);
    await Promise.race([sending, sleep(INVOKE_PATIENCE_MS, undefined, { ref: false })]);
    return ran.answer;
  }

  /**
   * Notes that everything is sent, and does what was put off until then. What a press that keeps nothing could not send
   * in the time that people wait is sent when Teams has room: the presser has the card as the answer.
   */
  private async finish(
    subject: TurnSubject,
    saved: LoadedState,
    ran: Ran,
    unsent: readonly Held[],
  ): Promise<void> {
    const left = subject.repeatable ? await this.outbox.send(subject.home, unsent, 'bulk') : unsent;
    if (ran.again && ran.held.length > 0 && left.length === 0) this.said.add(keyOf(subject));
    if (!ran.again && unsent.length < ran.held.length) await this.records.settle(subject, saved, unsent);
    for (const work of ran.followUps) await work();
  }
}

const keyOf = ({ stateOf, person, activity }: TurnSubject): string =>
  `${stateOf} ${person.id} ${activity.id}`;

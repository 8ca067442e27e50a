import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { BotStates, LoadedState } from '../storage/botState';
import { StaleRow } from '../storage/errors';
import { TurnAdapter } from './adapter';
import type { ConversationAddress } from './addresses';
import { ConversationQueue } from './conversationQueue';
import type { FailureWords } from './failures';
import type { Held, TurnAnswer, TurnRecord } from './held';
import { HeldTurn } from './heldTurn';
import type { Messenger } from './messengerPort';
import type { Done, Sent } from './outcomes';
import type { Person, Place } from './turn';
import { TurnState } from './turnState';

/** How often a turn runs again because somebody else saved first (design, "A turn"). */
const ATTEMPTS = 3;
/** Teams wants an invoke's answer within 3 s; what is still being sent by then goes on behind it. */
const INVOKE_PATIENCE_MS = 2_000;

/** Said where others read it too, so it tells nothing but how to reach the bot. */
export const CANNOT_WRITE =
  'I cannot write to you in private yet. Please open a chat with me: choose my name above, then the chat symbol.';

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
}

/**
 * Load the state with its real ETag, run with everything held back, save with the activity's id in the same write,
 * then send. A stale ETag drops what was held and runs again; a repeated id gets the same answer.
 */
export class TurnRunner {
  private readonly adapter = new TurnAdapter();
  private readonly queue = new ConversationQueue();
  private readonly behind = new Set<Promise<unknown>>();
  /** Activities of which this process is still sending something, or noting that it is sent. */
  private readonly finishing = new Set<string>();

  constructor(private readonly deps: TurnRunnerDeps) {}

  run(subject: TurnSubject, logic: TurnLogic): Promise<TurnAnswer> {
    return this.queue.run(`${subject.stateOf} ${subject.person.id}`, () =>
      this.turn(subject, logic).catch((error: unknown) => this.giveUp(subject, error)),
    );
  }

  /** Resolves when no turn is under way and nothing is left to do behind one. */
  async idle(): Promise<void> {
    await this.queue.idle();
    while (this.behind.size > 0) await Promise.all(this.behind);
  }

  private async turn(subject: TurnSubject, logic: TurnLogic): Promise<TurnAnswer> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const loaded = await this.deps.states.load(subject.stateOf, subject.person.id);
      const known = loaded.state.recent.find(({ activityId }) => activityId === subject.activity.id);
      if (known && !known.again) {
        return this.finishing.has(keyOf(subject))
          ? known.answer
          : this.repeat(subject, loaded, known as TurnRecord);
      }
      const ran = await this.attempt(subject, loaded, logic);
      const saved = await this.save(subject, loaded, ran);
      if (saved) return this.send(subject, saved, ran);
    }
    throw new StaleRow('The state was changed by others each time.');
  }

  /** Storage is away or contended: nothing can be remembered, so the person is asked to try again. */
  private async giveUp(subject: TurnSubject, error: unknown): Promise<TurnAnswer> {
    const { answer, held } = this.deps.failures.tryAgain(subject, error);
    await this.sendAll(subject, held);
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

  private save(subject: TurnSubject, loaded: LoadedState, ran: Ran): Promise<LoadedState | undefined> {
    const { states, clock } = this.deps;
    const now = clock.now();
    const others = loaded.state.recent.filter(({ activityId }) => activityId !== subject.activity.id);
    const mine: TurnRecord = {
      activityId: subject.activity.id ?? '',
      at: now.toISOString(),
      answer: ran.again ? { status: ran.answer.status } : ran.answer,
      ...(ran.again ? { again: true } : ran.held.length > 0 ? { outbox: ran.held } : {}),
    };
    const state = { slices: ran.slices, recent: [...others, { ...mine, outbox: mine.outbox?.slice() }] };
    return states.save(loaded, subject.stateOf, subject.person.id, state, now);
  }

  /** The same activity again: what was not sent is sent, and the answer is the one of the first time. */
  private repeat(subject: TurnSubject, loaded: LoadedState, known: TurnRecord): Promise<TurnAnswer> {
    this.deps.log.info('turn.repeat', { unsent: known.outbox?.length ?? 0 });
    const ran = {
      answer: known.answer,
      held: known.outbox ?? [],
      slices: loaded.state.slices,
      followUps: [],
      again: false,
    };
    return this.send(subject, loaded, ran);
  }

  private async send(subject: TurnSubject, saved: LoadedState, ran: Ran): Promise<TurnAnswer> {
    const sending = this.sendAll(subject, ran.held);
    if (subject.activity.type !== 'invoke') {
      const unsent = await sending;
      const finished = this.goOnBehind(subject, this.finish(subject, saved, ran, unsent));
      if (unsent.length === 0) return ran.answer;
      await finished;
      // Not taken: Teams brings the activity again, and what is unsent is then sent.
      return { status: 503 };
    }
    const finishing = sending.then((unsent) => this.finish(subject, saved, ran, unsent));
    this.goOnBehind(subject, finishing);
    await Promise.race([sending, sleep(INVOKE_PATIENCE_MS, undefined, { ref: false })]);
    return ran.answer;
  }

  /** One after the other, so that they stand in order. @returns what is left because Teams could not be reached. */
  private async sendAll({ home }: TurnSubject, held: readonly Held[]): Promise<readonly Held[]> {
    let reachesHome = true;
    for (const [at, item] of held.entries()) {
      const atHome = item.to.conversationId === home.conversationId;
      // What is said in public must be true: no "I've replied in our chat" to somebody who got nothing there.
      const result = await this.sendOne(
        atHome || reachesHome ? item : { ...item, message: { text: CANNOT_WRITE } },
      );
      if (result.outcome === 'sent' || result.outcome === 'done') continue;
      this.deps.log.warn('turn.unsent', { kind: item.kind, outcome: result.outcome, code: result.code });
      if (result.outcome === 'unavailable') return held.slice(at);
      if (atHome && item.kind === 'send') reachesHome = false;
    }
    return [];
  }

  private sendOne(item: Held): Promise<Sent | Done> {
    const { messenger } = this.deps;
    return item.kind === 'send'
      ? messenger.send(item.to, item.message, 'waiting')
      : messenger.update(item.to, item.activityId, item.message, 'waiting');
  }

  /** Notes that everything is sent, and does what was put off until then. */
  private async finish(
    subject: TurnSubject,
    saved: LoadedState,
    ran: Ran,
    unsent: readonly Held[],
  ): Promise<void> {
    if (!ran.again && unsent.length < ran.held.length) await this.settle(subject, saved, unsent);
    for (const work of ran.followUps) await work();
  }

  /** Takes what was sent out of the state; when somebody saved in between, out of theirs. */
  private async settle(subject: TurnSubject, saved: LoadedState, unsent: readonly Held[]): Promise<void> {
    const { states, clock } = this.deps;
    for (let attempt = 1, loaded = saved; attempt <= ATTEMPTS; attempt++) {
      const recent = loaded.state.recent.map((turn) =>
        turn.activityId === subject.activity.id
          ? { ...turn, outbox: unsent.length > 0 ? unsent.slice() : undefined }
          : turn,
      );
      const state = { slices: loaded.state.slices, recent };
      if (await states.save(loaded, subject.stateOf, subject.person.id, state, clock.now())) return;
      loaded = await states.load(subject.stateOf, subject.person.id);
    }
  }

  /** @returns when the work is over; it never rejects. */
  private goOnBehind(subject: TurnSubject, work: Promise<void>): Promise<void> {
    const key = keyOf(subject);
    const watched = work
      .catch((error: unknown) => this.deps.log.error('turn.behind', error))
      .finally(() => {
        this.behind.delete(watched);
        this.finishing.delete(key);
      });
    this.behind.add(watched);
    this.finishing.add(key);
    return watched;
  }
}

const keyOf = ({ stateOf, person, activity }: TurnSubject): string =>
  `${stateOf} ${person.id} ${activity.id}`;

/** What one run of the logic came to. */
interface Ran {
  readonly answer: TurnAnswer;
  readonly held: readonly Held[];
  readonly slices: Record<string, unknown>;
  readonly followUps: readonly (() => Promise<void>)[];
  readonly again: boolean;
}

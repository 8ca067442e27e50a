import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { BotStates, LoadedState } from '../storage/botState';
import type { Held, TurnAnswer, TurnRecord } from './held';
import type { TurnSubject } from './turnRunner';

/** How often what was sent is noted against others who save at the same time. */
const ATTEMPTS = 3;
/** A repeat that finds another process's turn unsent gives it this long to send it: it may be at it, or dead. */
const OTHERS_PATIENCE_MS = 1_500;
const LOOK_AGAIN_MS = 100;

/** What one run of the logic came to. */
export interface Ran {
  readonly answer: TurnAnswer;
  readonly held: readonly Held[];
  readonly slices: Record<string, unknown>;
  readonly followUps: readonly (() => Promise<void>)[];
  readonly again: boolean;
}

/** The turns of one person in one conversation, as their state remembers them. */
export class TurnRecords {
  private readonly processId = randomUUID();

  constructor(private readonly deps: { readonly states: BotStates; readonly clock: Clock }) {}

  load({ stateOf, person }: TurnSubject): Promise<LoadedState> {
    return this.deps.states.load(stateOf, person.id);
  }

  /** The turn of this very activity, when it was taken before. */
  of({ activity }: TurnSubject, { state }: LoadedState): TurnRecord | undefined {
    return state.recent.find(({ activityId }) => activityId === activity.id) as TurnRecord | undefined;
  }

  /** Saves what a turn came to, with its id and what is to be sent. @returns undefined when somebody saved first. */
  save(subject: TurnSubject, loaded: LoadedState, ran: Ran): Promise<LoadedState | undefined> {
    const { activity } = subject;
    const others = loaded.state.recent.filter(({ activityId }) => activityId !== activity.id);
    const mine = {
      activityId: activity.id ?? '',
      at: this.deps.clock.now().toISOString(),
      by: this.processId,
      answer: ran.answer,
      ...(ran.held.length > 0 ? { outbox: ran.held.slice() } : {}),
    };
    // A turn that keeps nothing runs again on a repeat: its id and time would only tell when it was.
    const recent = ran.again ? others : [...others, mine];
    return this.put(subject, loaded, { slices: ran.slices, recent });
  }

  /** Takes what was sent out of the state; when somebody saved in between, out of theirs. */
  async settle(subject: TurnSubject, saved: LoadedState, unsent: readonly Held[]): Promise<void> {
    for (let attempt = 1, loaded = saved; attempt <= ATTEMPTS; attempt++) {
      const outbox = unsent.length > 0 ? unsent.slice() : undefined;
      const recent = loaded.state.recent.map((turn) =>
        turn.activityId === subject.activity.id ? { ...turn, outbox } : turn,
      );
      if (await this.put(subject, loaded, { slices: loaded.state.slices, recent })) return;
      loaded = await this.load(subject);
    }
  }

  /** The state once another process has sent what it had to send, or was given the time for it. */
  async afterOthers(subject: TurnSubject, found: LoadedState): Promise<LoadedState> {
    let loaded = found;
    for (let waited = 0; waited < OTHERS_PATIENCE_MS; waited += LOOK_AGAIN_MS) {
      const record = this.of(subject, loaded);
      if (!record?.outbox || record.by === this.processId) break;
      await sleep(LOOK_AGAIN_MS);
      loaded = await this.load(subject);
    }
    return loaded;
  }

  private put(
    { stateOf, person }: TurnSubject,
    loaded: LoadedState,
    state: LoadedState['state'],
  ): Promise<LoadedState | undefined> {
    const { states, clock } = this.deps;
    return states.save(loaded, stateOf, person.id, state, clock.now());
  }
}

import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryView } from './api';
import { endpointOf, postJson, type BotAnswer } from './botHttp';
import type { EventBus } from './events';
import { objectAt, textAt, type JsonObject } from './json';
import type { State } from './state';

/** How many finished deliveries are kept to be looked at and sent again. */
const KEPT = 1000;

/** How activities are sent, and sent again. */
export interface DeliveryRules {
  /** milliseconds without an answer after which the activity is sent again */
  redeliverAfterMs: number;
  /** how often it is sent to a bot that is there but does not answer */
  tries: number;
  /** milliseconds to wait when the bot is not there at all; it is tried until it is */
  unreachableDelayMs: number;
  /** milliseconds in which a search is answered */
  askMs: number;
}

interface Delivery {
  activity: JsonObject;
  view: DeliveryView;
  /** attempts that reached the bot and wait for its answer */
  open: number;
  reached: number;
  timer?: NodeJS.Timeout;
  finish: (answer: BotAnswer) => void;
  answer: Promise<BotAnswer>;
}

/** Brings activities to the bot's messaging endpoint, each until it is answered. */
export class Deliveries {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly all = new Map<string, Delivery>();
  private readonly unfinished = new Set<Delivery>();
  private botUrl: string | undefined;
  private closed = false;

  constructor(
    private readonly state: State,
    private readonly bus: EventBus,
    private readonly rules: DeliveryRules,
    private readonly authorization: () => string,
  ) {}

  /** The bot's address; activities that wait for it go at once. `undefined`: no bot. */
  connect(botUrl: string | undefined): void {
    this.botUrl = botUrl && endpointOf(botUrl);
    if (!this.botUrl) return;
    for (const delivery of this.unfinished) if (delivery.open === 0) this.attempt(delivery);
  }

  get underWay(): number {
    return this.unfinished.size;
  }

  /** After `close` an activity without an answer is not lost: the next start goes on with it. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** The finished ones that are kept and those under way, oldest first. */
  list(): DeliveryView[] {
    return [...this.all.values()].map((delivery) => ({ ...delivery.view }));
  }

  /** Sends an activity and waits for the bot's answer, over restarts of the bot and of Local Teams. */
  deliver(activity: JsonObject): Promise<BotAnswer> {
    const activityId = textAt(activity, 'id') ?? '';
    this.state.commit({ what: 'sending', activityId, activity });
    return this.begin(activity).answer;
  }

  /**
   * Sends an activity once, for what somebody asks while they type: nothing of it is kept, and status 0 says that nothing
   * came back in time.
   */
  async ask(activity: JsonObject): Promise<BotAnswer> {
    const silence: BotAnswer = { status: 0, body: null };
    if (!this.botUrl) return silence;
    const bound = new AbortController();
    const late = sleep(this.rules.askMs, silence, { signal: bound.signal }).catch(() => silence);
    const answer = await Promise.race([this.send(this.botUrl, activity).catch(() => silence), late]);
    bound.abort();
    return answer;
  }

  /** Goes on with what an earlier run left unanswered: each activity's id with its answer to come. */
  resume(): { activityId: string; answer: Promise<BotAnswer> }[] {
    return [...this.state.sending].map(([activityId, activity]) => ({
      activityId,
      answer: this.begin(activity).answer,
    }));
  }

  /** Sends an activity again with the same id; undefined when it is not known any more. */
  async again(activityId: string): Promise<DeliveryView | undefined> {
    const earlier = this.all.get(activityId);
    if (!earlier) return undefined;
    await this.begin(earlier.activity, earlier.view.attempts).answer;
    return this.all.get(activityId)?.view;
  }

  close(): void {
    this.closed = true;
    for (const delivery of this.unfinished) {
      clearTimeout(delivery.timer);
      delivery.finish({ status: 0, body: null });
    }
    this.unfinished.clear();
    this.agent.destroy();
  }

  private begin(activity: JsonObject, attempts = 0): Delivery {
    const { promise: answer, resolve: finish } = withResolver<BotAnswer>();
    const view = viewOf(activity, attempts);
    const delivery: Delivery = { activity, view, open: 0, reached: 0, finish, answer };
    this.all.delete(view.activityId);
    this.all.set(view.activityId, delivery);
    this.unfinished.add(delivery);
    this.attempt(delivery);
    this.forgetOldest();
    return delivery;
  }

  private attempt(delivery: Delivery): void {
    clearTimeout(delivery.timer);
    if (this.closed || !this.unfinished.has(delivery)) return;
    if (!this.botUrl) return this.show(delivery, 'waiting to try again');
    delivery.view.attempts += 1;
    delivery.reached += 1;
    delivery.open += 1;
    this.show(delivery, 'under way');
    delivery.timer = setTimeout(() => this.onSilence(delivery), this.rules.redeliverAfterMs);
    this.send(this.botUrl, delivery.activity).then(
      (answer) => this.onAnswer(delivery, answer),
      () => this.onUnreachable(delivery),
    );
  }

  private onAnswer(delivery: Delivery, answer: BotAnswer): void {
    delivery.open -= 1;
    this.finish(delivery, answer, 'answered');
  }

  // The attempt before may still be worked on: Teams does not know, and neither does the bot.
  private onSilence(delivery: Delivery): void {
    if (delivery.reached < this.rules.tries) this.attempt(delivery);
    else this.finish(delivery, { status: 0, body: null }, 'given up');
  }

  private onUnreachable(delivery: Delivery): void {
    delivery.open -= 1;
    if (this.closed || delivery.open > 0 || !this.unfinished.has(delivery)) return;
    delivery.reached = 0;
    clearTimeout(delivery.timer);
    this.show(delivery, 'waiting to try again');
    delivery.timer = setTimeout(() => this.attempt(delivery), this.rules.unreachableDelayMs);
  }

  private finish(delivery: Delivery, answer: BotAnswer, state: 'answered' | 'given up'): void {
    if (!this.unfinished.delete(delivery)) return;
    clearTimeout(delivery.timer);
    if (!this.isUnderWay(delivery.view.activityId)) {
      this.state.commit({ what: 'answered', activityId: delivery.view.activityId });
    }
    delivery.view.status = answer.status;
    delivery.finish(answer);
    this.show(delivery, state);
  }

  private isUnderWay(activityId: string): boolean {
    return [...this.unfinished].some((delivery) => delivery.view.activityId === activityId);
  }

  private show(delivery: Delivery, state: DeliveryView['state']): void {
    delivery.view.state = state;
    this.bus.emit({ type: 'delivery', delivery: { ...delivery.view } });
  }

  private forgetOldest(): void {
    for (const [id, delivery] of this.all) {
      if (this.all.size <= KEPT) return;
      if (!this.unfinished.has(delivery)) this.all.delete(id);
    }
  }

  private send(url: string, activity: JsonObject): Promise<BotAnswer> {
    return postJson(url, JSON.stringify(activity), this.authorization(), this.agent);
  }
}

function viewOf(activity: JsonObject, attempts: number): DeliveryView {
  const name = textAt(activity, 'name');
  const type = textAt(activity, 'type') ?? '';
  return {
    activityId: textAt(activity, 'id') ?? '',
    what: name ? `${type} ${name}` : type,
    conversationId: textAt(objectAt(activity, 'conversation'), 'id') ?? '',
    state: 'under way',
    attempts,
  };
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  const holder: { resolve?: (value: T) => void } = {};
  const promise = new Promise<T>((resolve) => {
    holder.resolve = resolve;
  });
  return { promise, resolve: (value) => holder.resolve?.(value) };
}

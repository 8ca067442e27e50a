import type { CardReply } from './cardReply';
import { notice } from './cardReply';
import type { ExtensionQuery, ExtensionQueryHandler, ExtensionReply } from './messageExtension';
import type { CardActionHandler, MessageHandler, Turn } from './turn';

interface Route<H> {
  readonly feature: string;
  readonly handle: H;
}

/** How a press is taken. */
export interface HowPressed {
  /** Run again it comes to the same: nothing of it is kept to recognise a repeat, which simply runs again. */
  readonly repeatable: boolean;
}

/** A press whose verb nobody registered: a card of a product version that is gone. */
const GONE = 'This button no longer does anything. Type **help** to see what I can do.';
/** A search that nobody registered: of another version of the app. */
const NO_SUCH_SEARCH = 'This search is not there any more. Please close it and open it again.';

/**
 * Brings what arrives to the feature that owns it. Messages are offered in the order of registration until one
 * handler takes them, first to those that take exact words alone; a press goes to the one handler of its verb
 * (`feature.action`).
 */
export class Router {
  private readonly exact: Route<MessageHandler>[] = [];
  private readonly messages: Route<MessageHandler>[] = [];
  private readonly actions = new Map<string, Route<CardActionHandler>>();
  private readonly repeatable = new Set<string>();
  private readonly queries = new Map<string, Route<ExtensionQueryHandler>>();

  /**
   * For a command that is known by its own words: whatever is open, such as a report that takes what somebody types,
   * these words are meant.
   */
  onExactWords(feature: string, handle: MessageHandler): void {
    this.exact.push({ feature, handle });
  }

  onMessage(feature: string, handle: MessageHandler): void {
    this.messages.push({ feature, handle });
  }

  /** @throws Error when the verb is not `feature.action` or is registered already. */
  onCardAction(verb: string, handle: CardActionHandler, how?: HowPressed): void {
    const [feature, action] = verb.split('.');
    if (!feature || !action) throw new Error(`A verb is feature.action, not "${verb}".`);
    if (this.actions.has(verb)) throw new Error(`The verb "${verb}" is registered twice.`);
    this.actions.set(verb, { feature, handle });
    if (how?.repeatable) this.repeatable.add(verb);
  }

  /** @param commandId as the manifest names it. @throws Error when it is registered already. */
  onMessageExtensionQuery(feature: string, commandId: string, handle: ExtensionQueryHandler): void {
    if (this.queries.has(commandId)) throw new Error(`The search "${commandId}" is registered twice.`);
    this.queries.set(commandId, { feature, handle });
  }

  /** Every registered verb, for the contract test and docs/outside.md. */
  verbs(): string[] {
    return [...this.actions.keys()].sort();
  }

  /** Whether a press of this verb may simply run again. */
  isRepeatable(verb: string): boolean {
    return this.repeatable.has(verb);
  }

  /** @returns the feature that took the message, or undefined. */
  async message(turn: Turn): Promise<string | undefined> {
    for (const { feature, handle } of [...this.exact, ...this.messages]) {
      if (await this.within(feature, () => handle(turn))) return feature;
    }
    return undefined;
  }

  async cardAction(turn: Turn, verb: string, data: Record<string, unknown>): Promise<CardReply> {
    const route = this.actions.get(verb);
    if (!route) return notice(GONE);
    return this.within(route.feature, () => route.handle(turn, data));
  }

  async messageExtensionQuery(commandId: string, query: ExtensionQuery): Promise<ExtensionReply> {
    const route = this.queries.get(commandId);
    if (!route) return { kind: 'notice', text: NO_SUCH_SEARCH };
    return this.within(route.feature, () => route.handle(query));
  }

  /** Marks an error with the feature that it came from, so that the log can tell and others go on. */
  private async within<T>(feature: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof FeatureError ? error : new FeatureError(feature, error);
    }
  }
}

/** An error with the feature in which it happened. */
export class FeatureError extends Error {
  constructor(
    readonly feature: string,
    override readonly cause: unknown,
  ) {
    super(`The feature "${feature}" failed.`, { cause });
  }
}

import type { Log } from '../log';
import type { ConversationAddress } from './addresses';
import type { Held } from './held';
import type { Messenger, Urgency } from './messengerPort';
import type { Done, Sent } from './outcomes';

/** Said where others read it too, so it tells nothing but how to reach the bot. */
export const CANNOT_WRITE =
  'I cannot write to you in private yet. Please open a chat with me: choose my name above, then the chat symbol.';

/** Sends what turns held back. */
export class Outbox {
  constructor(private readonly deps: { readonly messenger: Messenger; readonly log: Log }) {}

  /**
   * One after the other, so that they stand in order.
   * @param home the person's own chat
   * @returns what is left because Teams could not be reached
   */
  async send(
    home: ConversationAddress,
    held: readonly Held[],
    urgency: Urgency = 'waiting',
  ): Promise<readonly Held[]> {
    let reachesHome = true;
    for (const [at, item] of held.entries()) {
      const atHome = item.to.conversationId === home.conversationId;
      // What is said in public must be true: no "I've replied in our chat" to somebody who got nothing there.
      const result = await this.sendOne(
        atHome || reachesHome ? item : { ...item, message: { text: CANNOT_WRITE } },
        urgency,
      );
      if (result.outcome === 'sent' || result.outcome === 'done') continue;
      this.deps.log.warn('turn.unsent', { kind: item.kind, outcome: result.outcome, code: result.code });
      if (result.outcome === 'unavailable') return held.slice(at);
      if (atHome && item.kind === 'send') reachesHome = false;
    }
    return [];
  }

  private sendOne(item: Held, urgency: Urgency): Promise<Sent | Done> {
    const { messenger } = this.deps;
    return item.kind === 'send'
      ? messenger.send(item.to, item.message, urgency)
      : messenger.update(item.to, item.activityId, item.message, urgency);
  }
}

import type { Activity, TurnContext } from 'botbuilder';
import type { Card } from '../cards/render';
import type { ConversationAddress } from './addresses';
import type { Held } from './held';
import { messageText } from './messageText';
import { CARD_TYPE } from './outgoing';
import type { Person, Place, TextExtras, Turn } from './turn';
import type { TurnState } from './turnState';

/** A turn under way: what was said so far, held back. A new one is made each time the turn runs. */
export class HeldTurn implements Turn {
  readonly held: Held[] = [];
  readonly followUps: (() => Promise<void>)[] = [];
  keepsNothing = false;
  readonly text: string;
  readonly attachmentCount: number;
  readonly activityId: string;
  readonly cardActivityId?: string;

  /** @param home the person's own chat: where `say` and `show` go. */
  constructor(
    readonly context: TurnContext,
    readonly person: Person,
    readonly place: Place,
    readonly state: TurnState,
    private readonly home: ConversationAddress,
  ) {
    const activity: Activity = context.activity;
    this.text = messageText(activity);
    this.attachmentCount = (activity.attachments ?? []).filter(
      ({ contentType }) => contentType !== 'text/html' && contentType !== CARD_TYPE,
    ).length;
    this.activityId = activity.id ?? '';
    if (activity.replyToId) this.cardActivityId = activity.replyToId;
  }

  say(text: string, extras?: TextExtras): void {
    this.held.push({ kind: 'send', to: this.home, message: extras ? { text, extras } : { text } });
  }

  show(card: Card): void {
    this.held.push({ kind: 'send', to: this.home, message: { card } });
  }

  sayHere(text: string): void {
    this.held.push({ kind: 'send', to: this.here(), message: { text } });
  }

  /** Shows a card where the activity came from, for everybody there. */
  showHere(card: Card): void {
    this.held.push({ kind: 'send', to: this.here(), message: { card } });
  }

  /** Puts a card in the place of the pressed one, for everybody. */
  replacePressedCard(card: Card): void {
    if (!this.cardActivityId) return;
    this.held.push({ kind: 'update', to: this.here(), activityId: this.cardActivityId, message: { card } });
  }

  keepNothingSaid(): void {
    this.keepsNothing = true;
  }

  afterwards(work: () => Promise<void>): void {
    this.followUps.push(work);
  }

  private here(): ConversationAddress {
    return { serviceUrl: this.place.serviceUrl, conversationId: this.place.conversationId };
  }
}

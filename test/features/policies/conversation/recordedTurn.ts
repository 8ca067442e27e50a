import type { TurnContext } from 'botbuilder';
import type { Message } from '../../../../src/bot/messengerPort';
import type { Place, TextExtras, Turn } from '../../../../src/bot/turn';
import { TurnState } from '../../../../src/bot/turnState';
import type { Card } from '../../../../src/cards/render';

/** A turn that keeps what was said, in order. */
export interface RecordedTurn extends Turn {
  readonly answers: Message[];
  /** False once the turn was told to keep nothing that was said. */
  saidIsKept(): boolean;
  /** The texts that were said. */
  texts(): string[];
  /** Each card as JSON text. */
  cards(): string[];
}

interface TurnOptions {
  readonly place?: Partial<Place>;
  readonly personId?: string;
  readonly attachmentCount?: number;
  readonly state?: TurnState;
  readonly activityId?: string;
}

export function recordedTurn(text: string, options: TurnOptions = {}): RecordedTurn {
  const answers: Message[] = [];
  const kept = { nothing: false };
  return {
    person: { id: options.personId ?? 'person-1', teamsId: '29:person-1', name: 'Example Person' },
    place: { kind: 'personal', conversationId: 'chat-1', serviceUrl: 'http://127.0.0.1/', ...options.place },
    text,
    attachmentCount: options.attachmentCount ?? 0,
    activityId: options.activityId ?? 'activity-1',
    state: options.state ?? new TurnState(),
    context: {} as TurnContext,
    say: (words: string, extras?: TextExtras) =>
      void answers.push({ text: words, ...(extras ? { extras } : {}) }),
    show: (card: Card) => void answers.push({ card }),
    sayHere: () => undefined,
    keepNothingSaid: () => void (kept.nothing = true),
    afterwards: () => undefined,
    answers,
    saidIsKept: () => !kept.nothing,
    texts: () => answers.flatMap((answer) => ('text' in answer ? [answer.text] : [])),
    cards: () => answers.flatMap((answer) => ('card' in answer ? [JSON.stringify(answer.card.content)] : [])),
  };
}

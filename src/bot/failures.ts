import { randomInt } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Log } from '../log';
import { StaleRow, StorageUnavailable } from '../storage/errors';
import { notice } from './cardReply';
import type { Held, TurnAnswer } from './held';
import { cardActionAnswer, dialogAnswer } from './invokeAnswers';
import { FeatureError } from './router';
import type { TurnSubject } from './turnRunner';

/** Easy to read aloud: no letter or digit that is taken for another. */
const REFERENCE_LETTERS = '23456789BCDFGHJKMNPQRTVWXY';
export const TRY_AGAIN =
  'Sorry, I cannot reach my records at the moment. Nothing is lost. Please try again in a minute.';

/** What a person is told when a turn fails; the log knows the reference. */
export class FailureWords {
  constructor(private readonly log: Log) {}

  /**
   * A turn that failed: what is said instead of everything that it wanted to say.
   * @throws the error itself when it was storage: then nothing can be remembered either (`tryAgain`); and for an
   * event, which nobody waits for: Teams is to bring it again.
   */
  excuse(subject: TurnSubject, error: unknown): Excuse {
    if (isStorageAway(error) || isEvent(subject)) throw error;
    const reference = this.noted(error, subject.activity.type);
    const text = `Sorry, something went wrong on my side. What you did was not saved. Please try again. If it happens again, tell IT support this reference: **${reference}**.`;
    return answered(subject, text);
  }

  /** @throws the error itself when it was anything but storage, or nobody is there to be told. */
  tryAgain(subject: TurnSubject, error: unknown): Excuse {
    if (!isStorageAway(error) || isEvent(subject)) throw error;
    this.log.warn('turn.storageAway', { activityType: subject.activity.type });
    return answered(subject, TRY_AGAIN);
  }

  /** A search that failed. Nothing was to be saved, so there is nothing to fear for. */
  searchFailed(error: unknown): string {
    const reference = this.noted(error, 'invoke');
    return `Sorry, the search did not work. Please try again. If it happens again, tell IT support this reference: ${reference}.`;
  }

  /** @returns the reference under which the log knows it. */
  private noted(error: unknown, activityType: string): string {
    const feature = error instanceof FeatureError ? error.feature : 'bot';
    const reference = this.reference();
    this.log.error('turn.failed', error, { feature, reference, activityType });
    return reference;
  }

  private reference(): string {
    return Array.from({ length: 6 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]).join('');
  }
}

/** What is answered and said when a turn could not do its work. */
export interface Excuse {
  readonly answer: TurnAnswer;
  readonly held: Held[];
}

/** What Teams tells by itself: said to anybody, an excuse would stand in a team's channel. */
function isEvent({ activity }: TurnSubject): boolean {
  return activity.type !== 'message' && activity.type !== 'invoke';
}

function isStorageAway(error: unknown): boolean {
  const cause = error instanceof FeatureError ? error.cause : error;
  return cause instanceof StorageUnavailable || cause instanceof StaleRow;
}

function answered({ activity, home }: TurnSubject, text: string): Excuse {
  if (activity.type !== 'invoke')
    return { answer: { status: 200 }, held: [{ kind: 'send', to: home, message: { text } }] };
  return { answer: { status: 200, body: noticeFor(activity, text.replaceAll('**', '')) }, held: [] };
}

/** A well-formed answer for any invoke: Teams shows "Unable to reach app" for anything else. */
export function noticeFor(activity: Activity, text: string): unknown {
  if (activity.name === 'adaptiveCard/action') return cardActionAnswer(notice(text));
  if (activity.name?.startsWith('task/')) return dialogAnswer(notice(text));
  return {};
}

import type { Message } from '../../../bot/messengerPort';
import type { Place } from '../../../bot/turn';
import type { Urgency } from '../engine/outcome';
import type { Clause } from '../policy';
import type { ClauseLink } from './answerWords';
import { citationOf, quoteOf } from './answerWords';
import { paragraphs } from './markdown';

/** What the words to a concern depend on. */
export interface ConcernContext {
  /** The clause that it is about, where the policy has one. */
  readonly clause: Clause | undefined;
  readonly link: ClauseLink;
  readonly place: Place['kind'];
  /** A card with numbers to ring stands above, so their line is not said again. */
  readonly urgent: Urgency;
}

/**
 * Kind words for somebody who tells of something that happened, with what the policy says about it. Somebody in
 * distress gets no clause to read. The offer to report is a card of its own after it.
 */
export function concernMessage({ clause, link, place, urgent }: ConcernContext): Message {
  const quoted = urgent === 'distress' ? undefined : clause;
  return {
    text: paragraphs(
      KIND_WORDS[urgent || 'calm'],
      quoted ? `This is what the policy says:\n\n${quoteOf(quoted, link)}` : '',
      place === 'personal' ? '' : DELETE_IN_CHANNEL,
    ),
    extras: quoted ? { citations: [citationOf(quoted, link)] } : {},
  };
}

const KIND_WORDS = {
  calm: paragraphs(
    'Thank you for telling me. I’m sorry that this has happened, and it is right to say something.',
    'If anybody is in danger now, ring **999** first.',
  ),
  danger:
    'Thank you for telling me. Please make sure first that everybody is safe. When they are, it is right to report it.',
  distress:
    'Thank you for telling me. I’m so sorry that you feel like this. Please talk to somebody first; everything else ' +
    'can wait. Whenever you are ready, you can report what happened. You decide when, and whether.',
} as const;

const DELETE_IN_CHANNEL =
  'You wrote this where other people can read it. You may want to delete your message there. I have answered only here.';

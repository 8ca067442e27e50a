import type { Message } from '../../../bot/messengerPort';
import type { Place } from '../../../bot/turn';
import { contactLine } from '../../../contacts/contactLine';
import type { Contacts } from '../../../contacts/contacts';
import type { Outcome } from '../engine/outcome';
import type { Clause } from '../policy';
import type { ClauseLink } from './answerWords';
import { citationOf, neutralIndex, quoteOf, shortAnswer } from './answerWords';
import { asItStands, paragraphs } from './markdown';

type Concern = Pick<Extract<Outcome, { outcome: 'concern' }>, 'urgent' | 'confession' | 'protectedTopic'>;

/** What the words to a concern depend on. */
export interface ConcernContext {
  /** The clause that it is about, where the policy has one. */
  readonly clause: Clause | undefined;
  readonly link: ClauseLink;
  readonly contacts: Contacts;
  readonly place: Place['kind'];
}

/**
 * Kind words for somebody who tells of something that happened, with what the policy says about it. Where a card with
 * numbers to ring stands above, their line is not said again. The offer to report is a card of its own after it.
 */
export function concernMessage(concern: Concern, context: ConcernContext): Message {
  const { clause, link, place } = context;
  // Somebody in distress gets no clause to read, and somebody who owns up has enough to read.
  const quoted = concern.urgent === 'distress' || concern.confession ? undefined : clause;
  return {
    text: paragraphs(
      concern.confession ? confessionWords(concern, context.contacts) : KIND_WORDS[concern.urgent || 'calm'],
      quoted ? policySays(quoted, link) : '',
      place === 'personal' ? '' : DELETE_IN_CHANNEL,
    ),
    extras: quoted ? { citations: [citationOf(quoted, link)] } : {},
  };
}

function policySays(clause: Clause, link: ClauseLink): string {
  const says = shortAnswer({ clause, index: neutralIndex(clause), neutral: true });
  return paragraphs(`**What the policy says**`, says, quoteOf(clause, link));
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

const NOTHING_REPORTED =
  'By telling me you have not reported anything, and nobody else has seen it. If you want to report it, I can help you.';
const WHAT_TO_DO = [
  '- **Stop sharing it.** Hide it, so that nobody else can see it, and ask people not to pass it on.',
  '- **Keep what you may be asked for.** Do not delete messages, and do not close the account.',
  '- **Tell your manager**, as soon as you can.',
].join('\n');
/** Where it may have been somebody's right, nobody is told that they did wrong. */
const IF_SOMEBODY_IS_SHOWN =
  'You may have done nothing wrong. If it shows or names a service user or a colleague, this is what to do:';

/** To somebody who owns up: no reproach, what to do now, and that nothing has been reported. */
function confessionWords({ urgent, protectedTopic }: Concern, contacts: Contacts): string {
  if (urgent === 'distress') return paragraphs(KIND_WORDS.distress, NOTHING_REPORTED);
  return paragraphs(
    'Thank you for telling me. That is not easy, and it is right to say it.',
    urgent === 'danger' ? 'Please make sure first that everybody is safe.' : '',
    protectedTopic === null ? 'This is what to do now:' : IF_SOMEBODY_IS_SHOWN,
    WHAT_TO_DO,
    `You may speak to your union first. ${asItStands(contactLine(contacts.union))}`,
    NOTHING_REPORTED,
  );
}

const DELETE_IN_CHANNEL =
  'You wrote this where other people can read it. You may want to delete your message there. I have answered only here.';

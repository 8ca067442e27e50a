import { ActionTypes, ActivityTypes } from 'botbuilder';
import type { Activity, Entity, SuggestedActions } from 'botbuilder';
import type { Card } from '../cards/render';
import type { Message } from './messengerPort';
import {
  CITATION_ABSTRACT_LENGTH,
  CITATION_LIMIT,
  CITATION_NAME_LENGTH,
  SUGGESTION_LIMIT,
} from './teamsLimits';
import type { Citation, TextExtras } from './turn';

/** The content type of an Adaptive Card. */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** Shown on a locked phone instead of the text, which may be about somebody. */
const NEUTRAL_SUMMARY = 'You have a message';

/**
 * Turns what is said into the activity that Teams takes.
 * @param place whether it goes to a one-to-one chat: Teams shows suggestions nowhere else.
 */
export function toActivity(message: Message, place: { readonly personal: boolean }): Partial<Activity> {
  return 'card' in message
    ? ofCard(message.card)
    : ofText(message.text, message.extras ?? {}, place.personal);
}

function ofCard({ content, summary }: Card): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [{ contentType: CARD_TYPE, content }] };
}

function ofText(text: string, extras: TextExtras, personal: boolean): Partial<Activity> {
  const { citations = [], suggestions = [], feedback = false } = extras;
  return {
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    text,
    summary: NEUTRAL_SUMMARY,
    ...(citations.length > 0 && { entities: [citing(citations)] }),
    ...(feedback && { channelData: { feedbackLoop: { type: 'default' } } }),
    ...(personal && suggestions.length > 0 && { suggestedActions: offering(suggestions) }),
  };
}

/** Teams' shape of citations; `position` is the n of `[n]` in the text. Reviewed texts carry no label of AI. */
function citing(citations: readonly Citation[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: citations.slice(0, CITATION_LIMIT).map(({ position, name, abstract, url }) => ({
      '@type': 'Claim',
      position,
      appearance: {
        '@type': 'DigitalDocument',
        name: cut(name, CITATION_NAME_LENGTH),
        url,
        abstract: cut(abstract, CITATION_ABSTRACT_LENGTH),
      },
    })),
  };
}

function offering(suggestions: readonly string[]): SuggestedActions {
  const actions = suggestions
    .slice(0, SUGGESTION_LIMIT)
    .map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { to: [], actions };
}

/** Cuts at the last word that fits, with an ellipsis, and never through a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = kept.replace(/\s+\S*$/, '');
  return `${words.length > length / 2 ? words : kept}…`;
}

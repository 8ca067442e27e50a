import { CARD_RULES } from './cardRules';
import { cardsOf } from './cards';
import { citationsOf } from './citations';
import { listAt, objectAt, textAt, type Json, type JsonObject } from './json';
import { CITATIONS, MESSAGE_BYTES, SUGGESTIONS } from './limits';
import { refuse, type Refusal } from './refusal';

/** An activity of the bot on its way into a conversation. */
export interface Outgoing {
  activity: JsonObject;
  /** as it came over the wire */
  bytes: number;
  kind: 'personal' | 'channel';
}

/** A rule of Teams about what a bot sends or updates. */
export interface Rule {
  /** a sentence about what is allowed */
  rule: string;
  isBroken: (outgoing: Outgoing) => boolean;
  refusal: (rule: string) => Refusal;
}

const badArgument = (rule: string) => refuse.badArgument(rule);
const attachments = (activity: JsonObject): Json[] => listAt(activity, 'attachments');
const suggestions = (activity: JsonObject): Json[] =>
  listAt(objectAt(activity, 'suggestedActions'), 'actions');
const textOf = (activity: JsonObject): string => textAt(activity, 'text') ?? '';
const isMessage = (activity: JsonObject): boolean => activity['type'] === 'message';

/** In the order in which they are looked at; the first that is broken refuses. */
export const RULES: readonly Rule[] = [
  {
    rule: 'A message is at most 100 KB.',
    isBroken: ({ bytes }) => bytes > MESSAGE_BYTES,
    refusal: () => refuse.tooBig(),
  },
  {
    rule: 'A bot sends messages and typing, and nothing else.',
    isBroken: ({ activity }) => !isMessage(activity) && activity['type'] !== 'typing',
    refusal: badArgument,
  },
  {
    rule: 'A message has a text or an attachment.',
    isBroken: ({ activity }) =>
      isMessage(activity) && !textOf(activity).trim() && attachments(activity).length === 0,
    refusal: badArgument,
  },
  {
    rule: 'A text and an attachment are two activities: Teams splits them and the id is lost.',
    isBroken: ({ activity }) => textOf(activity) !== '' && attachments(activity).length > 0,
    refusal: badArgument,
  },
  {
    rule: 'An activity with a card has a summary, which is all that a locked phone shows.',
    isBroken: ({ activity }) => cardsOf(activity).length > 0 && !textAt(activity, 'summary')?.trim(),
    refusal: badArgument,
  },
  {
    rule: `There are at most ${SUGGESTIONS} suggested actions.`,
    isBroken: ({ activity }) => suggestions(activity).length > SUGGESTIONS,
    refusal: badArgument,
  },
  {
    rule: 'Suggested actions are for personal chats.',
    isBroken: ({ activity, kind }) => kind !== 'personal' && suggestions(activity).length > 0,
    refusal: badArgument,
  },
  {
    rule: 'Suggested actions do not go together with an attachment.',
    isBroken: ({ activity }) => suggestions(activity).length > 0 && attachments(activity).length > 0,
    refusal: badArgument,
  },
  {
    rule: `There are at most ${CITATIONS.most} citations.`,
    isBroken: ({ activity }) => citationsOf(activity).length > CITATIONS.most,
    refusal: badArgument,
  },
  {
    rule: `A citation has a name of at most ${CITATIONS.name} characters.`,
    isBroken: ({ activity }) =>
      citationsOf(activity).some(({ name }) => !name || name.length > CITATIONS.name),
    refusal: badArgument,
  },
  {
    rule: `A citation has an abstract of at most ${CITATIONS.abstract} characters.`,
    isBroken: ({ activity }) =>
      citationsOf(activity).some(({ abstract }) => !abstract || abstract.length > CITATIONS.abstract),
    refusal: badArgument,
  },
  {
    rule: "A citation's position stands in the text as [n], and no two have the same.",
    isBroken: ({ activity }) => positionsAreWrong(activity),
    refusal: badArgument,
  },
  {
    rule: "A mention's text stands in the message's text.",
    isBroken: ({ activity }) => mentionIsMissing(activity),
    refusal: badArgument,
  },
  ...CARD_RULES.map((rule) => ({
    rule: rule.rule,
    isBroken: ({ activity }: Outgoing) => cardsOf(activity).some((card) => rule.isBroken(card)),
    refusal: rule.refusal,
  })),
];

/** Throws the refusal of the first rule that is broken. */
export function checkRules(outgoing: Outgoing): void {
  const broken = RULES.find((rule) => rule.isBroken(outgoing));
  if (broken) throw broken.refusal(broken.rule);
}

function positionsAreWrong(activity: JsonObject): boolean {
  const positions = citationsOf(activity).map((citation) => citation.position);
  const text = textOf(activity);
  return (
    new Set(positions).size < positions.length ||
    positions.some((position) => !text.includes(`[${position}]`))
  );
}

function mentionIsMissing(activity: JsonObject): boolean {
  const cards = JSON.stringify(cardsOf(activity));
  return listAt(activity, 'entities')
    .filter((entity) => textAt(entity, 'type') === 'mention')
    .map((entity) => textAt(entity, 'text') ?? '')
    .some((mention) => !mention || !(textOf(activity).includes(mention) || cards.includes(mention)));
}

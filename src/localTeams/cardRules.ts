import { isVersionUpTo, partsOf } from './cards';
import { listAt, objectAt, textAt, type Card } from './json';
import { CARD_VERSION, MESSAGE_BYTES, REFRESH_USERS } from './limits';
import { refuse, type Refusal } from './refusal';

/** Something that Teams refuses in a card, wherever the card comes from: a message, an invoke's answer, a dialog. */
export interface CardRule {
  /** a sentence about what is allowed */
  rule: string;
  isBroken: (card: Card) => boolean;
  refusal: (rule: string) => Refusal;
}

/** What holds for every card. */
export const CARD_RULES: readonly CardRule[] = [
  {
    rule: 'A card is an AdaptiveCard.',
    isBroken: (card) => card['type'] !== 'AdaptiveCard',
    refusal: refuse.badArgument,
  },
  {
    rule: `A card's version is given and is at most ${CARD_VERSION}.`,
    isBroken: (card) => !isVersionUpTo(card['version'], CARD_VERSION),
    refusal: refuse.badArgument,
  },
  {
    rule: `refresh.userIds names at most ${REFRESH_USERS} people.`,
    isBroken: (card) => listAt(objectAt(card, 'refresh'), 'userIds').length > REFRESH_USERS,
    refusal: refuse.badArgument,
  },
  {
    rule: 'A card is smaller than a message may be.',
    isBroken: (card) => Buffer.byteLength(JSON.stringify(card)) > MESSAGE_BYTES,
    refusal: refuse.tooBig,
  },
  {
    rule: 'Every input of a card has an id of its own.',
    isBroken: hasNamelessInput,
    refusal: refuse.badArgument,
  },
];

/** What holds for the card of a dialog as well. */
export const DIALOG_CARD_RULES: readonly CardRule[] = [
  ...CARD_RULES,
  {
    rule: 'A dialog has no Action.Execute: Teams sends Action.Submit from there and nothing else.',
    isBroken: (card) => [...partsOf(card)].some((part) => part['type'] === 'Action.Execute'),
    refusal: refuse.badArgument,
  },
];

/** The refusal of the first rule that a card breaks, or undefined. */
export function refusalOfCard(card: Card, rules: readonly CardRule[]): Refusal | undefined {
  const broken = rules.find((rule) => rule.isBroken(card));
  return broken?.refusal(broken.rule);
}

function hasNamelessInput(card: Card): boolean {
  const inputs = [...partsOf(card)].filter((part) => textAt(part, 'type')?.startsWith('Input.'));
  const ids = inputs.map((input) => textAt(input, 'id') ?? '');
  return ids.includes('') || new Set(ids).size < ids.length;
}

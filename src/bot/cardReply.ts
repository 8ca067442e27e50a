import type { Card } from '../cards/render';

/**
 * What a press is answered with. The router turns it into the answer that the kind of press needs
 * (adaptiveCard/action, task/fetch, task/submit or a plain Action.Submit).
 */
export type CardReply =
  /** The card takes the place of the pressed one, for everybody: answered and updated. */
  | { readonly kind: 'card'; readonly card: Card }
  /** The same, but only the presser sees it; the stored message stays. */
  | { readonly kind: 'privateCard'; readonly card: Card }
  /** A short sentence shown to the presser; the card stays, with what was typed in it. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Opens (task/fetch) or continues (task/submit) a dialog with a card. */
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** Opens a dialog with one of the product's pages. */
  | { readonly kind: 'page'; readonly title: string; readonly url: string }
  /** Closes the dialog, or leaves the card as it is. */
  | { readonly kind: 'done' };

export const showCard = (card: Card): CardReply => ({ kind: 'card', card });
export const showPrivately = (card: Card): CardReply => ({ kind: 'privateCard', card });
export const notice = (text: string): CardReply => ({ kind: 'notice', text });
export const openDialog = (title: string, card: Card): CardReply => ({ kind: 'dialog', title, card });
export const openPage = (title: string, url: string): CardReply => ({ kind: 'page', title, url });
export const done: CardReply = { kind: 'done' };

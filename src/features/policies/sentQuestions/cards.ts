import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { SEND_COMMAND } from './sendCommand';
import { LEFT_OUT } from './typedWords';

/** The offer to send a question. @param question its key among the recent ones */
export function sendOfferCard(question: string): Card {
  return render('policies/sendOffer', { question, title: SEND_COMMAND });
}

/** What a card carries from the sight of the text to the press of Send: keys, never the text. */
export interface SendKeys {
  /** The question's key among the recent ones. */
  readonly question: string;
  /** The row that it will be kept in: so that a second press is the same row. */
  readonly row: string;
}

/** The text exactly as it would go. */
export function sendPreviewCard(text: string, keys: SendKeys): Card {
  return render('policies/sendPreview', { text, leftOut: text.includes(LEFT_OUT), ...keys });
}

/** What stands in the place of a card that was pressed. */
export function sendDoneCard(text: string): Card {
  return render('policies/chosen', { text });
}

import type { AdaptiveCardInvokeResponse, MessagingExtensionResponse, TaskModuleResponse } from 'botbuilder';
import { CARD_TYPE } from './outgoing';
import type { CardReply } from './cardReply';
import type { ExtensionReply, ExtensionResult } from './messageExtension';

/** The answer to an Action.Execute (Microsoft Learn, "Universal Actions for Adaptive Cards"). */
export function cardActionAnswer(reply: CardReply): AdaptiveCardInvokeResponse {
  switch (reply.kind) {
    case 'card':
    case 'privateCard':
    case 'dialog':
      return { statusCode: 200, type: CARD_TYPE, value: reply.card.content };
    case 'notice':
      return message(reply.text);
    case 'page':
      return message(`[${reply.title}](${reply.url})`);
    case 'done':
      return message('Done.');
  }
}

function message(text: string): AdaptiveCardInvokeResponse {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text as never };
}

/** The answer to task/fetch and task/submit (Microsoft Learn, "Use dialogs with bots"). */
export function dialogAnswer(reply: CardReply): TaskModuleResponse {
  switch (reply.kind) {
    case 'dialog':
      return dialogWith(reply.title, reply.card.content);
    case 'card':
    case 'privateCard':
      return dialogWith('', reply.card.content);
    case 'page':
      return {
        task: { type: 'continue', value: { title: reply.title, url: reply.url, width: 600, height: 600 } },
      };
    case 'notice':
      return { task: { type: 'message', value: reply.text } };
    case 'done':
      // An empty object closes the dialog.
      return {};
  }
}

function dialogWith(title: string, content: Record<string, unknown>): TaskModuleResponse {
  const card = { contentType: CARD_TYPE, content };
  return { task: { type: 'continue', value: { title, card, width: 'medium', height: 'medium' } } };
}

/** The content type of what stands for a card in a list of results. */
const THUMBNAIL_TYPE = 'application/vnd.microsoft.card.thumbnail';

/** The answer to composeExtension/query (Microsoft Learn, "Respond to search command"). */
export function extensionAnswer(reply: ExtensionReply): MessagingExtensionResponse {
  if (reply.kind === 'notice') return { composeExtension: { type: 'message', text: reply.text } };
  const attachments = reply.results.map(resultAttachment);
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** Teams shows nothing in the list for an Adaptive Card that comes without a preview. */
function resultAttachment({ title, text, card }: ExtensionResult) {
  const preview = { contentType: THUMBNAIL_TYPE, content: { title, text } };
  return { contentType: CARD_TYPE, content: card.content, preview };
}

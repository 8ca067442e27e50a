import { isObject, objectAt, textAt, type Card, type JsonObject } from '../../../../src/localTeams/json';
import type { Answer, Behaviour } from '../../fakeBot';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A bot that does a little of everything that the page has to show. */
export const tinyBot: Behaviour = async (activity, bot) => {
  if (activity['type'] === 'invoke') return invoked(activity);
  if (activity['type'] !== 'message') return undefined;
  const words = (textAt(activity, 'text') ?? '').replace(/<at>.*<\/at>/, '').trim();
  await bot.reply(activity, { type: 'typing' });
  await bot.reply(activity, replyTo(words, isChannel(activity)));
  return undefined;
};

function isChannel(activity: JsonObject): boolean {
  return textAt(objectAt(activity, 'conversation'), 'conversationType') === 'channel';
}

function replyTo(words: string, inChannel: boolean): JsonObject {
  if (words === 'card') return message(ASK_CARD, 'Something to confirm');
  if (words === 'dialog') return message(DIALOG_CARD, 'Something to add');
  return {
    type: 'message',
    text: `You said **${words}**. [1]`,
    entities: [citation()],
    channelData: { feedbackLoop: { type: 'default' } },
    ...(inChannel
      ? {}
      : { suggestedActions: { actions: [{ type: 'imBack', title: 'And then?', value: 'and then' }] } }),
  };
}

function invoked(activity: JsonObject): Answer {
  const data = objectAt(objectAt(activity['value'], 'action'), 'data');
  switch (textAt(activity, 'name')) {
    case 'adaptiveCard/action':
      return {
        body: {
          statusCode: 200,
          type: CARD,
          value: card([text(`Thank you, ${textAt(data, 'name') ?? ''}.`)]),
        },
      };
    case 'task/fetch':
      return {
        body: {
          task: {
            type: 'continue',
            value: { title: 'Add more', card: { contentType: CARD, content: MORE } },
          },
        },
      };
    case 'task/submit':
      return { body: { task: { type: 'message', value: `Added: ${submitted(activity)}` } } };
    default:
      return { body: {} };
  }
}

function submitted(activity: JsonObject): string {
  const data = objectAt(activity['value'], 'data');
  return isObject(data) ? (textAt(data, 'where') ?? '') : '';
}

function message(content: Card, summary: string): JsonObject {
  return { type: 'message', summary, attachments: [{ contentType: CARD, content }] };
}

function card(body: Card[], actions: Card[] = []): Card {
  return { type: 'AdaptiveCard', version: '1.5', body, actions };
}

function text(words: string): Card {
  return { type: 'TextBlock', text: words, wrap: true };
}

const ASK_CARD = card(
  [
    text('Please confirm.'),
    {
      type: 'Input.Text',
      id: 'name',
      label: 'Your name',
      isRequired: true,
      errorMessage: 'Please say your name.',
    },
  ],
  [{ type: 'Action.Execute', title: 'Confirm', verb: 'tiny.confirm', data: { verb: 'tiny.confirm' } }],
);

const DIALOG_CARD = card(
  [text('You can add more.')],
  [
    {
      type: 'Action.Submit',
      title: 'Add more',
      data: { msteams: { type: 'task/fetch' }, verb: 'tiny.more' },
    },
  ],
);

const MORE = card(
  [{ type: 'Input.Text', id: 'where', label: 'Where was it?' }],
  [{ type: 'Action.Submit', title: 'Save', data: { verb: 'tiny.save' } }],
);

function citation(): JsonObject {
  const appearance = {
    '@type': 'DigitalDocument',
    name: 'P4.1 Photographs',
    abstract: 'No photographs.',
    url: 'https://example.invalid/p',
  };
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: [{ '@type': 'Claim', position: 1, appearance }],
  };
}

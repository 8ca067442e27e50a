import type { MessageShape } from './messageShape';
import { paragraphs } from './markdown';

const ASK = 'Ask me about the social media policy in a sentence of your own, or type **help**.';

/** What a message without readable words is answered with. */
export const shapeWords: Readonly<Record<Exclude<MessageShape, 'words'>, string>> = {
  empty: paragraphs('Your message came without any words.', ASK),
  picture: paragraphs(
    'I can’t read pictures or files, sorry. Please tell me in words what you would like to know.',
    'If it shows something that worries you, type **report**. You can say there what you saw.',
  ),
  wordless: paragraphs('I can only read words, so I don’t want to guess what you mean.', ASK),
  otherScript: paragraphs(
    'I can only read English, sorry. A colleague or your manager can help you to write your question in English.',
    'If anybody is in danger now, ring **999**.',
  ),
  long: paragraphs(
    'That is a long message, and I could not tell which question in it to answer. Please ask me again in one or two sentences.',
    'If you want to tell somebody about something that happened, type **report**. There is room for all of it there.',
  ),
};

/** Added to an answer when pictures or files came with the words. */
export const PICTURE_LEFT_OUT =
  'I can’t read the picture or file that came with your message. I only read your words.';

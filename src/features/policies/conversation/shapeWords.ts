import type { MessageShape } from './messageShape';
import { paragraphs } from './markdown';

const ASK = 'Ask me about the social media policy in a sentence of your own, or type **help**.';

/** Said when nothing that the bot found is what somebody meant. */
export const OTHER_WORDS =
  'Please try other words, and say what you would like to do and where: “Can I post a photo of a client on Facebook?” ' +
  'If the policy doesn’t say, your manager can help.';

/** What a message without a question that can be read is answered with. */
export const shapeWords: Readonly<Record<Exclude<MessageShape, 'words' | 'otherScript'>, string>> = {
  empty: paragraphs('Your message came without any words.', ASK),
  picture: paragraphs(
    'I can’t read pictures or files, sorry. Please tell me in words what you would like to know.',
    'If it shows something that worries you, type **report**. You can say there what you saw.',
  ),
  link: paragraphs(
    'I can’t open links, sorry. Please tell me in words what you would like to know about it.',
    'If it shows something that worries you, type **report**. You can say there what you saw, and keep the link.',
  ),
  wordless: paragraphs('I can only read words, so I don’t want to guess what you mean.', ASK),
  email: paragraphs(
    'That looks like an e-mail, and I could not tell what you would like to know about it. Please ask me in one or two sentences of your own, without names.',
    'If it tells of something that happened, type **report**. There is room for all of it there.',
  ),
  long: paragraphs(
    'That is a long message, and I could not tell which question in it to answer. Please ask me again in one or two sentences.',
    'If you want to tell somebody about something that happened, type **report**. There is room for all of it there.',
  ),
};

/** Added to an answer when pictures or files came with the words. */
export const PICTURE_LEFT_OUT =
  'I can’t read the picture or file that came with your message. I only read your words.';

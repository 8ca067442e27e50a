import type { Message } from '../../../bot/messengerPort';
import type { Policy } from '../policy';
import { paragraphs } from './markdown';

/** The reviewed line that nobody is silenced, where the words touch such a topic; else nothing. */
export function protectedLine({ protectedTopics }: Policy, topicId: string | null | undefined): string {
  const known = protectedTopics.topics.some(({ id }) => id === topicId);
  return known ? protectedTopics.line : '';
}

/** A text that ends with the line. A card carries it in its own data. */
export function endingWith<M extends Message>(message: M, line: string): M {
  return 'text' in message ? { ...message, text: paragraphs(message.text, line) } : message;
}

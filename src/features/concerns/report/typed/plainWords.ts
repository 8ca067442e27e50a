/** While a free text is asked for, only something this short may be a question, in UTF-16 code units. */
export const LONGEST_QUESTION = 200;
const MOST_WORDS_OF_A_COMMAND = 3;
const ASKS = /\?$|^(?:who|what|where|when|why|how|can|could|may|should|do|does|is|are|am)\b/i;

/** Small letters, no signs: what is left to compare with the short answers. */
export function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim();
}

/** Whether a text is put like a question, and is short enough for one. */
export const asksAQuestion = (text: string): boolean =>
  text.length <= LONGEST_QUESTION && ASKS.test(text.trim());

/** Whether these are few enough words to be a command and nothing more. */
export const areFewWords = (text: string): boolean =>
  text.trim().split(/\s+/).length <= MOST_WORDS_OF_A_COMMAND;

/** Whether words that may be a command say nothing else. */
export const isSaidAlone = (text: string): boolean => areFewWords(text) || asksAQuestion(text);

import { plainWords } from './messageShape';
import { linesOf } from './pastedEmail';
import { isPutAsQuestion } from './questionForm';

/** With fewer words a question says too little by itself. */
const LEAST_WORDS = 3;
/** Ends of sentences, and the marks of a list: "1.", "b)", "-". */
const BETWEEN = /(?<=[?!.])\s+|(?:^|\s)(?:\d{1,2}|[a-k])[.)]\s+|(?:^|\s)[-•*]\s+/i;

/** The questions in a text, in its order, each once. */
export function questionsIn(text: string): string[] {
  const sentences = linesOf(text).flatMap((line) => line.split(BETWEEN));
  const questions = sentences.map(plainWords).filter(asksSomething);
  return [...new Set(questions)];
}

/** Whether a text is made of questions and has hardly another word. */
export function isAllQuestions(text: string, questions: readonly string[]): boolean {
  const asked = questions.reduce((sum, question) => sum + question.length, 0);
  return asked >= plainWords(text).length * ALL_SHARE;
}
const ALL_SHARE = 0.75;

function asksSomething(words: string): boolean {
  return isPutAsQuestion(words) && words.split(' ').length >= LEAST_WORDS;
}

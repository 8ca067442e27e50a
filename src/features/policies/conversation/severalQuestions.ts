import { plainWords } from './messageShape';
import { linesOf } from './pastedEmail';
import { isPutAsQuestion } from './questionForm';

/** With fewer words a question says too little by itself. */
const LEAST_WORDS = 3;
/** So many questions run into one another are told apart where the next begins. */
const RUN_ON = 3;
/** At least this share of a text's characters is in its questions, when it has hardly anything else. */
const ALL_SHARE = 0.75;
/** Ends of sentences, and the marks of a list: "1.", "b)", "-". */
const BETWEEN = /(?<=[?!.])\s+|(?:^|\s)(?:\d{1,2}|[a-k])[.)]\s+|(?:^|\s)[-•*]\s+/i;
/** Where somebody who types no question marks begins the next question. */
const NEXT_BEGINS = /\s+(?=(?:(?:and|also|or) )?(?:can|could|may|should|do|am) i\s)/i;

/** The questions in a text, in its order, each once. */
export function questionsIn(text: string): string[] {
  const sentences = linesOf(text).flatMap((line) => line.split(BETWEEN));
  const questions = asked(sentences);
  const runOn = asked(sentences.flatMap((sentence) => sentence.split(NEXT_BEGINS)));
  return questions.length < RUN_ON && runOn.length >= RUN_ON ? runOn : questions;
}

function asked(parts: readonly string[]): string[] {
  const questions = parts.map((part) => plainWords(part).replace(/^(?:and|also|or) /i, ''));
  return [...new Set(questions.filter(asksSomething))];
}

/** Whether a text is made of questions and has hardly another word. */
export function isAllQuestions(text: string, questions: readonly string[]): boolean {
  const length = questions.reduce((sum, question) => sum + question.length, 0);
  return length >= plainWords(text).length * ALL_SHARE;
}

function asksSomething(words: string): boolean {
  return isPutAsQuestion(words) && words.split(' ').length >= LEAST_WORDS;
}

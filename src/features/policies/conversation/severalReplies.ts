import type { Message } from '../../../bot/messengerPort';
import type { AnsweringEngine, Outcome } from '../engine/outcome';
import { helpNowCard } from './cards';
import type { Incoming } from './messagesFor';
import { emailBody } from './pastedEmail';
import { beginsAsQuestion } from './questionForm';
import { read } from './reading';
import { repliesTo } from './replies';
import { MOST_ANSWERS, severalAnswersMessage } from './severalAnswers';
import { isAllQuestions, questionsIn } from './severalQuestions';
import { letTopicGo } from './topicInHand';

type Answered = Extract<Outcome, { outcome: 'answer' }>;

/**
 * From this many on that begin as questions do, they are answered one by one. Two may well be one and its condition,
 * and "good idea or no?" is none of its own.
 */
const SEVERAL = 3;
/** Questions of one message that are read: the rest waits for a message of its own. */
const MOST_READ = 10;
/** Questions before that help to understand the next. */
const BEFORE = 3;

/** To several questions in one message, or to the questions in a long one or in an e-mail. */
export async function repliesToSeveral(message: Incoming): Promise<Message[] | undefined> {
  const { turn, shape, outcome, deps, context } = message;
  const text = shape === 'email' ? emailBody(turn.text) : turn.text;
  const questions = questionsIn(text);
  const enough =
    shape === 'words' ? questions.filter(beginsAsQuestion).length >= SEVERAL : questions.length > 0;
  if (!enough) return undefined;
  // What happened goes before what is asked about it; only in mere questions it is looked for one by one.
  if (isNews(outcome) && !isAllQuestions(text, questions)) return undefined;
  const found = await outcomesOf(questions, deps.engine);
  // A question that is taken for news by itself is left out only where the whole is none.
  if (isNews(outcome) && found.some(isNews)) return undefined;
  const answered = clearAnswers(found);
  if (answered.length === 0 && shape !== 'words') return undefined;
  letTopicGo(turn);
  deps.log.info('policies.read', { outcome: 'several', shape });
  const [only] = answered;
  if (only && questions.length === 1) return repliesTo(only, turn.place.kind, context);
  const answers = severalAnswersMessage(answered, questions.length, context);
  const urgent = found.find((each) => each.urgent)?.urgent;
  return urgent ? [{ card: helpNowCard(urgent, context.contacts) }, answers] : [answers];
}

/** Each question read after those before it. */
async function outcomesOf(questions: readonly string[], engine: AnsweringEngine): Promise<Outcome[]> {
  const found: Outcome[] = [];
  for (const [at, question] of questions.slice(0, MOST_READ).entries()) {
    found.push(await read(question, questions.slice(Math.max(0, at - BEFORE), at), engine));
  }
  return found;
}

/** The first answers that the engine is sure of, each once. */
function clearAnswers(found: readonly Outcome[]): Answered[] {
  const answered = found.filter((outcome): outcome is Answered => outcome.outcome === 'answer');
  const firsts = answered.filter(
    ({ clauses, answer }, at) =>
      answered.findIndex((each) => each.clauses[0] === clauses[0] && each.answer === answer) === at,
  );
  return firsts.slice(0, MOST_ANSWERS);
}

function isNews({ outcome }: Outcome): boolean {
  return outcome === 'concern';
}

import type { Message } from '../../../bot/messengerPort';
import type { AnsweringEngine, Outcome } from '../engine/outcome';
import type { Incoming } from './messagesFor';
import { emailBody } from './pastedEmail';
import { read } from './reading';
import { repliesTo } from './replies';
import { MOST_ANSWERS, severalAnswersMessage } from './severalAnswers';
import { isAllQuestions, questionsIn } from './severalQuestions';
import { letTopicGo } from './topicInHand';

type Answered = Extract<Outcome, { outcome: 'answer' }>;

/** From this many on, questions in one message are answered one by one; two may well be one and its condition. */
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
  if (questions.length < (shape === 'words' ? SEVERAL : 1)) return undefined;
  // What happened goes before what is asked about it; only in mere questions it is looked for one by one.
  if (outcome.outcome === 'concern' && !isAllQuestions(text, questions)) return undefined;
  const answered = await clearAnswers(questions, deps.engine);
  if (!answered || (answered.length === 0 && shape !== 'words')) return undefined;
  letTopicGo(turn);
  deps.log.info('policies.read', { outcome: 'several', shape });
  const [only] = answered;
  if (only && questions.length === 1) return repliesTo(only, turn.place.kind, context);
  return [severalAnswersMessage(answered, questions.length, context)];
}

/** The first answers that the engine is sure of; undefined when one of the questions is no mere question. */
async function clearAnswers(
  questions: readonly string[],
  engine: AnsweringEngine,
): Promise<Answered[] | undefined> {
  const found: Answered[] = [];
  for (const [at, question] of questions.slice(0, MOST_READ).entries()) {
    const outcome = await read(question, questions.slice(Math.max(0, at - BEFORE), at), engine);
    if (outcome.urgent || outcome.outcome === 'concern') return undefined;
    if (outcome.outcome === 'answer' && isNew(outcome, found)) found.push(outcome);
    if (found.length === MOST_ANSWERS) break;
  }
  return found;
}

function isNew({ clauses, answer }: Answered, found: readonly Answered[]): boolean {
  return !found.some((earlier) => earlier.clauses[0] === clauses[0] && earlier.answer === answer);
}

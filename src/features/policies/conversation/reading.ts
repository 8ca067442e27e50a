import type { AnsweringEngine, Outcome } from '../engine/outcome';
import { isEmergencyNumber } from './emergencyNumber';
import { worthReading } from './messageShape';
import { isOwnDeed, isPlainlyOwnDeed } from './ownDeed';
import type { Redaction } from '../sentQuestions/redaction';
import { LEFT_OUT } from '../sentQuestions/typedWords';

const EMERGENCY_NUMBER_TYPED: Outcome = {
  outcome: 'concern',
  confession: false,
  urgent: 'danger',
  protectedTopic: null,
  report: true,
  clauses: [],
};

/** What the words are. A long message is read at its beginning and its end. */
export async function read(
  words: string,
  previous: readonly string[],
  engine: AnsweringEngine,
): Promise<Outcome> {
  if (isEmergencyNumber(words)) return EMERGENCY_NUMBER_TYPED;
  return engine.ask(worthReading(words), previous);
}

/** With fewer words left nobody could tell what is asked. */
const LEAST_WORDS = 4;

/** Like `read`, but names and numbers do not hide what is asked: words that say nothing are read again without them. */
export async function readThroughNames(
  words: string,
  previous: readonly string[],
  { engine, redact }: { readonly engine: AnsweringEngine; readonly redact: Redaction },
): Promise<Outcome> {
  const outcome = await read(words, previous, engine);
  if (outcome.outcome !== 'outofscope' || outcome.clauses.length > 0) return outcome;
  const { text, kept } = redact(words);
  if (kept < LEAST_WORDS || kept < words.split(' ').length / 2) return outcome;
  return read(text.replaceAll(LEFT_OUT, ' ').replace(/\s+/g, ' '), previous, engine);
}

/** Somebody who tells that they did it is heard as such, also where the engine sees no confession in the words. */
export function withOwnDeed(outcome: Outcome, words: string): Outcome {
  switch (outcome.outcome) {
    case 'concern':
      return { ...outcome, confession: outcome.confession || isOwnDeed(words) };
    case 'answer':
    case 'choices':
    case 'outofscope': {
      const { urgent, protectedTopic, clauses } = outcome;
      const owningUp = { confession: true, report: true, urgent, protectedTopic, clauses };
      return isPlainlyOwnDeed(words) ? { outcome: 'concern', ...owningUp } : outcome;
    }
    default:
      return outcome;
  }
}

/** What happened to somebody is theirs to report: their words, the answer and the fact leave no trace here. */
export function isConfidential(outcome: Outcome): boolean {
  return outcome.urgent !== false || outcome.outcome === 'concern';
}

import type { AnsweringEngine, Outcome } from '../engine/outcome';
import { isEmergencyNumber } from './emergencyNumber';
import { worthReading } from './messageShape';

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

/** What happened to somebody is theirs to report: their words, the answer and the fact leave no trace here. */
export function isConfidential(outcome: Outcome): boolean {
  return outcome.urgent !== false || outcome.outcome === 'concern';
}

import { createEngine } from '../../../../src/features/policies/engine/createEngine';
import { loadEngineData } from '../../../../src/features/policies/engine/engineData';
import type { AnsweringEngine, Outcome } from '../../../../src/features/policies/engine/outcome';
import { loadPolicy } from '../../../../src/features/policies/policy';

/** The engine as the product runs it. */
export function realEngine(): AnsweringEngine {
  return createEngine(loadPolicy(), loadEngineData());
}

/** The outcome in one line for tables: "answer P5.9 no", "outofscope penalties". */
export function inShort(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'answer':
      return `answer ${outcome.clauses[0]} ${outcome.verdict}`;
    case 'outofscope':
      return `outofscope ${outcome.topic}`;
    case 'command':
      return `command ${outcome.command}`;
    case 'smalltalk':
      return `smalltalk ${outcome.talk}`;
    case 'choices':
    case 'concern':
      return outcome.outcome;
  }
}

import type { Outcome } from '../../../../src/features/policies/engine/outcome';

/** Those of the items whose outcome is as looked for, in their order. */
export async function whoseOutcome<T>(
  items: readonly T[],
  ask: (item: T) => Promise<Outcome>,
  isAsLookedFor: (outcome: Outcome, item: T) => boolean,
): Promise<T[]> {
  const found: T[] = [];
  for (const item of items) {
    if (isAsLookedFor(await ask(item), item)) found.push(item);
  }
  return found;
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

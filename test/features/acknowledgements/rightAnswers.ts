import type { Card } from '../../../src/localTeams/json';
import { CHOICES, loadCheckQuestions } from '../../../src/features/acknowledgements/check/questions';
import { loadPolicy } from '../../../src/features/policies/policy';
import { sections } from '../../../src/features/policies/sections';

const bank = loadCheckQuestions(sections(loadPolicy()));

/** What somebody chooses for each question that the card still asks. */
export function chosen(card: Card | undefined, how: 'right' | 'wrong'): Record<string, string> {
  const inputs = partsOf(card).filter(({ type }) => type === 'Input.ChoiceSet');
  return Object.fromEntries(
    inputs.map(({ id, label }) => {
      const right = bank.find(({ question }) => question === label)?.right;
      if (!right) throw new Error(`No such question: ${String(label)}`);
      const wrong = CHOICES.find((choice) => choice !== right) ?? '';
      return [String(id), how === 'right' ? right : wrong];
    }),
  );
}

function partsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(partsOf)];
}

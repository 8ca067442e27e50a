import type { CommandName, Outcome } from '../outcome';
import type { Verdict } from '../../policy';

/** One line of the evaluation's output: the format is part of the outside contract. */
export interface ResultLine {
  id: string;
  outcome: Outcome['outcome'];
  report: boolean;
  clauses: string[];
  verdict: Verdict;
  urgent: boolean;
  command: CommandName | null;
}

/** The outcome as the evaluation writes it. */
export function resultLine(id: string, outcome: Outcome): ResultLine {
  return {
    id,
    outcome: outcome.outcome,
    report: outcome.report,
    clauses: outcome.clauses,
    verdict: outcome.outcome === 'answer' ? outcome.verdict : null,
    urgent: outcome.urgent !== false,
    command: outcome.outcome === 'command' ? outcome.command : null,
  };
}

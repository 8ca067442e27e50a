import type { Policy } from '../policy';
import { decide } from './decide';
import type { EngineData } from './engineData';
import { questionBefore } from './followUp';
import type { AnsweringEngine, Outcome } from './outcome';
import { pickAnswer } from './pickAnswer';
import { Ranker } from './ranking';
import { KnownLines } from './knownLines';
import { UrgencyDetector } from './urgency';
import { Vocabulary } from './vocabulary';
import { WordGroups } from './wordGroups';

/** The answering engine over a policy and the file that `npm run policy:build` made for it. */
export function createEngine(policy: Policy, data: EngineData): AnsweringEngine {
  const groups = new WordGroups(data.words);
  const ranker = new Ranker(policy.clauses, data, groups);
  const urgency = new UrgencyDetector(data, groups);
  const known = new KnownLines(data.examples);
  const vocabulary = new Vocabulary([
    ...policy.clauses.map(({ text }) => text),
    ...Object.values(data.examples).flat(),
    ...Object.values(data.words).flat(),
    ...data.urgentWords,
  ]);
  const clausesById = new Map(policy.clauses.map((clause) => [clause.id, clause]));

  return {
    ask(question: string, previous: readonly string[] = []): Outcome {
      const line = known.find(question);
      const settled = line?.kind === 'talk' || line?.kind === 'command';
      const urgent = urgency.find(
        question,
        !settled && (line !== undefined || vocabulary.recognises(question)),
      );
      // "Help me please" is a command, and what somebody in danger types.
      const exact = settled && urgent !== false ? undefined : line;
      const alone = ranker.rank(question);
      const ownScore = alone.readings[0]?.score ?? 0;
      const before = exact === undefined ? questionBefore(question, previous, ownScore) : undefined;
      return decide({
        alone,
        together: before === undefined ? undefined : ranker.rank(question, before),
        exact,
        text: question,
        understood: line !== undefined || vocabulary.understands(question),
        urgent,
        answer: (id) => pickAnswer(clausesById.get(id)?.answers ?? [], question, groups, before),
      });
    },
  };
}

import type { Policy } from '../policy';
import { decide } from './decide';
import type { EngineData } from './engineData';
import { questionBefore } from './followUp';
import type { AnsweringEngine, Outcome } from './outcome';
import { pickAnswer } from './pickAnswer';
import { Ranker } from './ranking';
import { KnownLines } from './knownLines';
import { remembering } from './remembering';
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

  /** What a message is by itself, whatever was asked before. */
  const ownReading = remembering((text) => {
    const line = known.find(text);
    const settled = line?.kind === 'talk' || line?.kind === 'command';
    const urgent = urgency.find(text, !settled && (line !== undefined || vocabulary.recognises(text)));
    // "Help me please" is a command, and what somebody in danger types.
    const exact = settled && urgent !== false ? undefined : line;
    const understood = line !== undefined || vocabulary.understands(text);
    return { text, exact, understood, urgent, alone: ranker.rank(text) };
  });

  return {
    ask(question: string, previous: readonly string[] = []): Promise<Outcome> {
      const own = ownReading(question);
      const ownScore = own.alone.readings[0]?.score ?? 0;
      const before = own.exact === undefined ? questionBefore(question, previous, ownScore) : undefined;
      const outcome = decide({
        ...own,
        together: before === undefined ? undefined : ranker.rank(question, before),
        answer: (id) => pickAnswer(clausesById.get(id)?.answers ?? [], question, groups, before),
      });
      return Promise.resolve(outcome);
    },
  };
}

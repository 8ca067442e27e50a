import type { Policy } from '../policy';
import type { Findings } from './decide';
import type { EngineData } from './engineData';
import { questionBefore } from './followUp';
import { featuresOf } from './features';
import { Network } from './network';
import { pickAnswer, type PickedAnswer } from './pickAnswer';
import { createProtectedTopicFinder } from './protectedTopics';
import { Ranker, type Read } from './ranking';
import { KnownLines } from './knownLines';
import { rememberingLast } from './rememberingLast';
import type { SentenceEncoder } from './sentenceEncoder';
import { UrgencyDetector } from './urgency';
import { VerdictModel } from './verdictModel';
import { Vocabulary } from './vocabulary';
import { WordGroups } from './wordGroups';

/** Everything that is found out about a message, before anything is decided. */
export type Finder = (question: string, previous: readonly string[]) => Promise<Findings>;

/** Finds out about messages with the file that `npm run policy:build` made for a policy. */
export function createFinder(policy: Policy, data: EngineData, encoder: SentenceEncoder): Finder {
  const groups = new WordGroups(data.words);
  // Nothing below holds on to `data`: the stored weights are a dozen megabytes of text.
  const network = new Network(data.network);
  const ranker = new Ranker(network);
  const known = new KnownLines(data.knownLines);
  const vocabulary = new Vocabulary(data.vocabulary);
  const protectedTopicIn = createProtectedTopicFinder(policy.protectedTopics.topics);
  const clausesById = new Map(policy.clauses.map((clause) => [clause.id, clause]));

  const read = rememberingLast(async (text): Promise<Read> => {
    const vector = await encoder.encode(text);
    return { text, vector, features: featuresOf(text, groups, vector) };
  });

  const urgency = new UrgencyDetector(data, network, read);
  const verdicts = new VerdictModel(data.verdict);

  const answerOf = (clauseId: string, { text, vector }: Read, before?: string): PickedAnswer => {
    const asked = before === undefined ? text : `${before} ${text}`;
    const answers = clausesById.get(clauseId)?.answers ?? [];
    const reviewed = before === undefined ? known.verdictOf(text) : undefined;
    const verdict = reviewed === undefined ? verdicts.of(clauseId, asked, vector) : reviewed;
    return pickAnswer(answers, verdict, asked, groups);
  };

  /** What a message is by itself, whatever was asked before. */
  const ownReading = rememberingLast(async (text) => {
    const line = known.find(text);
    const settled = line?.kind === 'talk' || line?.kind === 'command';
    const own = await read(text);
    const urgent = await urgency.find(text, !settled && (line !== undefined || vocabulary.recognises(text)));
    // "Help me please" is a command, and what somebody in danger types.
    const exact = settled && urgent !== false ? undefined : line;
    const understood = line !== undefined || vocabulary.understands(text);
    return { own, exact, understood, urgent, alone: ranker.rank(own) };
  });

  return async (question, previous) => {
    const { own, ...found } = await ownReading(question);
    const ownScore = found.alone.readings[0]?.score ?? 0;
    const before = found.exact === undefined ? questionBefore(question, previous, ownScore) : undefined;
    return {
      ...found,
      protectedTopic: protectedTopicIn(question),
      protectedBefore: before === undefined ? null : protectedTopicIn(before),
      together: before === undefined ? undefined : ranker.rank(own, await read(before)),
      answer: (id) => answerOf(id, own, before),
    };
  };
}

import { commandNames, type CommandName, type Outcome, type Urgency } from './outcome';
import type { PickedAnswer } from './pickAnswer';
import type { Kind, Ranking, Reading } from './ranking';
import { formOf } from './questionForm';
import { wordsOf } from './words';

/** Everything known about a message when the decision is made. */
export interface Findings {
  text: string;
  /** The message read by itself. */
  alone: Ranking;
  /** The message read with the question before it, where it leans on one. */
  together: Ranking | undefined;
  /** Set when the message is a line of the banks. */
  exact: { kind: Kind; name: string } | undefined;
  /** Whether enough of its words are known to guess at a meaning. */
  understood: boolean;
  urgent: Urgency;
  answer: (clauseId: string) => PickedAnswer;
}

/** From this share on a message may be about something that happened, so the report is offered. */
const reportShare = 0.2;

/** The second clause is offered beside the first from this share of the first's score. */
const closeShare = 0.75;

/** A first clause with this score is answered whatever comes second. */
const sureScore = 0.3;

/** Above 1, so that the bot rather says that the policy is silent than quotes a clause that is beside the point. */
const topicLean = 1.25;

/** A command in somebody's own words is short. */
const commandWords = 12;

/** The clauses that a concern falls under, whatever it is about. */
const concernClauses = ['R1', 'R5', 'R4'];

/** What a message is: commands first, then concerns, what is out of scope, small talk, and the clauses. */
export function decide(found: Findings): Outcome {
  const kind = found.exact?.kind ?? likeliestKind(found);
  const common = {
    urgent: found.urgent,
    report:
      kind === 'concern' ||
      found.urgent !== false ||
      (found.understood && found.alone.kinds.concern >= reportShare),
  };
  const ranking = found.together ?? found.alone;
  const exactClause = found.exact?.kind === 'clause' ? found.exact.name : undefined;
  const clauses = found.understood ? ranked(ranking, exactClause) : [];
  const name = found.exact?.name ?? first(ranking, kind)?.name ?? '';
  switch (kind) {
    case 'command':
      return { ...common, outcome: 'command', command: asCommand(name), clauses: [] };
    case 'concern':
      return {
        ...common,
        outcome: 'concern',
        clauses: [...concernClauses, ...without(clauses, concernClauses)],
      };
    case 'topic':
      return { ...common, outcome: 'outofscope', topic: found.understood ? name : null, clauses };
    case 'talk':
      return { ...common, outcome: 'smalltalk', talk: name, clauses: [] };
    case 'clause':
      return answerOrChoices(found, ranking, clauses, common);
  }
}

function answerOrChoices(
  found: Findings,
  ranking: Ranking,
  clauses: string[],
  common: { urgent: Urgency; report: boolean },
): Outcome {
  const close = found.exact === undefined ? closeClauses(ranking) : [];
  if (close.length > 1) return { ...common, outcome: 'choices', choices: close, clauses };
  return { ...common, outcome: 'answer', clauses, ...found.answer(clauses[0] ?? '') };
}

function likeliestKind(found: Findings): Kind {
  const { alone, together, text, understood, urgent } = found;
  if (!understood) return urgent === false ? 'topic' : 'concern';
  const kinds = { ...alone.kinds };
  if (wordsOf(text).length > commandWords) kinds.command = 0;
  if (together !== undefined && !ownMeaning(kinds)) {
    return together.kinds.topic * topicLean > together.kinds.clause ? 'topic' : 'clause';
  }
  kinds.topic *= topicLean;
  const best = highest(kinds);
  return urgent !== false && (best !== 'clause' || formOf(text) === 'bare') ? 'concern' : best;
}

/** Small talk, commands and concerns stand by themselves, even after a question. */
function ownMeaning(kinds: Record<Kind, number>): boolean {
  return kinds.talk > 0.5 || kinds.command > 0.5 || kinds.concern > 0.5;
}

function highest(kinds: Record<Kind, number>): Kind {
  const order: readonly Kind[] = ['command', 'concern', 'topic', 'talk', 'clause'];
  return order.reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best));
}

function first(ranking: Ranking, kind: Kind): Reading | undefined {
  return ranking.readings.find((reading) => reading.kind === kind);
}

function ranked(ranking: Ranking, exact: string | undefined): string[] {
  const names = ranking.readings.filter(({ kind }) => kind === 'clause').map(({ name }) => name);
  const best = exact === undefined ? names : [exact, ...without(names, [exact])];
  return best.slice(0, 5);
}

function closeClauses({ readings }: Ranking): string[] {
  const clauses = readings.filter(({ kind }) => kind === 'clause');
  const best = clauses[0]?.score ?? 0;
  if (best >= sureScore) return [];
  return clauses
    .slice(0, 3)
    .filter(({ score }) => score >= best * closeShare)
    .map(({ name }) => name);
}

function without(names: readonly string[], unwanted: readonly string[]): string[] {
  return names.filter((name) => !unwanted.includes(name));
}

function asCommand(name: string): CommandName {
  const command = commandNames.find((each) => each === name);
  if (command === undefined)
    throw new Error(`engine.json: unknown command ${name}. Run: npm run policy:build`);
  return command;
}

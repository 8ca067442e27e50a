import { commandNames, type CommandName, type Outcome, type Urgency } from './outcome';
import type { PickedAnswer } from './pickAnswer';
import type { Kind, Ranking, Reading } from './ranking';

/** Everything known about a message when the decision is made. */
export interface Findings {
  /** The message read by itself. */
  alone: Ranking;
  /** The message read with the question before it, where it leans on one. */
  together: Ranking | undefined;
  /** Set when the message is a line of the banks. */
  exact: { kind: Kind; name: string } | undefined;
  /** Whether enough of its words are known to guess at a meaning. */
  understood: boolean;
  urgent: Urgency;
  /** The id of the protected topic that the words touch. */
  protectedTopic: string | null;
  /** The same of the question before, where the message leans on one. */
  protectedBefore?: string | null;
  answer: (clauseId: string) => PickedAnswer;
}

/** From this share on a message may be about something that happened, so the report is offered. */
const reportShare = 0.2;

/** The first clause is answered when its score is so much above the second's; otherwise the person chooses. */
const clearLead = 0.15;

/** A clause with this score matters to the answer, or is worth a place among the choices. */
const mattersScore = 0.05;
const alsoScore = 0.2;

/** Above 1, so that the bot rather says that the policy is silent than quotes a clause that is beside the point. */
const topicLean = 1.6;

/** Above 1, for a concern that is taken for a question is worse than a question that is offered the report as well. */
const concernLean = 1.5;

/** From this share on an urgent message tells of something that happened, whatever else it is. */
const tellsShare = 0.4;

/** The clauses that a concern falls under, whatever it is about. */
const concernClauses = ['R1', 'R5', 'R4'];

/** From this share on a concern is about a clause, which is then shown with it. */
const aboutShare = 0.1;

/** What a message is: commands first, then concerns, what is out of scope, small talk, and the clauses. */
export function decide(found: Findings): Outcome {
  const kind = found.exact?.kind ?? likeliestKind(found);
  const common = {
    urgent: found.urgent,
    // What the question before touches, the one that follows it still does; what happened stands by itself.
    protectedTopic:
      found.protectedTopic ??
      (kind === 'clause' || kind === 'topic' ? (found.protectedBefore ?? null) : null),
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
      return {
        ...common,
        outcome: 'command',
        command: asCommand(name),
        exact: found.exact !== undefined,
        clauses: [],
      };
    case 'concern':
      return {
        ...common,
        outcome: 'concern',
        confession: isConfession(found),
        clauses: concernsClauses(found, clauses),
      };
    case 'topic':
      return { ...common, outcome: 'outofscope', topic: found.understood ? name : null, clauses };
    case 'talk':
      return { ...common, outcome: 'smalltalk', talk: name, clauses: [] };
    case 'clause':
      return answerOrChoices(found, ranking, clauses, common);
  }
}

/** Of the readings as a concern, the writer's own doing is likelier. */
function isConfession({ exact, alone }: Findings): boolean {
  return (exact ?? first(alone, 'concern'))?.name === 'confession';
}

function answerOrChoices(
  found: Findings,
  ranking: Ranking,
  clauses: string[],
  common: Pick<Outcome, 'urgent' | 'report' | 'protectedTopic'>,
): Outcome {
  const close = found.exact === undefined ? closeClauses(ranking) : [];
  if (close.length > 1) return { ...common, outcome: 'choices', choices: close, clauses };
  const second = alsoMatters(ranking, clauses);
  return {
    ...common,
    outcome: 'answer',
    clauses,
    ...found.answer(clauses[0] ?? ''),
    ...(second !== undefined && { second }),
  };
}

function likeliestKind(found: Findings): Kind {
  const { alone, together, understood, urgent } = found;
  if (!understood) return urgent === false ? 'topic' : 'concern';
  const kinds = { ...alone.kinds };
  if (together !== undefined && !ownMeaning(kinds)) {
    return together.kinds.topic * topicLean > together.kinds.clause ? 'topic' : 'clause';
  }
  kinds.topic *= topicLean;
  kinds.concern *= concernLean;
  const best = highest(kinds);
  const saysNothingElse = best === 'command' || best === 'talk' || alone.kinds.concern >= tellsShare;
  return urgent !== false && saysNothingElse ? 'concern' : best;
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

/** The clauses to choose from; one or none where the first is clear. */
function closeClauses({ readings }: Ranking): string[] {
  const clauses = readings.filter(({ kind }) => kind === 'clause').slice(0, 3);
  const [best, next] = clauses;
  if ((best?.score ?? 0) - (next?.score ?? 0) >= clearLead) return [];
  return clauses.filter(({ score }) => score >= mattersScore).map(({ name }) => name);
}

function alsoMatters({ readings }: Ranking, [first]: readonly string[]): string | undefined {
  return readings.find(({ kind, name, score }) => kind === 'clause' && name !== first && score >= alsoScore)
    ?.name;
}

/** What the concern is about comes first, where the words say it; then what the policy says about concerns. */
function concernsClauses({ alone }: Findings, clauses: readonly string[]): string[] {
  const isAbout = alone.kinds.clause >= aboutShare;
  const [about, rest] = isAbout ? [clauses.slice(0, 1), clauses.slice(1)] : [[], clauses];
  const [first = '', ...others] = concernClauses;
  return [...new Set([...about, first, ...rest.slice(0, 1), ...others, ...rest])];
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

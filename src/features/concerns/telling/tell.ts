import type { Sent } from '../../../bot/outcomes';
import type { Card } from '../../../cards/render';
import type { Case, CaseEvent } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { CaseAccess } from '../access/caseAccess';
import { ConflictList } from '../access/conflictList';
import { reporterOf, wholeMinute } from '../report/submit';
import { ChatAsked } from '../reporter/chatAsked';
import { mayPass, tellPerson } from '../tellPerson';
import { questionCard, toHandler, toReporter } from './tellingCards';
import type { Telling } from './tellings';
import { isForHandler, isUntold, TELLING_LABELS, withoutTelling } from './tellings';

/** How long one telling keeps others away: less than the net, which then finds it done or given up. */
const TELLING_MS = 15_000;
const MOST_TRIES = 8;

export type TellDeps = Pick<
  ConcernsDeps,
  'directory' | 'messenger' | 'clock' | 'sealing' | 'roles' | 'storage'
>;

/** Tells all that is to be told, in its order. @returns false when something is to be tried again. */
export async function tellAll(
  deps: TellDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
): Promise<boolean> {
  for (const telling of value.tellings ?? []) if (!(await tell(deps, cases, caseId, telling))) return false;
  return true;
}

/** @returns false when it is to be tried again. */
async function tell(deps: TellDeps, cases: CaseStore, caseId: string, telling: Telling): Promise<boolean> {
  const claim = await cases.step(caseId, (now) => claimed(now, telling, deps.clock.now()));
  if (!claim?.taken) return !claim || !isUntold(claim.now, telling);
  const sent = await send(deps, cases, caseId, claim.now, telling);
  if (sent && mayPass(sent) && claim.now.tellFailures < MOST_TRIES) {
    await cases.step(caseId, failed);
    return false;
  }
  const at = wholeMinute(deps.clock.now());
  await cases.step(caseId, (now) => noted(now, telling, sent?.outcome === 'sent', at));
  return true;
}

/** Whoever looks after the case is told only as long as they may see it. @returns undefined where nobody is told */
async function send(
  deps: TellDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
  telling: Telling,
): Promise<Sent | undefined> {
  if (!isForHandler(telling)) return tellReporter(deps, cases, caseId, value, telling);
  const to = telling.to ?? value.handler?.id;
  const access = new CaseAccess(deps, cases, new ConflictList(deps.storage));
  if (!to || !(await access.maySee(to, caseId))) return undefined;
  return tellPerson(deps, to, toHandler(caseId, value, telling));
}

async function tellReporter(
  deps: TellDeps,
  cases: CaseStore,
  caseId: string,
  value: Case,
  telling: Telling,
): Promise<Sent> {
  const reporter = reporterOf(deps, caseId, value);
  if (telling.what === 'question' && value.question) {
    // Before the card is there: an answer may be typed at once. Where the chat is not known yet, the card is enough.
    const chat = (await deps.directory.person(reporter))?.conversationId;
    const asked = { case: caseId, number: value.question.event };
    if (chat) await new ChatAsked(deps).putAnswer(chat, asked);
  }
  return tellPerson(deps, reporter, await reporterCard(cases, caseId, value, telling));
}

/** A question is read from the history, where its words are kept. */
async function reporterCard(cases: CaseStore, caseId: string, value: Case, telling: Telling): Promise<Card> {
  if (telling.what !== 'question' || !value.question) return toReporter(caseId, value, telling);
  const asked = await cases.event(caseId, value.question.event);
  return questionCard(caseId, value, { number: value.question.event, words: asked?.note ?? '' });
}

/** Several presses at once are followed up at once, and everybody is told once. */
function claimed(now: Case, telling: Telling, at: Date): CaseStep | undefined {
  if (!isUntold(now, telling) || (now.tellingUntil && new Date(now.tellingUntil) > at)) return undefined;
  return { next: { ...now, tellingUntil: new Date(at.getTime() + TELLING_MS).toISOString() } };
}

const failed = (now: Case): CaseStep => ({
  next: { ...now, tellingUntil: undefined, tellFailures: now.tellFailures + 1 },
});

function noted(now: Case, telling: Telling, isSent: boolean, at: string): CaseStep | undefined {
  if (!isUntold(now, telling)) return undefined;
  return {
    next: { ...withoutTelling(now, telling), tellingUntil: undefined, tellFailures: 0 },
    event: { what: eventOf(telling, isSent), at, note: TELLING_LABELS[telling.what] },
  };
}

function eventOf(telling: Telling, isSent: boolean): CaseEvent['what'] {
  if (isForHandler(telling)) return isSent ? 'handlerTold' : 'handlerNotReached';
  return isSent ? 'reporterTold' : 'reporterNotReached';
}

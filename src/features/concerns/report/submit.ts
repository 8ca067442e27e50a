import type { Person } from '../../../bot/turn';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { Draft, NameChoice } from './draft';
import { scheduleHandOff } from '../handOff/scheduling';
import type { References } from '../case/reference';
import type { ReportIndex } from '../case/reportIndex';
import { urgencyOf } from '../case/urgency';
import { scheduleClocks } from '../clocks/clockJob';
import { targetDay } from '../clocks/targetDay';
import { dayOf } from '../clocks/workingDays';
import { sealReporter, whoReported } from '../sealing/reporterSeal';

/** What sending needs beside the feature's own dependencies. */
export interface Submission {
  readonly cases: CaseStore;
  readonly references: References;
  readonly index: ReportIndex;
}

/** Everything that a report needs to be sent. */
export type CompleteDraft = Draft & Required<Pick<Draft, 'danger' | 'kind' | 'affected' | 'what'>>;

export function isComplete(draft: Draft): draft is CompleteDraft {
  return Boolean(draft.danger && draft.kind && draft.affected && draft.what);
}

/** The case that a draft becomes. Without the key nobody finds one from the other. */
export function caseIdOf(deps: Pick<ConcernsDeps, 'sealing'>, draftId: string): string {
  return deps.sealing.tag(draftId, 'concerns.case');
}

/**
 * Saves a report as a case, and only then lets anything else happen to it. Each step may be repeated: the keys follow
 * from the draft, so a second press, a re-delivery or a crash half-way ends in the same one case.
 */
export async function submit(
  deps: ConcernsDeps,
  { cases, references, index }: Submission,
  draft: CompleteDraft,
  person: Person,
  name: NameChoice,
): Promise<{ readonly caseId: string; readonly value: Case }> {
  const caseId = caseIdOf(deps, draft.id);
  const value = newCase(deps, draft, person, name, {
    caseId,
    reference: await references.reserve(caseId),
    urgent: (await deps.urgencyIn(draft.what)) !== false,
  });
  // The net comes first and holds nothing but the id: should the process die right after the case is saved, the
  // hand-off happens all the same; without a case the job finds nothing to do.
  await scheduleHandOff(deps, caseId);
  await scheduleClocks(deps, caseId);
  await cases.create(caseId, value, { what: 'received', at: value.receivedAt });
  await index.put(person.id, caseId);
  await scheduleClocks(deps, caseId, deps.clock.now());
  return { caseId, value: (await cases.get(caseId)) ?? value };
}

interface NewCase {
  readonly caseId: string;
  readonly reference: string;
  /** Whether the words tell of danger or distress. */
  readonly urgent: boolean;
}

function newCase(
  deps: ConcernsDeps,
  { danger, kind, affected, what, involved, involvedUnlisted }: CompleteDraft,
  person: Person,
  name: NameChoice,
  { caseId, reference, urgent }: NewCase,
): Case {
  const now = deps.clock.now();
  return {
    type: 'case',
    ...{ reference, danger, kind, affected, what, name },
    ...(name === 'shown' && { reporterName: person.name }),
    ...(involved?.length && { involved }),
    ...(involvedUnlisted && { involvedUnlisted }),
    reporter: sealReporter(deps, caseId, person),
    urgency: urgencyOf(danger, kind, affected, urgent),
    receivedAt: wholeMinute(now),
    targetOn: targetDay(now),
    status: 'new',
    handOff: { state: 'waiting', failures: 0 },
    ...{ channelCards: [], drawn: '', added: false, details: 0, tellFailures: 0, events: 0 },
  };
}

/** The id of who reported a case. Only for telling them something and for knowing their own press. */
export function reporterOf(deps: Pick<ConcernsDeps, 'sealing'>, caseId: string, value: Case): string {
  return whoReported(deps, caseId, value).id;
}

/** ISO time without the seconds: an exact time could be matched with what else happened then. */
export function wholeMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16)}:00.000Z`;
}

/** YYYY-MM-DD in England. */
export const receivedOn = ({ receivedAt }: Case): string => dayOf(new Date(receivedAt));

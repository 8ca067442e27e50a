import type { DueJob, JobResult } from '../../../../jobs/jobs';
import { render } from '../../../../cards/render';
import { dayInWords, dayOf } from '../../clocks/workingDays';
import type { ConcernsDeps } from '../../deps';
import { mayPass, tellPerson } from '../../tellPerson';
import { plainCard } from '../../reporter/receipt';
import type { Draft } from '../draft';
import type { DraftStore } from './draftStore';
import { draftDue, endOf, nextLook, openedReporter } from './draftTimes';
import type { Sending } from '../send';

const AGAIN_MS = 10 * 60_000;
/** Teams may be away for a while; after that a draft goes, told or not. */
const MOST_WAIT_MS = 24 * 60 * 60_000;

type DraftJobDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'sealing'>;

/** Reminds once of a draft that was put by, and deletes one that nobody touched for 14 days, and says so. */
export async function draftJob(
  deps: DraftJobDeps,
  drafts: DraftStore,
  sending: Pick<Sending, 'finishFor'>,
  { key, payload }: DueJob,
): Promise<JobResult> {
  const { person: sealed = '' } = payload;
  const personId = openedReporter(deps.sealing, sealed, key);
  const draft = await drafts.of(personId);
  // A report whose sending was cut short is sent: nobody is reminded of it, and it is no draft to delete.
  if (!draft || (await sending.finishFor(personId, draft))) return 'done';
  const due = draftDue(draft, deps.clock.now());
  switch (due.do) {
    case 'wait':
      if (deps.sealing.names.isNewest(sealed)) return { againAt: nextLook(due.until, deps.clock.now()) };
      await drafts.putDown(personId, due.until);
      return 'done';
    case 'remind':
      return remind(deps, drafts, personId, draft);
    case 'end':
      return end(deps, drafts, personId, draft);
  }
}

/** Reminded first and noted then: after a crash in between they are reminded twice, and never not at all. */
async function remind(
  deps: DraftJobDeps,
  drafts: DraftStore,
  personId: string,
  draft: Draft,
): Promise<JobResult> {
  const now = deps.clock.now();
  const until = endOf(draft, now);
  const card = render('concerns/reminder', { until: dayInWords(dayOf(until)) });
  if (mayPass(await tellPerson(deps, personId, card))) return { againAt: new Date(now.getTime() + AGAIN_MS) };
  await drafts.note(personId, draft.id, (one) => ({ ...one, reminded: true }));
  return { againAt: nextLook(until, now) };
}

async function end(
  deps: DraftJobDeps,
  drafts: DraftStore,
  personId: string,
  draft: Draft,
): Promise<JobResult> {
  const now = deps.clock.now();
  const sent = await tellPerson(deps, personId, endedCard());
  const late = now.getTime() - endOf(draft, now).getTime();
  if (mayPass(sent) && late < MOST_WAIT_MS) return { againAt: new Date(now.getTime() + AGAIN_MS) };
  // Somebody may have gone on with it while they were told: their words are worth more than the word of the bot.
  const isOver = (one: Draft): boolean => draftDue(one, deps.clock.now()).do === 'end';
  const removed = await drafts.remove(personId, draft.id, isOver);
  return removed ? 'done' : { againAt: new Date(now.getTime() + AGAIN_MS) };
}

function endedCard() {
  return plainCard(
    'Your report was deleted',
    'You did not send it, and it was not touched for 14 days. Nobody has seen it. To start a new one at any time, type **report**.',
  );
}

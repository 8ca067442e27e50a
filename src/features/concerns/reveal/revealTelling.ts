import type { Card } from '../../../cards/render';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Case } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { reporterOf, wholeMinute } from '../report/submit';
import { mayPass, tellPerson } from '../tellPerson';
import type { Reveal, ToTell } from './caseFields';
import { answerCard, dataProtectionCard, reporterCard, secondCard } from './revealCards';
import type { RevealPeople } from './revealPeople';
import { toTell } from './revealSteps';

export const REVEAL = 'concerns.reveal';
const NET_MS = 20_000;
const AGAIN_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;
const MOST_TRIES = 8;

type TellingDeps = Pick<ConcernsDeps, 'directory' | 'messenger' | 'clock' | 'log' | 'sealing' | 'jobs'>;
/** In the history: never a name that is kept back. */
const WHO_WORDS: Readonly<Record<ToTell, string>> = {
  second: 'the second handler',
  dataProtection: 'data protection',
  reporter: 'the reporter',
  answer: 'whoever asked',
};

interface Parts {
  readonly deps: TellingDeps;
  readonly cases: CaseStore;
  readonly people: RevealPeople;
}

/** @param written false: the net under a step that is about to be written */
export async function scheduleReveal(
  { jobs, clock }: Pick<TellingDeps, 'jobs' | 'clock'>,
  id: string,
  written: boolean,
): Promise<void> {
  await jobs.schedule(REVEAL, id, new Date(clock.now().getTime() + (written ? 0 : NET_MS)));
}

/** Tells whoever has to hear of a reveal and has not yet, one after the other. Finds out by itself who that is. */
export async function revealJob(parts: Parts, { key: id }: DueJob): Promise<JobResult> {
  for (;;) {
    const value = await parts.cases.get(id);
    const [whom] = value ? toTell(value) : [];
    if (!value?.reveal || !whom) return 'done';
    if (!(await tell(parts, id, value, value.reveal, whom))) return later(parts, id);
  }
}

/** @returns false when it is to be tried again. */
async function tell(
  { deps, cases, people }: Parts,
  id: string,
  value: Case,
  reveal: Reveal,
  whom: ToTell,
): Promise<boolean> {
  const letters = await lettersFor({ deps, people }, id, value, reveal, whom);
  const sent = await Promise.all(letters.map(({ to, card }) => tellPerson(deps, to, card)));
  if (sent.some(mayPass) && reveal.failures < MOST_TRIES) return false;
  const isReached = sent.some(({ outcome }) => outcome === 'sent');
  if (!isReached) deps.log.warn('concerns.revealNotTold', { whom });
  const at = wholeMinute(deps.clock.now());
  await cases.step(id, (now) => noted(now, reveal, whom, isReached, at));
  return true;
}

interface Letter {
  readonly to: string;
  readonly card: Card;
}

async function lettersFor(
  { deps, people }: Pick<Parts, 'deps' | 'people'>,
  id: string,
  value: Case,
  reveal: Reveal,
  whom: ToTell,
): Promise<Letter[]> {
  switch (whom) {
    case 'second':
      return reveal.second ? [{ to: reveal.second.id, card: secondCard(id, value, reveal) }] : [];
    case 'reporter':
      return [{ to: reporterOf(deps, id, value), card: reporterCard(id, value, reveal.lifeAtRisk) }];
    case 'answer':
      return [{ to: reveal.by.id, card: answerCard(id, value, reveal) }];
    case 'dataProtection':
      return (await people.dataProtection(value)).map((to) => ({
        to,
        card: dataProtectionCard(value, reveal),
      }));
  }
}

/** Undefined where another reveal has taken its place, or it is noted already. */
function noted(now: Case, of: Reveal, whom: ToTell, isReached: boolean, at: string): CaseStep | undefined {
  const { reveal } = now;
  if (!reveal || reveal.by.id !== of.by.id || reveal.reason !== of.reason || reveal.told.includes(whom))
    return undefined;
  const isAskedInVain = whom === 'second' && !isReached && reveal.state === 'asked';
  const next: Reveal = {
    ...reveal,
    told: [...reveal.told, whom],
    failures: 0,
    ...(isAskedInVain && { state: 'refused' as const, unreached: true }),
  };
  const event = {
    what: isReached ? ('revealTold' as const) : ('revealNotTold' as const),
    at,
    note: WHO_WORDS[whom],
  };
  return { next: { ...now, reveal: next }, event };
}

async function later({ deps, cases }: Parts, id: string): Promise<JobResult> {
  const result = await cases.step(
    id,
    (now) => now.reveal && { next: { ...now, reveal: { ...now.reveal, failures: now.reveal.failures + 1 } } },
  );
  const wait = Math.min(AGAIN_MS * 2 ** (result?.now.reveal?.failures ?? 0), LONGEST_WAIT_MS);
  return { againAt: new Date(deps.clock.now().getTime() + wait) };
}

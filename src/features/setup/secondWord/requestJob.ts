import { writeToPerson } from '../../../bot/personsChat';
import type { Sent } from '../../../bot/outcomes';
import { afterTelling, otherAdministrators } from '../../../bot/secondWord/secondWord';
import { tellOthers } from '../../../bot/secondWord/tellOthers';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import { questionCard, resultCard } from '../setupCards';
import { carryOut } from './carryingOut';
import type { SecondWordDeps } from './deps';
import { tellOldChannel } from './oldChannel';
import type { SetupRequest } from './request';
import { isOpen, lapsesAt } from './request';
import { answerWords } from './requestWords';

const AGAIN_MS = 60_000;

/**
 * Brings a request to its end: asks the others, waits until it lapses, does what was approved, tells the channel before
 * and the one who asked. Finds out by itself what is still to do, so each step may repeat.
 */
export async function requestJob(deps: SecondWordDeps, { key }: DueJob): Promise<JobResult> {
  const found = await deps.requests.get(key);
  if (!found) return 'done';
  const asked = isOpen(found, deps.clock.now()) ? await askOthers(deps, found) : found;
  if (!asked) return { againAt: soon(deps) };
  if (isOpen(asked, deps.clock.now())) return { againAt: lapsesAt(asked) };
  const done = await carriedOut(deps, asked);
  const told = await oldChannelTold(deps, done);
  const answered = await askerTold(deps, told);
  return told.oldChannel && answered ? 'done' : { againAt: soon(deps) };
}

/** @returns the request as it is now, or undefined when somebody is to be tried again. */
async function askOthers(deps: SecondWordDeps, request: SetupRequest): Promise<SetupRequest | undefined> {
  const others = otherAdministrators(deps.administrators, request.askedBy.id);
  const reached = await tellOthers(others, request.told, (personId) => askOne(deps, request, personId));
  if (reached === 'later') return undefined;
  if (reached === 'told') return (await deps.requests.get(request.id)) ?? request;
  deps.log.warn('setup.nobodyToApprove', { what: request.change.what });
  const unreached = await deps.requests.change(request.id, (now) =>
    now.state === 'asked' ? { ...now, unreached: true } : now,
  );
  return unreached ?? request;
}

async function askOne(
  deps: SecondWordDeps,
  request: SetupRequest,
  personId: string,
): Promise<Sent['outcome']> {
  const { outcome } = await writeToPerson(deps, { personId }, { card: questionCard(request) });
  if (outcome === 'sent') await deps.requests.change(request.id, (now) => afterTelling(now, personId));
  return outcome;
}

async function carriedOut(deps: SecondWordDeps, request: SetupRequest): Promise<SetupRequest> {
  if (request.state !== 'approved' || request.outcome) return request;
  const outcome = await deps.changing.run(() => carryOut(deps, request));
  deps.log.info('setup.carriedOut', { what: request.change.what, outcome });
  return (await deps.requests.change(request.id, (now) => ({ ...now, outcome }))) ?? request;
}

/** What was not changed needs no word to the channel. */
async function oldChannelTold(deps: SecondWordDeps, request: SetupRequest): Promise<SetupRequest> {
  if (request.oldChannel) return request;
  const oldChannel = request.outcome === 'changed' ? await tellOldChannel(deps, request) : 'notNeeded';
  if (!oldChannel) return request;
  return (await deps.requests.change(request.id, (now) => ({ ...now, oldChannel }))) ?? request;
}

/** @returns false when the one who asked is to be tried again. */
async function askerTold(deps: SecondWordDeps, request: SetupRequest): Promise<boolean> {
  if (request.askerToldAt) return true;
  const to = { personId: request.askedBy.id };
  const { outcome } = await writeToPerson(deps, to, { card: resultCard(answerWords(request)) });
  if (outcome === 'unavailable') return false;
  const askerToldAt = deps.clock.now().toISOString();
  await deps.requests.change(request.id, (now) => ({ ...now, askerToldAt }));
  return true;
}

const soon = ({ clock }: Pick<SecondWordDeps, 'clock'>): Date => new Date(clock.now().getTime() + AGAIN_MS);

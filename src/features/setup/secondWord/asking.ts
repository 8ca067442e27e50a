import { createHash } from 'node:crypto';
import { otherAdministrators } from '../../../bot/secondWord/secondWord';
import type { Turn } from '../../../bot/turn';
import type { SetupWords } from '../setupWords';
import type { SecondWordDeps } from './deps';
import type { Change, SetupRequest } from './request';
import { isSame } from './request';
import { askedWords, ONLY_ADMINISTRATOR } from './requestWords';

export const SETUP_REQUEST = 'setup.request';
/** What was written by a process that died right after it is taken up so much later. */
const NET_MS = 20_000;

type AskingDeps = Pick<SecondWordDeps, 'requests' | 'administrators' | 'jobs' | 'clock'>;

/** Asks the other administrators, once for each change. @returns what the one who asks is told */
export async function askSecond(deps: AskingDeps, turn: Turn, change: Change): Promise<SetupWords> {
  const others = otherAdministrators(deps.administrators, turn.person.id);
  if (others.length === 0) return ONLY_ADMINISTRATOR;
  const open = await deps.requests.open(deps.clock.now());
  const same = open.find((one) => one.askedBy.id === turn.person.id && isSame(one.change, change));
  const request = same ?? (await begin(deps, turn, change));
  await scheduleRequest(deps, request.id, true);
  return askedWords(request, others.length);
}

/** @param written false: the net under a request or an answer that is about to be written */
export async function scheduleRequest(
  { jobs, clock }: Pick<SecondWordDeps, 'jobs' | 'clock'>,
  id: string,
  written: boolean,
): Promise<void> {
  await jobs.schedule(SETUP_REQUEST, id, new Date(clock.now().getTime() + (written ? 0 : NET_MS)));
}

async function begin(deps: AskingDeps, { person, activityId }: Turn, change: Change): Promise<SetupRequest> {
  const hash = createHash('sha256').update(`${person.id}\n${activityId}`).digest('hex').slice(0, 24);
  const request: SetupRequest = {
    id: `${change.what}-${hash}`,
    change,
    askedBy: { id: person.id, name: person.name },
    askedAt: deps.clock.now().toISOString(),
    state: 'asked',
    told: [],
  };
  await scheduleRequest(deps, request.id, false);
  await deps.requests.insert(request);
  return request;
}

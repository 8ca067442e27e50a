import { Duration } from 'luxon';
import { writeToPerson } from '../../bot/personsChat';
import type { Messenger } from '../../bot/messengerPort';
import type { Turn } from '../../bot/turn';
import { render } from '../../cards/render';
import type { Clock } from '../../clock';
import type { DueJob, JobResult, Jobs } from '../../jobs/jobs';
import type { Directory } from '../../storage/roles';
import type { HeldFiles } from './heldFiles';
import { LINK_MINUTES } from '../../jobs/oneUseLinks';

export const HELD_ASKED = 'retention.heldAsked';
const ASKED =
  /^(?:please )?what (?:do|does) (?:you|the bot|this bot) (?:hold|keep|know|store|have) (?:about|on) me\W*$/i;
const AGAIN = Duration.fromObject({ minutes: 1 }).toMillis();
/** Nobody can be reached for so long: it has been in the person's own hands since they read their card. */
const GIVE_UP_MS = Duration.fromObject({ days: 7 }).toMillis();

export interface HeldDeps {
  readonly files: HeldFiles;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly baseUrl: string;
  /** Entra object ids of whom the council named for data protection. */
  dataProtection(): Promise<readonly string[]>;
  /** Whom to ask where nobody is named, in words. */
  readonly contact: string;
}

/** `what do you hold about me`: a file for them alone, and the request, dated, to data protection. */
export async function heldCommand(deps: HeldDeps, turn: Turn): Promise<boolean> {
  if (turn.place.kind !== 'personal' || !ASKED.test(turn.text.trim())) return false;
  // The link is for the chat alone: what is said is not kept in storage for a repeat, which gets a new one.
  turn.keepNothingSaid();
  const named = await deps.dataProtection();
  const asked = deps.clock.now();
  if (named.length > 0)
    await deps.jobs.schedule(HELD_ASKED, turn.person.id, asked, { at: asked.toISOString() });
  turn.show(
    render('retention/held', {
      address: `${deps.baseUrl}/records/${await deps.files.make(turn.person.id)}`,
      minutes: LINK_MINUTES,
      isSent: named.length > 0,
      contact: deps.contact,
    }),
  );
  return true;
}

/** Brings the request to everybody who is named for data protection. */
export async function tellDataProtection(deps: HeldDeps, job: DueJob): Promise<JobResult> {
  const person = await deps.directory.person(job.key);
  const on = (job.payload['at'] ?? '').slice(0, 10);
  const card = render('retention/heldAsked', { name: person?.name ?? '', on });
  const outcomes: string[] = [];
  for (const id of await deps.dataProtection()) {
    const to = await deps.directory.person(id);
    if (to) outcomes.push((await writeToPerson(deps, { personId: id, ...to }, { card })).outcome);
  }
  const since = deps.clock.now().getTime() - Date.parse(job.payload['at'] ?? '');
  if (outcomes.includes('sent') || !(since < GIVE_UP_MS)) return 'done';
  return { againAt: new Date(deps.clock.now().getTime() + AGAIN) };
}

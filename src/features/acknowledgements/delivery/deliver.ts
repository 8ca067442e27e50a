import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Campaign } from '../campaign/campaign';
import { waitsForProbe } from '../campaign/outage';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';
import { changesFor } from '../versions/sides';
import { bringInLine } from './bringInLine';
import { correctCards } from './correct';
import { DeliveryRun } from './deliveryRun';
import { goOut } from './goingOut';
import { inFlight } from './inFlight';
import { lookAgainSoon } from './lookAgain';
import { beginOutage, endOutage } from './outages';
import { recall } from './recall';
import { ServiceWatch } from './serviceWatch';

/** Where another request that covers some of the people is still getting ready. */
const LOOK_AGAIN_MS = 5_000;

/**
 * The delivery of one campaign: what was corrected, rows for everybody, then the card to everybody whose turn it is;
 * of a withdrawn one the recall. It may be cut short anywhere and run again: the rows say who has the card.
 */
export async function deliver(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaigns, clock } = parties;
  const found = await campaigns.get(job.key);
  if (!found) return 'done';
  if (found.state === 'cancelled') return recall(parties, found, job);
  if (found.paused) return againAt(parties, await correctCards(parties, found, job.mayGoOn), job.mayGoOn);
  const going = await goOut(parties, found);
  if (!('goes' in going)) return going;
  const campaign = going.goes;
  const { outage } = campaign;
  if (waitsForProbe(outage, clock.now())) return { againAt: new Date(outage.nextProbeAt) };
  const correctAgain = await correctCards(parties, campaign, job.mayGoOn);
  const inLine = await bringInLine(parties, campaign, job.mayGoOn);
  if (inLine === 'stopped') return { againAt: clock.now() };
  const watch = new ServiceWatch(outage !== undefined);
  const nextTry = await deliverAll(parties, campaign, job.mayGoOn, watch);
  if (watch.isDown) return beginOutage(parties, campaign);
  if (outage) await endOutage(parties, campaign);
  if (!job.mayGoOn()) return { againAt: clock.now() };
  const now = await campaigns.get(campaign.id);
  if (now?.state === 'cancelled' || now?.revision !== campaign.revision) return { againAt: clock.now() };
  if (now?.paused) return againAt(parties, correctAgain, job.mayGoOn);
  if (inLine === 'later') return { againAt: new Date(clock.now().getTime() + LOOK_AGAIN_MS) };
  if (nextTry)
    return againAt(parties, [nextTry, ...(correctAgain ? [correctAgain] : [])].sort()[0], job.mayGoOn);
  await campaigns.moveTo(campaign.id, 'sent');
  await statusSoon(parties, campaign.id);
  return againAt(parties, correctAgain, job.mayGoOn);
}

/** At the moment when something is to be tried again, at once where it was cut short, or never. */
function againAt({ clock }: Parties, nextTry: string | undefined, mayGoOn: () => boolean): JobResult {
  if (!mayGoOn()) return { againAt: clock.now() };
  return nextTry ? { againAt: new Date(nextTry) } : 'done';
}

/** @returns the earliest moment (ISO) at which a pending recipient is to be tried again. */
async function deliverAll(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
  watch: ServiceWatch,
): Promise<string | undefined> {
  const parts = (await parties.campaigns.view(campaign.id))?.parts ?? [];
  const run = new DeliveryRun(parties, campaign, watch, await changesFor(parties, campaign.about));
  await inFlight(run.due(parts), mayGoOn, (due) => run.send(due));
  await run.count(watch.isDown ? [] : parts);
  // Whoever counted this card asks the person themselves now that there will be none.
  for (const other of run.lost) await lookAgainSoon(parties, other);
  return run.nextTry;
}

import type { DueJob, JobResult } from '../../../jobs/jobs';
import type { Campaign } from '../campaign/campaign';
import { waitsForProbe } from '../campaign/outage';
import type { Parties } from '../parties';
import { statusSoon } from '../progress/counting';
import { bringInLine } from './bringInLine';
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
 * The delivery of one campaign: rows for everybody, then the card to everybody whose turn it is; of a withdrawn one
 * the recall. It may be cut short anywhere and run again: the rows say who has the card.
 */
export async function deliver(parties: Parties, job: DueJob): Promise<JobResult> {
  const { campaigns, clock } = parties;
  const found = await campaigns.get(job.key);
  if (!found) return 'done';
  if (found.state === 'cancelled') return recall(parties, found, job);
  if (found.paused) return 'done';
  const going = await goOut(parties, found);
  if (!('goes' in going)) return going;
  const campaign = going.goes;
  const { outage } = campaign;
  if (waitsForProbe(outage, clock.now())) return { againAt: new Date(outage.nextProbeAt) };
  const inLine = await bringInLine(parties, campaign, job.mayGoOn);
  if (inLine === 'stopped') return { againAt: clock.now() };
  const watch = new ServiceWatch(outage !== undefined);
  const nextTry = await deliverAll(parties, campaign, job.mayGoOn, watch);
  if (watch.isDown) return beginOutage(parties, campaign);
  if (outage) await endOutage(parties, campaign);
  if (!job.mayGoOn()) return { againAt: clock.now() };
  const now = await campaigns.get(campaign.id);
  if (now?.state === 'cancelled') return { againAt: clock.now() };
  if (now?.paused) return 'done';
  if (inLine === 'later') return { againAt: new Date(clock.now().getTime() + LOOK_AGAIN_MS) };
  if (nextTry) return { againAt: new Date(nextTry) };
  await campaigns.moveTo(campaign.id, 'sent');
  await statusSoon(parties, campaign.id);
  return 'done';
}

/** @returns the earliest moment (ISO) at which a pending recipient is to be tried again. */
async function deliverAll(
  parties: Parties,
  campaign: Campaign,
  mayGoOn: () => boolean,
  watch: ServiceWatch,
): Promise<string | undefined> {
  const parts = (await parties.campaigns.view(campaign.id))?.parts ?? [];
  const run = new DeliveryRun(parties, campaign, watch);
  await inFlight(run.due(parts), mayGoOn, (due) => run.send(due));
  await run.count(watch.isDown ? [] : parts);
  // Whoever counted this card asks the person themselves now that there will be none.
  for (const other of run.lost) await lookAgainSoon(parties, other);
  return run.nextTry;
}

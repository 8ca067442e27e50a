import { setTimeout as sleep } from 'node:timers/promises';
import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { Campaigns } from '../../../src/features/acknowledgements/campaign/campaigns';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import { DELIVERY } from '../../../src/features/acknowledgements/delivery/deliverSoon';
import { versionOf } from '../../../src/features/acknowledgements/policyToConfirm';
import { loadPolicy } from '../../../src/features/policies/policy';
import { sections } from '../../../src/features/policies/sections';
import { StorageUnavailable } from '../../../src/storage/errors';
import { DueWork } from '../../../src/jobs/dueWork';
import type { Storage } from '../../../src/storage/storage';
import type { Team } from './staff';

export const MANAGER_ID = '00000000-beac-4000-8000-00000000feed';
/** The request of a part of the benchmark: each part has a storage of its own. */
export const REQUEST_ID = 'benchmark';
const LOOK_EVERY_MS = 100;
const DAYS_TO_CONFIRM = 10;

/** A request to these teams, as "Send" makes it. */
export function requestTo(teams: readonly Team[], changes: Partial<Campaign> = {}): Campaign {
  const policy = loadPolicy();
  return {
    kind: 'campaign',
    id: REQUEST_ID,
    managerId: MANAGER_ID,
    managerName: 'Bench Manager',
    teams: teams.map(({ id, name }) => ({ id, name })),
    title: 'Please confirm our policy',
    words: 'Please read it when you have ten quiet minutes.',
    due: new Date(Date.now() + DAYS_TO_CONFIRM * 86_400_000).toISOString().slice(0, 10),
    senderIncluded: true,
    check: false,
    joinersIncluded: true,
    about: { kind: 'policy' },
    reminders: [],
    ...versionOf({ ...policy, sections: sections(policy) }),
    state: 'preparing',
    createdAt: new Date().toISOString(),
    ...changes,
  };
}

/** Puts a request and its delivery down; the bot finds them by itself. */
export async function begin(storage: Storage, request: Campaign): Promise<void> {
  await new Campaigns(storage).create(request);
  await new DueWork(storage).put(DELIVERY, request.id, new Date(), {});
}

/** Waits until everybody has it or cannot have it. @throws after `withinMs` */
export async function untilSent(storage: Storage, withinMs: number): Promise<void> {
  const campaigns = new Campaigns(storage);
  const giveUpAt = performance.now() + withinMs;
  while ((await stateOf(campaigns)) !== 'sent') {
    if (performance.now() > giveUpAt)
      throw new Error(`The request was not sent within ${withinMs / 1_000} s.`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** Undefined while storage has no time to answer: the bot keeps it busy. */
async function stateOf(campaigns: Campaigns): Promise<Campaign['state'] | undefined> {
  try {
    return (await campaigns.get(REQUEST_ID))?.state;
  } catch (error) {
    if (error instanceof StorageUnavailable) return undefined;
    throw error;
  }
}

/** Everybody's row. */
export async function* rowsOf(storage: Storage): AsyncGenerator<Recipient> {
  const recipients = new Recipients(storage);
  for (const part of (await new Campaigns(storage).view(REQUEST_ID))?.parts ?? [])
    for await (const { value } of recipients.list(REQUEST_ID, part.id)) yield value;
}

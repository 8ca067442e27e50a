import type { Campaign } from '../../../src/features/acknowledgements/campaign/campaign';
import { intended, sum } from '../../../src/features/acknowledgements/campaign/counts';
import type { Counts } from '../../../src/features/acknowledgements/campaign/counts';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import { deliver } from '../../../src/features/acknowledgements/delivery/deliver';
import { remindOutstanding } from '../../../src/features/acknowledgements/remind/reminding';
import type { DueJob, JobResult } from '../../../src/jobs/jobs';
import type { MemberRecord } from '../../../src/storage/roles';
import { StorageUnavailable } from '../../../src/storage/errors';
import { feature } from './handlers';
import type { Feature } from './handlers';
import { aCampaign, samplePolicy } from './samples';
import type { ScriptedMessenger } from './surroundings';

export const pressed = { campaign: 'campaign-1' };
export const ofVersion = {
  versionNumber: samplePolicy.version.number,
  versionHash: samplePolicy.version.hash,
};

export function job(key = 'campaign-1', mayGoOn = () => true): DueJob {
  return { key, payload: {}, attempts: 0, mayGoOn };
}

/** A request to the team `a` whose rows are not written yet. */
export async function written(roster: MemberRecord[], changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await feature();
  made.directory.rosters.set('a', roster);
  await create(made, changes);
  return made;
}

/** One more request to the team `a`. */
export async function create(made: Feature, changes: Partial<Campaign> = {}): Promise<void> {
  const teams = [{ id: 'a', name: 'Team a' }];
  await made.parties.campaigns.create(aCampaign({ teams, state: 'preparing', ...changes }));
}

/** A request that everybody in the team `a` has. */
export async function delivered(roster: MemberRecord[], changes: Partial<Campaign> = {}): Promise<Feature> {
  const made = await written(roster, changes);
  await deliver(made.parties, job(changes.id));
  return made;
}

/** The deliveries that were put down since the last time, as the job runner would do them. */
export async function runDeliveries(made: Feature): Promise<void> {
  for (;;) {
    const due = [...new Set(made.scheduled.splice(0))].filter((work) =>
      work.startsWith('acknowledgements.delivery '),
    );
    if (due.length === 0) return;
    for (const work of due) await deliver(made.parties, job(work.split(' ')[1]));
  }
}

/** The reminders that one press puts down; whom it is about as its data says. */
export function runReminders(
  made: Feature,
  who: { partId: string; personId: string } = { partId: '', personId: '' },
  { mayGoOn = (): boolean => true, askedAt = made.time.now } = {},
): Promise<JobResult> {
  const payload = { campaignId: 'campaign-1', ...who, askedAt: askedAt.toISOString() };
  const key = ['campaign-1', who.partId, who.personId].join(':');
  return remindOutstanding(made.parties, { key, payload, attempts: 0, mayGoOn });
}

export async function rowsOf({ parties }: Feature, id = 'campaign-1'): Promise<Map<string, Recipient>> {
  const rows = new Map<string, Recipient>();
  for (const part of (await parties.campaigns.view(id))?.parts ?? []) {
    for await (const { value } of parties.recipients.list(id, part.id)) rows.set(value.personId, value);
  }
  return rows;
}

/** Where each person stands: `p00000 delivered`. */
export async function statesOf(made: Feature, id = 'campaign-1'): Promise<Record<string, string>> {
  const rows = await rowsOf(made, id);
  return Object.fromEntries([...rows].map(([personId, { delivery }]) => [personId, delivery]));
}

/** The counts as the status card shows them. @throws when they do not sum to the rows */
export async function countsOf(made: Feature, id = 'campaign-1'): Promise<Counts> {
  const counts = sum(((await made.parties.campaigns.view(id))?.parts ?? []).map((part) => part.counts));
  const rows = (await rowsOf(made, id)).size;
  if (intended(counts) !== rows) throw new Error(`${intended(counts)} counted, ${rows} rows.`);
  return counts;
}

/** Sends from the given one on wait for one press, so that how many are under way does not hang on its speed. */
export function holdsFrom(first: number, press: () => Promise<unknown>): ScriptedMessenger['script'] {
  const once: { pressed?: Promise<unknown> } = {};
  return async (_, before) => {
    if (before >= first) await (once.pressed ??= press());
    return undefined;
  };
}

/** Something that another one waits for. */
export function onceCalled() {
  const waiting: { call: () => void } = { call: () => undefined };
  const called = new Promise<void>((resolve) => (waiting.call = resolve));
  return { called, call: () => waiting.call() };
}

/** The person reads to the end and confirms, from the card of this request. */
export async function confirms(made: Feature, personId: string, campaign = 'campaign-1', part = '0-0') {
  return made.presses(personId, 'confirm', { campaign, part, ...ofVersion });
}

/** Storage that dies at a certain write of rows and at every one after it, as if the process had ended there. */
export class DyingRows extends Recipients {
  private writes = 0;
  diesAt = Infinity;

  override async changeTogether(...args: Parameters<Recipients['changeTogether']>): Promise<void> {
    this.live();
    await super.changeTogether(...args);
  }

  override async change(...args: Parameters<Recipients['change']>): Promise<Recipient | undefined> {
    this.live();
    return super.change(...args);
  }

  override async add(...args: Parameters<Recipients['add']>): Promise<void> {
    this.live();
    await super.add(...args);
  }

  private live(): void {
    this.writes += 1;
    if (this.writes >= this.diesAt) throw new StorageUnavailable('test', { cause: undefined });
  }
}

/** The same feature on storage that dies at the given write of rows. */
export function dyingAt({ parties }: Feature, diesAt: number) {
  const recipients = new DyingRows(parties.storage);
  recipients.diesAt = diesAt;
  return { ...parties, recipients };
}

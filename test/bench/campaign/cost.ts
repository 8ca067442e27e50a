import { PART_LIMIT } from '../../../src/features/acknowledgements/campaign/campaign';
import type { MeteredProcess } from '../meteredProcess';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import { confirmPress } from './confirmAll';
import type { CampaignExtent } from './extent';
import type { OpenEnd } from './openEnd';
import { openEnd } from './openEnd';
import { atOnce, Presser } from './presses';
import { begin, REQUEST_ID, requestTo, untilSent } from './request';
import { sealAll, sealNotBefore } from './sealed';
import { knowPeople, knowTeams } from './seed';
import type { Team } from './staff';
import { inventedTeams } from './staff';

const WIDTH = 16;
const LOOK_AT_MEMORY_MS = 500;
const LONGEST_MS = 30 * 60_000;

/** What one size came to: requests to storage for each person, and memory in MB. */
interface Cost {
  readonly delivery: number;
  readonly confirmation: number;
  /** Of a confirmation where those who confirm are spread over all parts. */
  readonly spread: number;
  readonly sealing: number;
  readonly conflicts: number;
  readonly moreMb: number;
  readonly perSecond: number;
}

/** What a request costs storage, and that it costs the same when it is a hundred times as large. */
export async function costOfRequests(
  { counted, confirming, countedLarge }: CampaignExtent,
  say: Say,
): Promise<Row[]> {
  const pressing = { pool: counted, count: confirming };
  const small = await costOf(counted, pressing, say);
  const large = countedLarge === undefined ? undefined : await costOf(countedLarge, pressing, say);
  return [...ownRows(small), ...(large && countedLarge ? largeRows(small, large, countedLarge) : [])];
}

function ownRows({ delivery, confirmation, sealing, conflicts, perSecond }: Cost): Row[] {
  return [
    { row: 'requests to storage of a delivery', figure: delivery, unit: '', limit: 2 },
    { row: 'requests to storage of a confirmation', figure: confirmation, unit: '', limit: 6 },
    { row: 'requests to storage of sealing a record', figure: sealing, unit: '' },
    { row: 'conflicts in storage, delivering and confirming', figure: conflicts, unit: '' },
    { row: 'deliveries without any limit', figure: perSecond, unit: 'a second' },
  ];
}

function largeRows(small: Cost, large: Cost, people: number): Row[] {
  const of = people.toLocaleString('en-GB');
  return [
    { row: `requests to storage of a delivery of ${of}`, figure: large.delivery, unit: '', limit: 2 },
    { row: `requests to storage of a confirmation of ${of}`, figure: large.confirmation, unit: '', limit: 6 },
    { row: 'the same, by a few people of each team', figure: large.spread, unit: '' },
    { row: 'delivery, large to small', figure: large.delivery / small.delivery, unit: 'times', limit: 1.1 },
    {
      row: 'confirmation, large to small',
      figure: large.confirmation / small.confirmation,
      unit: 'times',
      limit: 1.1,
    },
    { row: `memory more than idle, during a request to ${of}`, figure: large.moreMb, unit: 'MB', limit: 100 },
    { row: `deliveries without any limit, of ${of}`, figure: large.perSecond, unit: 'a second' },
  ];
}

/** How many confirm, and of how many: they are as many of each part in a large request as in a small one. */
interface Pressing {
  readonly pool: number;
  readonly count: number;
}

async function costOf(people: number, { pool, count }: Pressing, say: Say): Promise<Cost> {
  say(`Counting the requests to storage of a request to ${people} people …`);
  const field = await openEnd();
  try {
    const { storage, sink, counter } = field;
    const teams = inventedTeams(people, PART_LIMIT);
    await knowTeams(storage, sink.serviceUrl, teams);
    await knowPeople(
      storage,
      sink.serviceUrl,
      teams.flatMap(({ members }) => [...members]),
    );
    const bot = await field.startBot('lifted');
    await sealNotBefore(storage, new Date(Date.now() + 86_400_000));
    counter.reset();
    const delivering = await deliver(field, bot, teams);
    const delivery = (counter.requests + counter.workWrites) / people;
    const before = counter.conflicts;
    const all = everybodyOf(teams);
    const confirmation = await confirm(field, bot, everyNth(all.slice(0, pool), count));
    const conflicts = before + counter.conflicts;
    const spread = people > pool ? await confirm(field, bot, everyNth(all.slice(pool), count)) : confirmation;
    counter.reset();
    const records = people > pool ? 2 * count : count;
    await sealAll(storage, records);
    return { ...delivering, delivery, confirmation, spread, conflicts, sealing: counter.requests / records };
  } finally {
    await field.close();
  }
}

async function deliver(
  { storage }: OpenEnd,
  bot: MeteredProcess,
  teams: readonly Team[],
): Promise<Pick<Cost, 'moreMb' | 'perSecond'>> {
  const idle = (await bot.usage()).memoryMb;
  const began = performance.now();
  const state = { mostMb: idle, sending: true };
  await begin(storage, requestTo(teams));
  const sent = untilSent(storage, LONGEST_MS).finally(() => (state.sending = false));
  while (state.sending) {
    state.mostMb = Math.max(state.mostMb, (await bot.usage()).memoryMb);
    await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, LOOK_AT_MEMORY_MS))]);
  }
  await sent;
  const people = teams.reduce((all, { members }) => all + members.length, 0);
  return { moreMb: state.mostMb - idle, perSecond: (people * 1_000) / (performance.now() - began) };
}

interface Recipient {
  readonly who: Team['members'][number];
  readonly part: string;
}

const everybodyOf = (teams: readonly Team[]): readonly Recipient[] =>
  teams.flatMap(({ members }, at) => members.map((who) => ({ who, part: `${at}-0` })));

const everyNth = (all: readonly Recipient[], count: number): readonly Recipient[] =>
  all.filter((_, at) => at % Math.floor(all.length / count) === 0).slice(0, count);

/**
 * They open the request and confirm; only the confirmation is counted. A part is counted once in five seconds for all
 * who confirm in it meanwhile, so what that adds to each depends on how many they are.
 */
async function confirm(
  { sink, counter }: OpenEnd,
  bot: MeteredProcess,
  some: readonly Recipient[],
): Promise<number> {
  const presser = new Presser(sink, bot.endpoint);
  const read = { verb: 'acknowledgements.read', campaign: REQUEST_ID };
  await atOnce(WIDTH, some, async ({ who, part }) => void (await presser.press(who, { ...read, part })));
  counter.reset();
  await atOnce(WIDTH, some, async ({ who, part }) => {
    const answer = await presser.press(who, confirmPress(part));
    if (!answer.includes('Receipt number')) throw new Error('A confirmation was not taken.');
  });
  presser.close();
  return (counter.requests + counter.workWrites) / some.length;
}

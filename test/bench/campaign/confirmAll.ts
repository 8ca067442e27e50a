import { z } from 'zod';
import { PART_LIMIT } from '../../../src/features/acknowledgements/campaign/campaign';
import type { Asker, Press } from '../people';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import type { CampaignExtent } from './extent';
import type { OpenEnd } from './openEnd';
import { openEnd } from './openEnd';
import { atOnce, Presser } from './presses';
import { REQUEST_ID, requestTo } from './request';
import { lookAtChain, sealAll, sealNotBefore } from './sealed';
import { knowPeople } from './seed';
import type { Team } from './staff';
import { inventedTeams } from './staff';
import { writeDelivered } from './written';

const WIDTH = 16;
const TWICE_OF_TEN = 10;
const recordRow = z.looseObject({ personId: z.string(), receipt: z.string() });

/** "I confirm", as the last page carries it. */
export function confirmPress(part: string): Press {
  const { versionNumber, versionHash } = requestTo([]);
  return { verb: 'acknowledgements.confirm', campaign: REQUEST_ID, part, versionNumber, versionHash };
}

/** Everybody confirms as fast as the bot takes it, one in ten of them twice at once. */
export async function confirmAll({ pressing }: CampaignExtent, say: Say): Promise<Row[]> {
  say(`${pressing} people confirm as fast as the bot takes it …`);
  const field = await openEnd();
  try {
    const teams = inventedTeams(pressing, PART_LIMIT);
    await knowPeople(
      field.storage,
      field.sink.serviceUrl,
      teams.flatMap(({ members }) => [...members]),
    );
    await writeDelivered(field.storage, field.sink.serviceUrl, teams);
    const bot = await field.startBot('asItIs');
    await sealNotBefore(field.storage, new Date(Date.now() + 86_400_000));
    const presser = new Presser(field.sink, bot.endpoint);
    const tookMs = await pressAll(presser, teams);
    presser.close();
    await sealAll(field.storage, pressing);
    return [
      { row: 'confirmations taken', figure: (pressing * 1_000) / tookMs, unit: 'a second' },
      ...(await records(field, teams)),
    ];
  } finally {
    await field.close();
  }
}

async function pressAll(presser: Presser, teams: readonly Team[]): Promise<number> {
  const all = teams.flatMap(({ members }, at) => members.map((who) => ({ who, part: `${at}-0` })));
  const began = performance.now();
  await atOnce(WIDTH, all.entries(), async ([at, { who, part }]) => {
    const presses = at % TWICE_OF_TEN === 0 ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: presses }, () => presser.press(who, confirmPress(part))),
    );
    if (!answers.every((answer) => answer.includes('Receipt number') && answer === answers[0]))
      throw new Error('A confirmation was not answered with its receipt.');
  });
  return performance.now() - began;
}

async function records({ storage }: OpenEnd, teams: readonly Team[]): Promise<Row[]> {
  const perPerson = new Map<string, number>();
  for await (const { value } of storage.table('evidence', recordRow).list())
    perPerson.set(value.personId, (perPerson.get(value.personId) ?? 0) + 1);
  const people: Asker[] = teams.flatMap(({ members }) => [...members]);
  const wrong = people.filter(({ objectId }) => perPerson.get(objectId) !== 1).length;
  const chain = await lookAtChain(storage);
  const chained = Math.abs(chain.records - people.length) + chain.broken;
  return [
    { row: 'people without exactly one record', figure: wrong, unit: '', limit: 0 },
    { row: 'records missing in the chain, or links that do not hold', figure: chained, unit: '', limit: 0 },
  ];
}

import type { Row } from '../rows';
import type { Say } from '../runBench';
import type { CampaignExtent } from './extent';
import { begin, requestTo, untilSent } from './request';
import { knowPeople } from './seed';
import type { Seen } from './standIn';
import { StandIn } from './standIn';

/** All that Teams takes in a second. */
const LIMIT = 50;
const ALL_FOR_BULK = { BULK_A_SECOND: String(LIMIT) };
const LONGEST_MS = 10 * 60_000;

/** Sustained deliveries against the stand-in's limit, with nothing beside them. */
export async function knownPeople({ known }: CampaignExtent, say: Say): Promise<Row[]> {
  say(`Sending a request to ${known} people whose chats are known …`);
  const field = await StandIn.open({ known });
  try {
    const team = field.team('known');
    await knowPeople(field.storage, field.teams.serviceUrl, team.members);
    await field.startBot(ALL_FOR_BULK);
    field.counter.reset();
    await begin(field.storage, requestTo([team]));
    await untilSent(field.storage, LONGEST_MS);
    const asked = (field.counter.requests + field.counter.workWrites) / known;
    const refused = field.seen.filter(({ status }) => status === 429).length;
    return [
      { row: 'deliveries to known people', figure: perSecond(field.seen), unit: 'a second', atLeast: 49 },
      {
        row: 'requests of them answered 429',
        figure: (100 * refused) / field.seen.length,
        unit: '%',
        limit: 0.5,
      },
      { row: "requests to storage of a delivery at Teams' limit", figure: asked, unit: '', limit: 2 },
    ];
  } finally {
    await field.close();
  }
}

/** The same where each conversation has to be created first: two requests for each person. */
export async function firstContact({ fresh }: CampaignExtent, say: Say): Promise<Row[]> {
  say(`Sending a request to ${fresh} people whom the bot never met …`);
  const field = await StandIn.open({ fresh });
  try {
    await field.startBot(ALL_FOR_BULK);
    await begin(field.storage, requestTo([field.team('fresh')]));
    await untilSent(field.storage, LONGEST_MS);
    const share = (100 * perSecond(field.seen)) / (LIMIT / 2);
    return [{ row: 'first contact, of what the limit allows', figure: share, unit: '%', atLeast: 98 }];
  } finally {
    await field.close();
  }
}

/** Cards a second from the first to the last. */
export function perSecond(seen: readonly Seen[]): number {
  const times = seen.filter(({ operation, status }) => operation === 'send' && status === 201);
  const [first, last] = [times[0]?.ms ?? 0, times.at(-1)?.ms ?? 0];
  return ((times.length - 1) * 1_000) / (last - first);
}

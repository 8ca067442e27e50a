import { PART_LIMIT } from '../../../src/features/acknowledgements/campaign/campaign';
import { StoredDirectory } from '../../../src/storage/directory';
import type { Asker } from '../people';
import { median } from '../percentiles';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import type { CampaignExtent } from './extent';
import type { OpenEnd } from './openEnd';
import { openEnd } from './openEnd';
import { Presser } from './presses';
import { MANAGER_ID, requestTo } from './request';
import { inventedTeams } from './staff';
import { writeDelivered } from './written';

const LOOKS = 20;
const [SMALL, LARGE] = ['small', 'large'];
const MANAGER: Asker = {
  objectId: MANAGER_ID,
  teamsId: '29:bench-manager',
  name: 'Bench Manager',
  chat: 'a:bench-manager',
};

/** What one look costs. */
interface Look {
  readonly requests: number;
  readonly ms: number;
}
/** The status card and the first page of the names. */
interface Looks {
  readonly card: Look;
  readonly names: Look;
}

/** Looking at a request costs the same however many were asked. */
export async function watchRequests({ watched, watchedLarge }: CampaignExtent, say: Say): Promise<Row[]> {
  say(`Looking at a request to ${watched} people and at one to ${watchedLarge} …`);
  const field = await openEnd();
  try {
    const { storage, sink } = field;
    for (const [id, people] of [
      [SMALL, watched],
      [LARGE, watchedLarge],
    ] as const)
      await writeDelivered(storage, sink.serviceUrl, inventedTeams(people, PART_LIMIT), id);
    await knowManager(new StoredDirectory(storage), sink.serviceUrl);
    const presser = new Presser(sink, (await field.startBot('asItIs')).endpoint);
    const looks = {
      small: await looksAt(field, presser, SMALL),
      large: await looksAt(field, presser, LARGE),
    };
    presser.close();
    return rowsFor(looks, `${watched.toLocaleString('en-GB')} and ${watchedLarge.toLocaleString('en-GB')}`);
  } finally {
    await field.close();
  }
}

function rowsFor({ small, large }: { readonly small: Looks; readonly large: Looks }, of: string): Row[] {
  return (['card', 'names'] as const).flatMap((what) => {
    const name = what === 'card' ? 'status card' : 'first page of names';
    return [
      { row: `${name}, requests to storage`, figure: small[what].requests, unit: '' },
      {
        row: `${name}, more requests at ${of}`,
        figure: Math.abs(large[what].requests - small[what].requests),
        ...{ unit: '', limit: 0 },
      },
      { row: `${name}, median`, figure: small[what].ms, unit: 'ms' },
      { row: `${name}, time at ${of}`, figure: large[what].ms / small[what].ms, unit: 'times', limit: 2 },
    ];
  });
}

async function looksAt({ counter }: OpenEnd, presser: Presser, campaign: string): Promise<Looks> {
  const card = await looked(counter, requestTo([]).title, () =>
    presser.press(MANAGER, { verb: 'acknowledgements.refresh', campaign }),
  );
  const names = await looked(counter, 'Bench Person', () =>
    presser.open(MANAGER, { verb: 'acknowledgements.names', campaign, show: 'waiting' }),
  );
  return { card, names };
}

async function knowManager(directory: StoredDirectory, serviceUrl: string): Promise<void> {
  const id = '19:bench-managers@thread.tacv2';
  await directory.rememberTeam({ id, name: 'Managers', serviceUrl, installed: true });
  await directory.setManagers(id, true);
  const { objectId: personId, teamsId, name } = MANAGER;
  await directory.addMember(id, { personId, teamsId, name, guest: false });
}

async function looked(
  counter: { requests: number; reset(): void },
  shows: string,
  look: () => Promise<string>,
): Promise<Look> {
  for (let warm = 0; warm < 3; warm++) await look();
  const times: number[] = [];
  counter.reset();
  for (let at = 0; at < LOOKS; at++) {
    const began = performance.now();
    const answer = await look();
    times.push(performance.now() - began);
    if (!answer.includes(shows)) throw new Error(`The answer does not show "${shows}".`);
  }
  return { requests: counter.requests / LOOKS, ms: median(times) };
}

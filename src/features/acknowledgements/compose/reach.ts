import type { Directory } from '../../../storage/roles';
import { inFlight } from '../delivery/inFlight';
import type { AudienceChoice } from './audience';
import { audienceOf } from './audience';

/** Looking up more people than this would keep the manager waiting; the rest is found out while sending. */
const MOST_LOOKED_UP = 300;

/** Who a request would go to. */
export interface Reach {
  readonly people: number;
  /** Of those looked up: people who blocked the bot. */
  readonly blocked: number;
  /** Whether everybody was looked up. */
  readonly complete: boolean;
  /** Shared accounts that are not asked, in words; empty or left out where there are none. */
  readonly shared?: string;
}

/** Counts the audience, each person once, and looks up who cannot be reached as far as is known before sending. */
export async function reachOf(directory: Directory, choice: AudienceChoice): Promise<Reach> {
  const counted = new Set<string>();
  for await (const audience of audienceOf(directory, choice, counted)) void audience;
  const blocked: string[] = [];
  const lookedUp = [...counted].slice(0, MOST_LOOKED_UP);
  await inFlight(
    lookedUp,
    () => true,
    async (id) => {
      if ((await directory.person(id))?.chat === 'blocked') blocked.push(id);
    },
  );
  return { people: counted.size, blocked: blocked.length, complete: counted.size <= MOST_LOOKED_UP };
}

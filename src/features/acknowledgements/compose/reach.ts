import { inFlight } from '../delivery/inFlight';
import { sharedInWords } from '../shared/sharedInWords';
import type { AudienceChoice, AudienceSources } from './audience';
import { audienceOf } from './audience';

/** Looking up more people than this would keep the manager waiting; the rest is found out while sending. */
const MOST_LOOKED_UP = 300;

/** Who a request would go to. */
export interface Reach {
  readonly people: number;
  /** People beside the sender. */
  readonly others: number;
  /** Who is in several teams counts in the first. */
  readonly byTeam: readonly { readonly team: string; readonly people: number }[];
  /** Of those looked up: people who blocked the bot. */
  readonly blocked: number;
  /** Whether everybody was looked up. */
  readonly complete: boolean;
  /** Shared accounts that are not asked, in words; empty where there are none. */
  readonly shared: string;
}

/** Counts the audience, each person once, and looks up who cannot be reached as far as is known before sending. */
export async function reachOf(
  sources: AudienceSources,
  choice: AudienceChoice,
  senderId: string,
): Promise<Reach> {
  const counted = new Set<string>();
  const byTeam: { team: string; people: number }[] = [];
  const shared = new Set<string>();
  for await (const { team, members } of audienceOf(sources, choice, counted, shared)) {
    byTeam.push({ team: team.name, people: members.length });
  }
  const blocked: string[] = [];
  const lookedUp = [...counted].slice(0, MOST_LOOKED_UP);
  await inFlight(
    lookedUp,
    () => true,
    async (id) => {
      if ((await sources.directory.person(id))?.chat === 'blocked') blocked.push(id);
    },
  );
  return {
    people: counted.size,
    others: counted.size - (counted.has(senderId) ? 1 : 0),
    byTeam,
    blocked: blocked.length,
    complete: counted.size <= MOST_LOOKED_UP,
    shared: sharedInWords(shared),
  };
}

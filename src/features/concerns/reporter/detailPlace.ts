import { z } from 'zod';
import type { Turn } from '../../../bot/turn';
import { SealBroken } from '../../../storage/sealing';
import type { ConcernsDeps } from '../deps';
import { dialogPlace } from '../report/dialog';
import { DETAIL_QUESTIONS } from './detailQuestions';

/** After this long a typed message is no longer taken for an answer: it may be about anything. */
const ANSWERED_WITHIN_MS = 10 * 60_000;

const placeSchema = z.object({
  case: z.string(),
  /** None once the last was answered: only the repeat of that answer still belongs here. */
  question: z.enum(DETAIL_QUESTIONS).optional(),
  /** What was written and holds a name or a number, until the person has chosen what to do about it. */
  pending: z.string().optional(),
  /** ISO time. */
  until: z.string(),
});

/** Which question about which report a conversation is at. */
export type DetailPlace = Omit<z.infer<typeof placeSchema>, 'until'>;

type PlaceDeps = Pick<ConcernsDeps, 'sealing' | 'clock'>;

/** The next typed words answer this. Sealed, because it ties a person to a report. */
export async function askIn(turn: Turn, { sealing, clock }: PlaceDeps, place: DetailPlace): Promise<void> {
  const until = new Date(clock.now().getTime() + ANSWERED_WITHIN_MS).toISOString();
  await dialogPlace(turn).ask(sealing.seal(JSON.stringify({ ...place, until }), aboutOf(turn)));
}

/** Where the conversation is, or undefined where it is at no such question, or its time is over. */
export async function askedIn(turn: Turn, { sealing, clock }: PlaceDeps): Promise<DetailPlace | undefined> {
  const sealed = await dialogPlace(turn).asked();
  const opened = sealed && openedOf(sealing, sealed, aboutOf(turn));
  if (!opened) return undefined;
  const { until, ...place } = placeSchema.parse(JSON.parse(opened));
  return clock.now().toISOString() < until ? place : undefined;
}

/** Typed words are about something else again, or about the report that was open before. */
export const askNoMore = (turn: Turn): Promise<void> => dialogPlace(turn).askNoMore();

const aboutOf = ({ place }: Turn): string => `concerns.detailPlace ${place.conversationId}`;

/** A key that was changed in these few minutes costs the place and nothing else: the card's buttons still work. */
function openedOf(sealing: PlaceDeps['sealing'], sealed: string, about: string): string | undefined {
  try {
    return sealing.open(sealed, about);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

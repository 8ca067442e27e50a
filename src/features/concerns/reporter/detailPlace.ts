import { z } from 'zod';
import type { Turn } from '../../../bot/turn';
import { newBytesKey, openBytes, sealBytes } from '../../../storage/sealedBytes';
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
  /** Opens what is pending, in base64. */
  key: z.base64().optional(),
  /** ISO time. */
  until: z.string(),
});

/** Which question about which report a conversation is at. */
export interface DetailPlace extends Pick<z.infer<typeof placeSchema>, 'case' | 'question'> {
  /** What was written and holds a name or a number, until the person has chosen what to do about it. */
  readonly pending?: string | undefined;
}

type PlaceDeps = Pick<ConcernsDeps, 'sealing' | 'clock'>;

/** The next typed words answer this. It ties a person to a report, so it is sealed as their name is. */
export async function askIn(turn: Turn, { sealing, clock }: PlaceDeps, place: DetailPlace): Promise<void> {
  const { case: id, question, pending } = place;
  const about = aboutOf(turn);
  const until = new Date(clock.now().getTime() + ANSWERED_WITHIN_MS).toISOString();
  // Too long for a name's seal, so it has a key of its own there.
  const key = pending === undefined ? undefined : newBytesKey();
  const seal = sealing.names.seal(
    JSON.stringify({ case: id, question, until, key: key?.toString('base64') }),
    about,
  );
  const sealedPending = key ? sealBytes(key, Buffer.from(pending ?? ''), about).toString('base64') : '';
  await dialogPlace(turn).ask([seal, sealedPending].join(' '));
}

/** Where the conversation is, or undefined where it is at no such question, or its time is over. */
export async function askedIn(turn: Turn, { sealing, clock }: PlaceDeps): Promise<DetailPlace | undefined> {
  const [seal = '', sealedPending = ''] = (await dialogPlace(turn).asked())?.split(' ') ?? [];
  const about = aboutOf(turn);
  const opened = openedOf(sealing, seal, about);
  if (!opened) return undefined;
  const { until, key, case: id, question } = placeSchema.parse(JSON.parse(opened));
  if (clock.now().toISOString() >= until) return undefined;
  const bytes = key && openBytes(Buffer.from(key, 'base64'), Buffer.from(sealedPending, 'base64'), about);
  return { case: id, question, ...(bytes && { pending: bytes.toString('utf8') }) };
}

/** Typed words are about something else again, or about the report that was open before. */
export const askNoMore = (turn: Turn): Promise<void> => dialogPlace(turn).askNoMore();

const aboutOf = ({ place }: Turn): string => `concerns.detailPlace ${place.conversationId}`;

/** A key that was changed in these few minutes costs the place and nothing else: the card's buttons still work. */
function openedOf({ names }: PlaceDeps['sealing'], seal: string, about: string): string | undefined {
  try {
    return seal && names.open(seal, about);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

import { z } from 'zod';
import { newBytesKey, openBytes, sealBytes } from '../../../storage/sealedBytes';
import type { Table } from '../../../storage/table';
import type { Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';
import { DETAIL_QUESTIONS } from './detailQuestions';

/** After this long a typed message is no longer taken for an answer: it may be about anything. */
const ANSWERED_WITHIN_MS = 10 * 60_000;
const PURPOSE = 'concerns.asked';
const ROW = 'now';

const rowSchema = z.object({ sealedPlace: z.string(), sealedPending: z.string() });
const placeSchema = z.object({
  case: z.string(),
  /** None once the last was answered: only the repeat of that answer still belongs here. */
  question: z.enum(DETAIL_QUESTIONS).optional(),
  /** The activity that brought the chat here. */
  by: z.string(),
  /** Opens what is pending, in base64: that is too long for the seal of a name. */
  key: z.base64(),
  /** ISO time. */
  until: z.string(),
});

/** Which question about which report a chat is at. */
export interface DetailPlace extends Pick<z.infer<typeof placeSchema>, 'case' | 'question' | 'by'> {
  /** What was written and holds a name or a number, until the person has chosen what to do about it; or nothing. */
  readonly pending?: string;
}

/**
 * What the next typed words of a chat answer. Kept apart from what the chat remembers otherwise, and found through a
 * tag of it: without the key for names a row leads neither to a person nor to a report, and nothing that is stored of
 * a person shows that they reported.
 */
export class DetailPlaces {
  private readonly table: Table<z.infer<typeof rowSchema>>;

  constructor(private readonly deps: Pick<ConcernsDeps, 'storage' | 'sealing' | 'clock'>) {
    this.table = deps.storage.table('concernAsked', rowSchema);
  }

  async put(turn: Turn, { pending = '', ...place }: Omit<DetailPlace, 'by'>): Promise<void> {
    const partition = this.partition(turn);
    const key = newBytesKey();
    const until = new Date(this.deps.clock.now().getTime() + ANSWERED_WITHIN_MS).toISOString();
    const kept: z.infer<typeof placeSchema> = {
      ...{ ...place, until, by: turn.activityId },
      key: key.toString('base64'),
    };
    await this.table.put(partition, ROW, {
      sealedPlace: this.deps.sealing.names.seal(JSON.stringify(kept), partition),
      sealedPending: sealBytes(key, Buffer.from(pending), partition).toString('base64'),
    });
  }

  /** Undefined where the chat is at no question, or its time is over. */
  async of(turn: Turn): Promise<DetailPlace | undefined> {
    const partition = this.partition(turn);
    const stored = await this.table.get(partition, ROW);
    if (!stored) return undefined;
    const { sealedPlace, sealedPending } = stored.value;
    const opened: unknown = JSON.parse(this.deps.sealing.names.open(sealedPlace, partition));
    const { until, key, ...place } = placeSchema.parse(opened);
    if (this.deps.clock.now().toISOString() >= until) return undefined;
    const pending = openBytes(Buffer.from(key, 'base64'), Buffer.from(sealedPending, 'base64'), partition);
    return { ...place, ...(pending.length > 0 && { pending: pending.toString('utf8') }) };
  }

  /** With the newest key: a key that is changed in these few minutes costs the place, and the card still works. */
  private partition({ place }: Turn): string {
    const [newest] = this.deps.sealing.names.tags(place.conversationId, PURPOSE);
    return newest;
  }
}

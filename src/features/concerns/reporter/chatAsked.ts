import { z } from 'zod';
import { newBytesKey, openBytes, sealBytes } from '../../../storage/sealedBytes';
import type { Table } from '../../../storage/table';
import type { ConcernsDeps } from '../deps';
import { DETAIL_QUESTIONS } from './detailQuestions';

const PURPOSE = 'concerns.asked';
const ROW = 'asked';
/** After this long a typed message is no longer taken for an answer: it may be about anything. */
const DETAIL_WITHIN_MS = 10 * 60_000;
/** A handler's question may wait longer; the person is asked before anything of theirs is sent. */
const ANSWER_WITHIN_MS = 5 * 24 * 60 * 60_000;

const rowSchema = z.object({ sealedPlace: z.string(), sealedPending: z.string() });
type Row = z.infer<typeof rowSchema>;
const detailSchema = z.object({
  case: z.string(),
  /** None once the last was answered: only the repeat of that answer still belongs here. */
  question: z.enum(DETAIL_QUESTIONS).optional(),
  /** The activity that brought the chat here. */
  by: z.string(),
});
const answerSchema = z.object({
  case: z.string(),
  /** The event of the case that asked. */
  number: z.number(),
  /** The activity that sent what was typed. */
  sentBy: z.string().optional(),
});
/** ISO time at which it is asked no more. */
const until = { until: z.string() };
const placeSchema = z.object({
  detail: detailSchema.extend(until).optional(),
  answer: answerSchema.extend(until).optional(),
  /** Opens what is pending, in base64: that is too long for the seal of a name. */
  key: z.base64(),
});
const pendingSchema = z.object({ detail: z.string().optional(), answer: z.string().optional() });

interface Pending {
  /** What was written and is not saved, until the person has chosen what to do about it; or nothing. */
  readonly pending?: string | undefined;
}

/** Which question about a report that was sent a chat is at. */
export interface DetailAsked extends z.infer<typeof detailSchema>, Pending {}
/** Which question of a handler's a chat may answer. */
export interface AnswerAsked extends z.infer<typeof answerSchema>, Pending {}
/** What typed words of a chat may answer. */
export interface Asked {
  readonly detail?: DetailAsked | undefined;
  readonly answer?: AnswerAsked | undefined;
}
/** With the time at which each ends. */
interface Kept extends Asked {
  readonly detail?: (DetailAsked & Until) | undefined;
  readonly answer?: (AnswerAsked & Until) | undefined;
}
interface Until {
  readonly until: string;
}

/**
 * What a chat was asked about reports. Kept apart from what the chat remembers otherwise, and found through a tag of
 * it: without the key for names a row leads neither to a person nor to a report, and nothing that is stored of a
 * person shows that they reported.
 */
export class ChatAsked {
  private readonly table: Table<Row>;

  constructor(private readonly deps: Pick<ConcernsDeps, 'storage' | 'sealing' | 'clock'>) {
    this.table = deps.storage.table('concernAsked', rowSchema);
  }

  /** What is asked now: a question whose time is over is none. */
  async of(conversationId: string): Promise<Asked> {
    const partition = this.partition(conversationId);
    const stored = await this.table.get(partition, ROW);
    return stored ? this.open(partition, stored.value) : {};
  }

  /** The question after sending that the chat is at now. */
  putDetail(conversationId: string, detail: DetailAsked): Promise<void> {
    return this.change(conversationId, (asked) => ({
      ...asked,
      detail: { ...detail, until: this.after(DETAIL_WITHIN_MS) },
    }));
  }

  /** The handler's question that the chat may answer; undefined: none any more. */
  putAnswer(conversationId: string, answer: AnswerAsked | undefined): Promise<void> {
    return this.change(conversationId, (asked) => ({
      ...asked,
      answer: answer && { ...answer, until: this.after(ANSWER_WITHIN_MS) },
    }));
  }

  private async change(conversationId: string, edit: (asked: Kept) => Kept): Promise<void> {
    const partition = this.partition(conversationId);
    await this.table.change(partition, ROW, (now) =>
      this.seal(partition, edit(now ? this.open(partition, now) : {})),
    );
  }

  private seal(partition: string, { detail, answer }: Kept): Row {
    const key = newBytesKey();
    const pending = { detail: detail?.pending, answer: answer?.pending };
    const place = placeSchema.parse({ detail, answer, key: key.toString('base64') });
    return {
      sealedPlace: this.deps.sealing.names.seal(JSON.stringify(place), partition),
      sealedPending: sealBytes(key, Buffer.from(JSON.stringify(pending)), partition).toString('base64'),
    };
  }

  private open(partition: string, { sealedPlace, sealedPending }: Row): Kept {
    const opened: unknown = JSON.parse(this.deps.sealing.names.open(sealedPlace, partition));
    const { detail, answer, key } = placeSchema.parse(opened);
    const bytes = openBytes(Buffer.from(key, 'base64'), Buffer.from(sealedPending, 'base64'), partition);
    const pending = pendingSchema.parse(JSON.parse(bytes.toString('utf8')));
    const now = this.after(0);
    return {
      detail: detail && now < detail.until ? { ...detail, pending: pending.detail } : undefined,
      answer: answer && now < answer.until ? { ...answer, pending: pending.answer } : undefined,
    };
  }

  private after(ms: number): string {
    return new Date(this.deps.clock.now().getTime() + ms).toISOString();
  }

  /** With the newest key: a key that is changed meanwhile costs the place, and the card still works. */
  private partition(conversationId: string): string {
    const [newest] = this.deps.sealing.names.tags(conversationId, PURPOSE);
    return newest;
  }
}

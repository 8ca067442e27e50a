import { z } from 'zod';
import type { ConversationAddress } from '../../../bot/addresses';
import type { Card } from '../../../cards/render';
import type { DueJob, JobResult } from '../../../jobs/jobs';
import { SealBroken } from '../../../storage/sealing';
import type { Table } from '../../../storage/table';
import type { ConcernsDeps } from '../deps';

export const HIDE_CARDS = 'concerns.hideCards';
const AGAIN_MS = 60_000;
const PURPOSE = 'concerns.cards';

/** The cards that a reporter sees of their reports, in their own chat. */
const OF_REPORTS = new Set(
  'about cancel danger delayed detail emergency goOn hr myReports personal plain question receipt reminder revealReporter review saved told withdraw'
    .split(' ')
    .map((name) => `concerns/${name}`),
);

/** Whether `hide my reports` takes a card away. @param template `feature/card` */
export const isOfReports = (template: string): boolean => OF_REPORTS.has(template);

const cardSchema = z.object({ sealedActivity: z.string() });
const addressSchema = z.object({ serviceUrl: z.string(), conversationId: z.string() });

type CardsDeps = Pick<ConcernsDeps, 'storage' | 'sealing' | 'jobs' | 'clock' | 'log'>;

/**
 * Which cards about reports stand in whose chat, so that they can be taken away. A row leads neither to a person nor to
 * a case without the key for names: it says that somewhere there is a card.
 */
export class ReportCards {
  private readonly table: Table<z.infer<typeof cardSchema>>;

  constructor(private readonly deps: CardsDeps) {
    this.table = deps.storage.table('concernCards', cardSchema);
  }

  /** A card was sent. What cannot be noted is not lost for it: the card is there, and stays when others are hidden. */
  async sent({ conversationId }: ConversationAddress, { template }: Card, activityId: string): Promise<void> {
    if (!template || !isOfReports(template)) return;
    const { names } = this.deps.sealing;
    const partition = this.chat(conversationId);
    try {
      const sealedActivity = names.seal(activityId, partition);
      await this.table.put(partition, this.deps.sealing.tag(activityId, PURPOSE), { sealedActivity });
    } catch (error) {
      this.deps.log.error('concerns.cardNotNoted', error);
    }
  }

  /** Takes all of them out of the chat, as soon as the job comes to it. */
  hide({ serviceUrl, conversationId }: ConversationAddress): Promise<void> {
    const partition = this.chat(conversationId);
    const chat = this.deps.sealing.names.seal(JSON.stringify({ serviceUrl, conversationId }), partition);
    return this.deps.jobs.schedule(HIDE_CARDS, partition, this.deps.clock.now(), { chat });
  }

  /** A card that Teams does not let go of stays; one that cannot be reached now is tried again. */
  async hideJob(
    { messenger }: Pick<ConcernsDeps, 'messenger'>,
    { key, payload, mayGoOn }: DueJob,
  ): Promise<JobResult> {
    const chat = addressSchema.parse(JSON.parse(this.deps.sealing.names.open(payload['chat'] ?? '', key)));
    for await (const { row, value } of this.table.list({ partition: key })) {
      if (!mayGoOn()) return { againAt: this.deps.clock.now() };
      const activityId = this.opened(value.sealedActivity, key);
      if (!activityId) continue;
      const removed = await messenger.remove(chat, activityId, 'waiting');
      if (removed.outcome === 'unavailable')
        return { againAt: new Date(this.deps.clock.now().getTime() + AGAIN_MS) };
      await this.table.remove(key, row);
    }
    return 'done';
  }

  /** Seals with the newest key what an older one sealed, so that the older one can be taken away. */
  async sealAnew(mayGoOn: () => boolean): Promise<void> {
    const { names } = this.deps.sealing;
    for await (const stored of this.table.list()) {
      if (!mayGoOn()) return;
      if (names.isNewest(stored.value.sealedActivity)) continue;
      const activityId = this.opened(stored.value.sealedActivity, stored.partition);
      if (activityId)
        await this.table.replace(stored, { sealedActivity: names.seal(activityId, stored.partition) });
    }
  }

  /** Undefined where the key is not here any more: that card stays, and keeps no other from being hidden. */
  private opened(sealedActivity: string, partition: string): string | undefined {
    try {
      return this.deps.sealing.names.open(sealedActivity, partition);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.deps.log.warn('concerns.cardNotOpened');
      return undefined;
    }
  }

  private chat(conversationId: string): string {
    return this.deps.sealing.tag(conversationId, PURPOSE);
  }
}

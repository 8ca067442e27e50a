import type { Card } from '../../../cards/render';
import type { Stored } from '../../../storage/table';
import { requestCard } from '../asked/requestCard';
import { withOwnDue } from '../campaign/away';
import type { Campaign, Part } from '../campaign/campaign';
import { goesOn, saying } from '../campaign/corrected';
import { stands } from '../campaign/covered';
import type { Recipient, TryResult } from '../campaign/recipient';
import { afterTry, isDue } from '../campaign/recipient';
import type { Parties } from '../parties';
import { countPart } from '../progress/counting';
import type { ClauseChange } from '../versions/clauseChanges';
import { MOST_IN_FLIGHT } from './inFlight';
import { endOutage } from './outages';
import { Recorder } from './recorder';
import { sendOne } from './sendOne';
import type { ServiceWatch } from './serviceWatch';

/** While parts are being sent their figures are brought up to date this often. */
const COUNT_EVERY_MS = 5_000;

/** What one part is sent with. */
interface PartRun {
  readonly part: Part;
  readonly card: Card;
  readonly recorder: Recorder;
}
/** A recipient whose turn it is. */
export interface Due extends PartRun {
  readonly stored: Stored<Recipient>;
}

/** One pass through the rows of a campaign: who is sent the card, and what came of it. */
export class DeliveryRun {
  /** The earliest moment (ISO) at which somebody who has to wait is tried again. */
  nextTry: string | undefined;
  /** Requests that counted a card which will not be there. */
  readonly lost = new Set<string>();
  private readonly changed = new Set<Part>();
  private countedAt: number;

  constructor(
    private readonly parties: Parties,
    private readonly campaign: Campaign,
    private readonly watch: ServiceWatch,
    private readonly changes: readonly ClauseChange[],
  ) {
    this.countedAt = parties.clock.now().getTime();
  }

  /**
   * Recipients whose turn it is, part after part. It ends when Teams is down, and when the request is paused,
   * withdrawn or corrected, which is looked up for every 25 of them.
   */
  async *due(parts: readonly Part[]): AsyncGenerator<Due> {
    const { campaigns, recipients, clock } = this.parties;
    let taken = 0;
    for (const part of parts) {
      const run = this.runOf(part);
      for await (const stored of recipients.list(this.campaign.id, part.id)) {
        if (this.watch.isDown) return;
        if (!isDue(stored.value, clock.now())) this.noteWaiting(stored.value);
        else {
          if (taken++ % MOST_IN_FLIGHT === 0 && !goesOn(this.campaign, await campaigns.get(this.campaign.id)))
            return;
          yield { ...run, stored };
          if (await this.watch.decided()) await endOutage(this.parties, this.campaign);
        }
      }
    }
  }

  /** Sends one card and records what came of it, unless it shows only that Teams is down. */
  async send({ part, card, recorder, stored }: Due): Promise<void> {
    const own = stored.value.ownDue ? this.cardFor(part, withOwnDue(this.campaign, stored.value)) : card;
    const result = await this.tried(stored.value, own);
    const now = this.parties.clock.now();
    if (!this.watch.note(result)) return;
    const revision = this.campaign.revision ?? 0;
    const decide = (row: Recipient): Recipient => saying(row, afterTry(row, result, now), revision);
    const after = decide(stored.value);
    this.noteWaiting(after);
    await recorder.record(stored, decide);
    this.changed.add(part);
    if (!stands(after)) for (const { campaignId } of stored.value.alsoIn ?? []) this.lost.add(campaignId);
    if (now.getTime() - this.countedAt < COUNT_EVERY_MS) return;
    this.countedAt = now.getTime();
    await this.count([...this.changed]);
  }

  private async tried(recipient: Recipient, card: Card): Promise<TryResult> {
    try {
      return await sendOne(this.parties, this.campaign, recipient, card);
    } catch (error) {
      this.watch.noteNoResult();
      throw error;
    }
  }

  /** Brings the figures of these parts up to date. */
  async count(parts: readonly Part[]): Promise<void> {
    for (const part of parts) {
      this.changed.delete(part);
      await countPart(this.parties, this.campaign.id, part);
    }
  }

  private runOf(part: Part): PartRun {
    const { recipients } = this.parties;
    const recorder = new Recorder(recipients, { campaignId: this.campaign.id, partId: part.id });
    return { part, card: this.cardFor(part, this.campaign), recorder };
  }

  private cardFor(part: Part, campaign: Campaign): Card {
    return requestCard(this.parties.policy, campaign, part.id, this.changes);
  }

  private noteWaiting({ delivery, nextTryAt }: Recipient): void {
    if (delivery !== 'pending' || !nextTryAt) return;
    if (!this.nextTry || nextTryAt < this.nextTry) this.nextTry = nextTryAt;
  }
}

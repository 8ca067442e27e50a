import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import { odata } from '@azure/data-tables';
import { StaleRow } from '../../../storage/errors';
import type { Table } from '../../../storage/table';
import type { Campaign, CampaignView, Part, Said, StatusPlace, Words } from './campaign';
import { campaignSchema, partSchema, saidSchema, statusPlaceSchema } from './campaign';

const rowSchema = z.discriminatedUnion('kind', [campaignSchema, partSchema, statusPlaceSchema, saidSchema]);
type Row = z.infer<typeof rowSchema>;
const indexSchema = z.object({ campaignId: z.string(), title: z.string(), createdAt: z.string() });
/** A line of the list of what somebody sent. */
export type SentEntry = z.infer<typeof indexSchema>;

const CAMPAIGN = 'campaign';
const STATUS_PLACE = 'statusPlace';
const partRow = (partId: string): string => `part:${partId}`;
const SAID = 'said:';
const saidRow = (revision: number): string => `${SAID}${String(revision).padStart(4, '0')}`;
/** Of managers who correct the same request at once. */
const CORRECT_ATTEMPTS = 8;

/**
 * Campaigns: one small partition each, with the campaign, a row for each part with its counts, and the place of
 * the status card, so that one query shows it however many recipients there are.
 */
export class Campaigns {
  private readonly rows: Table<Row>;
  private readonly sentBy: Table<SentEntry>;

  constructor(storage: Storage) {
    this.rows = storage.table('campaigns', rowSchema);
    this.sentBy = storage.table('campaignsbymanager', indexSchema);
  }

  /** Inserts the campaign, or finds it: the same draft always makes the same one. */
  async create(campaign: Campaign): Promise<Campaign> {
    const inserted = await this.rows.insert(campaign.id, CAMPAIGN, campaign);
    return (inserted ? undefined : await this.get(campaign.id)) ?? campaign;
  }

  /** Enters it in the list of what its manager sent; again does no harm. */
  async enterInList(campaign: Campaign): Promise<void> {
    const { id, managerId, title, createdAt } = campaign;
    await this.sentBy.put(managerId, newestFirst(campaign), { campaignId: id, title, createdAt });
  }

  async get(id: string): Promise<Campaign | undefined> {
    if (!id) return undefined;
    const row = (await this.rows.get(id, CAMPAIGN))?.value;
    return row?.kind === 'campaign' ? row : undefined;
  }

  /** The campaign with its parts and counts, in one query. */
  async view(id: string): Promise<CampaignView | undefined> {
    if (!id) return undefined;
    const found: { campaign?: Campaign; parts: Part[]; statusPlace?: StatusPlace } = { parts: [] };
    for await (const { value } of this.rows.list({ partition: id })) {
      if (value.kind === 'part') found.parts.push(value);
      else if (value.kind === 'campaign') found.campaign = value;
      else if (value.kind === 'statusPlace') found.statusPlace = value;
    }
    const { campaign, parts, statusPlace } = found;
    return campaign && { campaign, parts, statusPlace };
  }

  /** Changes the campaign, whoever else changes it. @returns it as it now is, or undefined when there is none. */
  async change(id: string, decide: (now: Campaign) => Campaign): Promise<Campaign | undefined> {
    const row = await this.rows.change(id, CAMPAIGN, (now) => {
      const next = now?.kind === 'campaign' ? decide(now) : undefined;
      return next === now ? undefined : next;
    });
    return row?.kind === 'campaign' ? row : undefined;
  }

  /**
   * Puts other words in place of a request's own and keeps those beside them, in one write: no crash loses what was
   * said before. Of two at once the later one is the newer.
   * @param decide gives the words, or undefined to leave them. @returns the request as it now is
   */
  async correct(
    id: string,
    by: Pick<Said, 'until' | 'byId' | 'byName'>,
    decide: (now: Campaign) => Words | undefined,
  ): Promise<Campaign | undefined> {
    for (let attempt = 0; attempt < CORRECT_ATTEMPTS; attempt++) {
      const stored = await this.rows.get(id, CAMPAIGN);
      if (stored?.value.kind !== 'campaign') return undefined;
      const now = stored.value;
      const next = decide(now);
      if (!next) return now;
      const { title, words, due, revision = 0 } = now;
      const value: Campaign = { ...now, ...next, revision: revision + 1, correctedAt: by.until };
      const said: Said = { kind: 'said', title, words, due, ...by };
      const written = await this.rows.batch(id, [
        { kind: 'replace', stored, value },
        { kind: 'insert', row: saidRow(revision), value: said },
      ]);
      if (written) return value;
    }
    throw new StaleRow('The request was changed by others each time.');
  }

  /** What the request said before each correction, the oldest first. */
  async saidBefore(id: string): Promise<Said[]> {
    const found: Said[] = [];
    const filter = odata`RowKey ge ${saidRow(0)}`;
    for await (const { value } of this.rows.list({ partition: id, filter })) {
      if (value.kind === 'said') found.push(value);
    }
    return found;
  }

  /** Moves on, unless it was cancelled in the meantime. */
  async moveTo(id: string, state: Campaign['state']): Promise<void> {
    await this.rows.change(id, CAMPAIGN, (now) =>
      now?.kind === 'campaign' && now.state !== 'cancelled' && now.state !== state
        ? { ...now, state }
        : undefined,
    );
  }

  /** Counts take time: of two that overlap the one that began later stays. */
  async putPart(id: string, part: Part): Promise<void> {
    await this.rows.change(id, partRow(part.id), (now) =>
      now?.kind === 'part' && now.countedAt > part.countedAt ? undefined : part,
    );
  }

  /** Notes when the card was brought up to date, unless another card has taken its place. */
  async statusUpdated(id: string, { activityId }: StatusPlace, at: Date): Promise<void> {
    await this.rows.change(id, STATUS_PLACE, (now) =>
      now?.kind === 'statusPlace' && now.activityId === activityId
        ? { ...now, updatedAt: at.toISOString() }
        : undefined,
    );
  }

  async setStatusPlace(id: string, place: StatusPlace): Promise<void> {
    await this.rows.put(id, STATUS_PLACE, place);
  }

  /** What this person sent, newest first. @param most how many at most */
  async newestOf(managerId: string, most: number): Promise<SentEntry[]> {
    const entries: SentEntry[] = [];
    for await (const { value } of this.sentBy.list({ partition: managerId })) {
      entries.push(value);
      if (entries.length === most) break;
    }
    return entries;
  }
}

/** Rows come in key order, so the key counts down. */
function newestFirst({ createdAt, id }: Campaign): string {
  return `${String(9_999_999_999_999 - Date.parse(createdAt)).padStart(13, '0')}-${id}`;
}

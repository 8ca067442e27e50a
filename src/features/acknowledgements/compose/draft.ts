import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import { aboutSchema } from '../campaign/campaign';
import { dayOf } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';

/** Two weeks: every shift pattern has paid time in them. */
const DAYS_TO_CONFIRM = 14;

/** Days before the due date: time to find a quiet hour, the last day, and the day itself. */
const USUAL_REMINDERS: readonly number[] = [7, 1, 0];

export const draftSchema = z.object({
  id: z.string(),
  managerId: z.string(),
  teamIds: z.array(z.string()),
  title: z.string(),
  words: z.string(),
  /** A calendar day in London. */
  due: z.string(),
  senderIncluded: z.boolean(),
  /** Whether people are asked questions before they confirm. */
  check: z.boolean().default(true),
  joinersIncluded: z.boolean().default(true),
  about: aboutSchema.default({ kind: 'policy' }),
  /** As in the campaign. */
  reminders: z.array(z.number().int().nonnegative()).default([]),
  sendAt: z.string().optional(),
  /** Grows with every change: Send names the one that was previewed. */
  revision: z.number().int(),
  /** What Send made of it; from then on the draft does not change. */
  campaignId: z.string().optional(),
});
/** A request that nobody has been sent yet. */
export type Draft = z.infer<typeof draftSchema>;

/** What the compose card asks for. */
export type DraftInput = Pick<
  Draft,
  'teamIds' | 'title' | 'words' | 'due' | 'senderIncluded' | 'joinersIncluded' | 'check'
>;

/** The same activity always opens the same draft. */
export function draftIdOf(activityId: string): string {
  return createHash('sha256').update(activityId).digest('hex').slice(0, 24);
}

export function newDraft(
  who: { readonly managerId: string; readonly activityId: string },
  policy: PolicyToConfirm,
  teamIds: readonly string[],
  now: Date,
): Draft {
  return {
    id: draftIdOf(who.activityId),
    managerId: who.managerId,
    teamIds: [...teamIds],
    title: `Please read and confirm: ${policy.title}`,
    words:
      'Please read our policy and confirm that you have read it. It protects the people we care for, your ' +
      'colleagues and you. It takes about ten minutes. If something is not clear, please ask me.',
    due: dayOf(now, DAYS_TO_CONFIRM),
    senderIncluded: true,
    check: true,
    joinersIncluded: true,
    about: { kind: 'policy' },
    reminders: [...USUAL_REMINDERS],
    revision: 0,
  };
}

/** Drafts, in a partition for each manager. */
export class Drafts {
  private readonly rows: Table<Draft>;

  constructor(storage: Storage) {
    this.rows = storage.table('requestdrafts', draftSchema);
  }

  /** @returns the draft as it is kept: a repeat finds the first one. */
  async open(draft: Draft): Promise<Draft> {
    if (await this.rows.insert(draft.managerId, draft.id, draft)) return draft;
    return (await this.get(draft.managerId, draft.id)) ?? draft;
  }

  async get(managerId: string, id: string): Promise<Draft | undefined> {
    return (await this.rows.get(managerId, id))?.value;
  }

  /** Keeps what was typed, unless it is sent already. @returns the draft as it now is; undefined when it is gone. */
  fill(managerId: string, id: string, input: DraftInput): Promise<Draft | undefined> {
    return this.rows.change(managerId, id, (now) =>
      !now || now.campaignId ? undefined : { ...now, ...input, revision: now.revision + 1 },
    );
  }

  async markSent(draft: Draft, campaignId: string): Promise<void> {
    await this.rows.change(draft.managerId, draft.id, (now) => (now ? { ...now, campaignId } : undefined));
  }
}

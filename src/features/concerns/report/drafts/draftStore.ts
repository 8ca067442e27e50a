import { randomUUID } from 'node:crypto';
import type { Table } from '../../../../storage/table';
import type { ConcernsDeps } from '../../deps';
import type { Draft } from '../draft';
import { draftSchema } from '../draft';
import { DRAFT_DUE, endOf, nextLook, REMIND_AFTER_MS, sealedReporter } from './draftTimes';

const OPEN = 'open';

type DraftStoreDeps = Pick<ConcernsDeps, 'storage' | 'sealing' | 'jobs' | 'clock'>;

/** The drafts: one open draft for each person, found through a tag of the person that no other table uses. */
export class DraftStore {
  private readonly table: Table<Draft>;

  constructor(private readonly deps: DraftStoreDeps) {
    this.table = deps.storage.table('concernDrafts', draftSchema);
  }

  async of(personId: string): Promise<Draft | undefined> {
    return (await this.table.get(this.partition(personId), OPEN))?.value;
  }

  /**
   * The person's draft, which is touched by this, or a new one when there is none. Whatever happens then, its end is
   * put down before it begins.
   */
  async open(personId: string): Promise<Draft> {
    const found = await this.of(personId);
    const touched = found && (await this.change(personId, found.id, (now) => ({ ...now })));
    if (touched) return touched;
    const fresh: Draft = { id: randomUUID(), revision: 1, touchedAt: this.now().toISOString() };
    await this.putDown(personId, endOf(fresh, this.now()));
    const now = await this.table.change(this.partition(personId), OPEN, (draft) =>
      draft ? undefined : fresh,
    );
    return now ?? fresh;
  }

  /** @param decide gives the changed draft; may run several times. @returns undefined when the draft is gone. */
  async change(personId: string, id: string, decide: (now: Draft) => Draft): Promise<Draft | undefined> {
    return this.note(personId, id, (now) => {
      const next = decide(now);
      return next === now ? now : { ...next, touchedAt: this.now().toISOString() };
    });
  }

  /** Like `change`, by the product itself: the draft is no younger for it. */
  async note(personId: string, id: string, decide: (now: Draft) => Draft): Promise<Draft | undefined> {
    const now = await this.table.change(this.partition(personId), OPEN, (draft) => {
      const next = draft?.id === id ? decide(draft) : undefined;
      return next === draft ? undefined : next;
    });
    return now?.id === id ? now : undefined;
  }

  /** The person put the draft by: they are reminded of it once, a day later. */
  async remindLater(personId: string, id: string): Promise<void> {
    const at = new Date(this.now().getTime() + REMIND_AFTER_MS);
    await this.putDown(personId, at);
    await this.note(personId, id, (now) => (now.reminded ? now : { ...now, remindAt: at.toISOString() }));
  }

  /**
   * Removes this draft and no other; removing what is gone is fine.
   * @param mayGo asked of the draft as it is when it goes. @returns false when it stays for that
   */
  async remove(personId: string, id: string, mayGo: (now: Draft) => boolean = () => true): Promise<boolean> {
    const stored = await this.table.get(this.partition(personId), OPEN);
    if (stored?.value.id !== id) return true;
    if (!mayGo(stored.value)) return false;
    const removed = await this.table.remove(stored.partition, stored.row, stored.etag);
    return removed || this.remove(personId, id, mayGo);
  }

  /** The job finds out by itself what is due, so one time for each person is enough. Seals with the newest key. */
  putDown(personId: string, due: Date): Promise<void> {
    const key = this.partition(personId);
    return this.deps.jobs.schedule(DRAFT_DUE, key, nextLook(due, this.now()), {
      person: sealedReporter(this.deps.sealing, personId, key),
    });
  }

  private now(): Date {
    return this.deps.clock.now();
  }

  private partition(personId: string): string {
    return this.deps.sealing.tag(personId, 'concerns.draft');
  }
}

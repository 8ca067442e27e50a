import { z } from 'zod';
import type { Person, Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { CaseAccess } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import { KIND_LABELS, STATUS_LABELS, URGENCY_LABELS } from '../case/wording';
import { dayInWords } from '../clocks/workingDays';
import { isHeld } from './workInWords';

const entrySchema = z.object({ caseId: z.string() });
/** A card has room for so many. */
const MOST_SHOWN = 20;
const URGENCY_ORDER = ['danger', 'soon', 'normal'];

/** The open cases of each handler: a partition for each. */
export class HandlerLists {
  private readonly table: Table<z.infer<typeof entrySchema>>;

  constructor(
    storage: Storage,
    private readonly cases: CaseStore,
  ) {
    this.table = storage.table('concernHandlers', entrySchema);
  }

  /** Puts a case onto the list where it belongs now and takes it from the one before. May run as often as it likes. */
  async follow(caseId: string, value: Case): Promise<void> {
    const belongs = value.status === 'taken' ? value.handler?.id : undefined;
    if (value.listedFor === belongs) return;
    if (belongs) await this.table.put(belongs, caseId, { caseId });
    if (value.listedFor) await this.table.remove(value.listedFor, caseId);
    await this.cases.step(caseId, (now) => ({ next: { ...now, listedFor: belongs } }));
  }

  async *of(personId: string): AsyncGenerator<{ readonly id: string; readonly value: Case }> {
    for await (const { value: entry } of this.table.list({ partition: personId })) {
      const value = await this.cases.get(entry.caseId);
      if (value?.status === 'taken' && value.handler?.id === personId) yield { id: entry.caseId, value };
    }
  }
}

const asksForMyCases = (text: string): boolean =>
  /^(show )?my cases$/.test(
    text
      .toLowerCase()
      .replace(/[.!?]+$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/**
 * A handler's own cases, in the handler's own chat. Of anybody else the words mean something else, or nothing.
 * @returns false when the message is not this command
 */
export async function showMyCases(turn: Turn, lists: HandlerLists, access: CaseAccess): Promise<boolean> {
  if (!asksForMyCases(turn.text) || !(await access.isHandler(turn.person.id))) return false;
  turn.keepNothingSaid();
  turn.show(await myCasesCard(lists, access, turn.person));
  return true;
}

/** What a handler looks after, the most urgent and oldest first; each is worked from here as from the channel. */
async function myCasesCard(lists: HandlerLists, access: CaseAccess, { id }: Person): Promise<Card> {
  const found: { id: string; value: Case }[] = [];
  for await (const one of access.visible(id, lists.of(id))) found.push(one);
  const rank = ({ value }: { value: Case }): string =>
    `${URGENCY_ORDER.indexOf(value.urgency)} ${value.receivedAt}`;
  found.sort((one, other) => rank(one).localeCompare(rank(other)));
  return render('concerns/myCases', {
    none: found.length === 0,
    hasMore: found.length > MOST_SHOWN,
    more: `There are ${found.length - MOST_SHOWN} more. Close or hand on some of these to see them.`,
    cases: found.slice(0, MOST_SHOWN).map(({ id: caseId, value }) => ({
      ...{ case: caseId, reference: value.reference, kind: KIND_LABELS[value.kind] },
      urgency: URGENCY_LABELS[value.urgency],
      status: `${STATUS_LABELS[value.status]}${isHeld(value) ? ', on hold' : ''}`,
      target: dayInWords(value.targetOn),
      added: value.added,
    })),
  });
}

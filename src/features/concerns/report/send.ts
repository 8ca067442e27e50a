import type { Person, Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { dialogPlace } from './dialog';
import type { Draft, NameChoice } from './draft';
import type { DraftStore } from './drafts/draftStore';
import { handOffWaiting } from '../handOff/handOff';
import { receiptCard } from '../reporter/receipt';
import { sentJustNow } from './sentJustNow';
import { caseIdOf, isComplete, reporterOf, submit } from './submit';
import type { Submission } from './submit';

const SENT_JUST_NOW =
  'You sent this report a moment ago, so it is one report and not two. Here is its receipt.';

/** Sending a report, and showing its receipt again to whoever sent it. */
export class Sending {
  constructor(
    private readonly deps: ConcernsDeps,
    private readonly drafts: DraftStore,
    private readonly submission: Submission,
  ) {}

  /** @returns the receipt, or undefined when an answer is still missing. */
  async send(turn: Turn, draft: Draft, name: NameChoice): Promise<Card | undefined> {
    if (!isComplete(draft)) return undefined;
    const sent = await sentJustNow(this.deps, this.submission, draft, turn.person, name);
    const { caseId, value } = sent ?? (await submit(this.deps, this.submission, draft, turn.person, name));
    await this.drafts.remove(turn.person.id, draft.id);
    await dialogPlace(turn).cancel();
    turn.afterwards(async () => void (await handOffWaiting(this.deps, this.cases)));
    if (sent) turn.say(SENT_JUST_NOW);
    return receiptCard(caseId, value, this.deps.contacts);
  }

  /**
   * Ends a sending that was cut short: the case was saved, and the draft stands there as if nobody had seen it.
   * @returns the receipt, or undefined when no sending was begun.
   */
  async finishBegun(turn: Turn): Promise<Card | undefined> {
    const draft = await this.drafts.of(turn.person.id);
    const begun = draft && (await this.cases.get(caseIdOf(this.deps, draft.id)));
    return begun && this.send(turn, draft, begun.name);
  }

  /**
   * The same without a turn, for the job.
   * @returns false when no sending was begun.
   */
  async finishFor(personId: string, draft: Draft): Promise<boolean> {
    const caseId = caseIdOf(this.deps, draft.id);
    if (!(await this.cases.get(caseId))) return false;
    await this.submission.index.put(personId, caseId);
    await this.drafts.remove(personId, draft.id);
    return true;
  }

  /** The receipt of a draft that this person has sent already. */
  async receiptOf(person: Person, draftId: string): Promise<Card | undefined> {
    const caseId = caseIdOf(this.deps, draftId);
    const value = await this.cases.get(caseId);
    if (!value || reporterOf(this.deps, caseId, value) !== person.id) return undefined;
    return receiptCard(caseId, value, this.deps.contacts);
  }

  private get cases(): CaseStore {
    return this.submission.cases;
  }
}

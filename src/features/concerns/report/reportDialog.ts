import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { ConcernsDeps } from '../deps';
import { dialogPlace } from './dialog';
import type { Answers, Draft } from './draft';
import { LONGEST_TEXT } from './draft';
import type { DraftInput } from './drafts/draftChanges';
import { changed } from './drafts/draftChanges';
import type { DraftStore } from './drafts/draftStore';
import { helpNow } from './helpNow';
import { nextStep, unanswered } from './nextStep';
import type { MayHandle, PeopleWhoMayHandle } from './mayHandle';
import { emergencyCard, stepCard } from './stepCards';
import type { Step } from './nextStep';
import { askToRing } from './ringMe';
import { tooLongWords } from './typedText';
import { askedToRingCard } from '../reporter/receipt';

/** What an input came to. */
export type Shown =
  /** In the order in which they are to be shown; the emergency card first. */
  | { readonly kind: 'cards'; readonly cards: readonly Card[]; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly words: string }
  /** There is no such draft of this person. */
  | { readonly kind: 'gone' };

const LATE = 'This is where you are now. Nothing is lost.';
const RESUMED = 'You have a report that you have not sent yet. We go on where you were.';
const ASK: Readonly<Record<'kind' | 'affected' | 'what', string>> = {
  kind: 'what kind of thing it is',
  affected: 'who is affected',
  what: 'what happened',
};

/** The guided dialog: typed words and presses take the same path through here. */
export class ReportDialog {
  constructor(
    private readonly deps: ConcernsDeps,
    readonly drafts: DraftStore,
    private readonly mayHandle: PeopleWhoMayHandle,
  ) {}

  /** Opens the person's draft, or makes one, and shows where it is. */
  async open(turn: Turn): Promise<Card> {
    const { activityId, person } = turn;
    const opened = await this.drafts.open(person.id);
    const isNew = opened.revision === 1;
    // Whoever comes back to a report wants it, whatever they were asked before.
    const kept = opened.cancelAsked
      ? await this.drafts.change(
          person.id,
          opened.id,
          (now) => changed(now, { do: 'keep', answers: {} }, { activityId }).draft,
        )
      : undefined;
    const draft = kept ?? opened;
    await dialogPlace(turn).begin(draft.id);
    return this.present(turn, draft, isNew ? '' : RESUMED);
  }

  /** @param seen what the pressed card was drawn from; nothing for typed words. */
  async take(
    turn: Turn,
    draftId: string,
    input: DraftInput,
    seen?: { revision: number; step: Step },
  ): Promise<Shown> {
    const { activityId, person } = turn;
    const tried = { late: false, tooLong: 0 };
    const help = await helpNow(this.deps, wordsOf(input));
    const draft = await this.drafts.change(person.id, draftId, (now) => {
      const next = changed(now, input, { activityId, ...(seen && { seen }) });
      tried.late = next.late;
      tried.tooLong = Math.max(next.draft.what?.length ?? 0, LONGEST_TEXT) - LONGEST_TEXT;
      if (tried.tooLong > 0) return now;
      return help ? alarmed(now, next.draft, input, activityId) : next.draft;
    });
    if (!draft) return { kind: 'gone' };
    if (tried.tooLong > 0) return { kind: 'refused', words: tooLongWords(LONGEST_TEXT + tried.tooLong) };
    await dialogPlace(turn).begin(draft.id);
    const urgent = draft.emergencyAt === activityId && help;
    const cards = [
      ...(urgent ? [urgent] : saysDanger(input) ? [emergencyCard(this.deps.contacts)] : []),
      await this.present(turn, draft, leadOf(draft, input, tried.late)),
    ];
    return { kind: 'cards', cards, draft };
  }

  /** The card of the step at which the draft is. */
  async present({ person }: Turn, draft: Draft, lead = ''): Promise<Card> {
    const { contacts, hrPeople } = this.deps;
    const people = nextStep(draft) === 'review' ? await this.whom(person.id) : [];
    return stepCard(draft, { contacts, people, ringsBack: hrPeople.length > 0 }, lead);
  }

  /** HR is asked to ring and told nothing more; the report ends there. */
  async ringMe(turn: Turn, draft: Draft): Promise<Card> {
    const { jobs, clock, contacts } = this.deps;
    if (this.deps.hrPeople.length === 0) return this.present(turn, draft);
    await askToRing(jobs, clock, draft.id, turn.person.id);
    await this.drafts.remove(turn.person.id, draft.id);
    await dialogPlace(turn).cancel();
    return askedToRingCard(contacts);
  }

  /** Whom the last card asks about: everybody who might handle the report but its reporter. */
  async whom(reporterId: string): Promise<readonly MayHandle[]> {
    return (await this.mayHandle.all()).filter(({ id }) => id !== reporterId);
  }
}

/** Urgent words bring the emergency card: typed ones each time, those in a card once, for it brings them again. */
function alarmed(before: Draft, after: Draft, input: DraftInput, activityId: string): Draft {
  if (after.what === before.what || (input.do !== 'tell' && after.emergencyAt)) return after;
  return { ...after, emergencyAt: activityId };
}

/** What is new in an input: the rest of what happened was read when it came. */
function wordsOf(input: DraftInput): string {
  return input.do === 'tell' ? input.text : (input.answers.what ?? '');
}

function saysDanger(input: DraftInput): boolean {
  return input.do === 'answer' && input.answers.danger === 'yes';
}

function leadOf(draft: Draft, input: DraftInput, late: boolean): string {
  if (late) return LATE;
  const step = nextStep(draft);
  if (input.do === 'tell' && step !== 'review')
    return `I have kept what you wrote. ${step === 'about' ? missing(draft) : ''}`.trim();
  return input.do === 'answer' && step === 'about' && comesAgain(draft, input.answers) ? missing(draft) : '';
}

/** Whether card 2 was seen before: it has answers, or its Next was pressed with nothing filled in. */
function comesAgain({ kind, affected, what }: Draft, { danger }: Answers): boolean {
  return danger === undefined || Boolean(kind ?? affected ?? what);
}

function missing(draft: Draft): string {
  const open = unanswered(draft).map((question) => ASK[question]);
  const last = open.pop();
  if (!last) return '';
  return `Please tell me ${open.length > 0 ? `${open.join(', ')} and ${last}` : last}.`;
}

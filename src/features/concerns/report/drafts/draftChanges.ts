import type { Answers, Draft } from '../draft';
import type { Step } from '../nextStep';
import { nextStep } from '../nextStep';
import { personalDetails, withInitials } from './personalDetails';

/** Teams sends an activity again for a minute at most; nobody makes more changes in that time. */
const REMEMBERED = 40;

/** What the person did, whether they pressed or typed it. Every press brings the answers that stood in its card. */
export type DraftInput =
  | { readonly do: 'answer'; readonly answers: Answers }
  | { readonly do: 'goOn'; readonly answers: Answers }
  | { readonly do: 'change'; readonly to: 'danger' | 'about'; readonly answers: Answers }
  | { readonly do: 'askCancel'; readonly answers: Answers }
  | { readonly do: 'keep'; readonly answers: Answers }
  /** Names become initials in what happened. */
  | { readonly do: 'initials'; readonly answers: Answers }
  /** Keeps what stands in the card and stays where it is. */
  | { readonly do: 'put'; readonly answers: Answers }
  /** Typed words that tell what happened: added to what is there. */
  | { readonly do: 'tell'; readonly text: string };

/** Where the input came from. */
export interface Origin {
  readonly activityId: string;
  /** What the pressed card was drawn from; nothing for typed words, which always belong to the present step. */
  readonly seen?: { readonly revision: number; readonly step: Step };
}

export interface Changed {
  readonly draft: Draft;
  /** The press came from a card that is no longer the present one. */
  readonly late: boolean;
}

/**
 * The draft after an input. Pure, and bears repeats: an activity that changed the draft already changes nothing.
 * A late press never overwrites an answer; it only fills what is still open, so that nothing written is lost.
 */
export function changed(draft: Draft, input: DraftInput, origin: Origin): Changed {
  if (draft.changedBy?.includes(origin.activityId)) return { draft, late: false };
  const { seen } = origin;
  const late = seen !== undefined && (seen.revision !== draft.revision || seen.step !== nextStep(draft));
  const next = asked(draft, late ? filled(draft, input) : taken(draft, input), input);
  if (same(draft, next)) return { draft, late };
  const changedBy = [...(draft.changedBy ?? []), origin.activityId].slice(-REMEMBERED);
  return { draft: { ...next, revision: draft.revision + 1, changedBy }, late };
}

function filled(draft: Draft, input: DraftInput): Draft {
  const answers = input.do === 'tell' ? {} : input.answers;
  const now = input.do === 'askCancel' ? { ...draft, cancelAsked: true } : draft;
  return { ...given(answers), ...now };
}

function taken(before: Draft, input: DraftInput): Draft {
  const draft = { ...before, cancelAsked: undefined };
  if (input.do === 'tell') return { ...draft, what: joined(draft.what, input.text) };
  const next: Draft = { ...draft, ...given(input.answers) };
  switch (input.do) {
    case 'answer':
      return settled({ ...next, changing: undefined }, before, input.answers);
    case 'goOn':
      return { ...next, ...goneOn(before) };
    case 'change':
      return { ...next, changing: input.to };
    case 'askCancel':
      return { ...next, cancelAsked: true };
    case 'initials':
      return { ...next, what: next.what && withInitials(next.what), personal: undefined };
    case 'keep':
    case 'put':
      return next;
  }
}

/** A new answer about danger, or about who is affected, asks for a new choice to go on. */
function settled(draft: Draft, before: Draft, { danger, affected }: Answers): Draft {
  const again = affected !== undefined && affected !== before.affected;
  return { ...draft, ...(danger && { wentOn: undefined }), ...(again && { hrSeen: undefined }) };
}

/** The choice to go on, at the card that asks for one. */
function goneOn(before: Draft): Partial<Draft> {
  switch (nextStep(before)) {
    case 'hr':
      return { hrSeen: true };
    case 'personal':
      return { personal: undefined };
    default:
      return { wentOn: true };
  }
}

/** Whoever writes something new that may be somebody's is asked about it once; what they chose to keep stays kept. */
function asked(before: Draft, next: Draft, input: DraftInput): Draft {
  if (next.what === before.what || input.do === 'initials') return next;
  const fresh = input.do === 'tell' ? input.text : (next.what ?? '');
  const open = input.do === 'tell' && before.personal;
  return { ...next, personal: open || personalDetails(fresh).length > 0 ? true : undefined };
}

/** What happened, with more of it below. */
export function joined(what: string | undefined, more: string): string {
  return what ? `${what}\n\n${more}` : more;
}

/** An answer that is not there must not wipe one that is. */
function given(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function same(one: Draft, other: Draft): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Draft>;
  return [...keys].every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}

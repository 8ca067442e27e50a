import { likenesses } from './likeness';
import type { SentQuestion } from './sentQuestionStore';

/** Fewer questions are only counted: nobody is to be recognised by what they asked. */
export const LEAST_FOR_THEME = 3;
/** Questions that are shown of a theme. */
const SHOWN = 3;

/** Questions that ask much the same. */
export interface Theme {
  readonly count: number;
  /** Up to three of them, the most telling first. */
  readonly questions: readonly string[];
  /** The week in which the last of them was sent. */
  readonly lastWeek: string;
}

/** The kept questions by what they ask about, the largest theme first. */
export interface Themes {
  readonly themes: readonly Theme[];
  /** Questions that are like fewer than two others: only their number is told. */
  readonly others: number;
}

/**
 * Groups questions by likeness: those that are like most others stand in the middle of a theme each, and every question
 * goes to the middle that it is most like, so that no chain of small likenesses joins what has nothing in common.
 */
export function themesOf(kept: readonly SentQuestion[]): Themes {
  // In one order, whatever the order they were read in: the same questions always give the same themes.
  const questions = [...kept].sort((one, other) => compare(one.text, other.text));
  const like = likenesses(questions);
  const groups = largeGroups(middlesOf(like), like);
  const themes = groups.map((members) => themeOf(members.flatMap((member) => questions[member] ?? [])));
  themes.sort((one, other) => other.count - one.count);
  return { themes, others: questions.length - groups.flat().length };
}

type Likenesses = readonly ReadonlyMap<number, number>[];

/** Questions that are like enough others for a theme, and like no middle before them. */
function middlesOf(like: Likenesses): number[] {
  const count = (at: number): number => like[at]?.size ?? 0;
  const order = [...like.keys()].sort((one, other) => count(other) - count(one));
  const covered = new Set<number>();
  return order.filter((at) => {
    if (covered.has(at) || count(at) + 1 < LEAST_FOR_THEME) return false;
    for (const each of like[at]?.keys() ?? []) covered.add(each);
    return true;
  });
}

/** A group that is too small is dissolved, and those in it may go to another. */
function largeGroups(middles: readonly number[], like: Likenesses): number[][] {
  const groups = groupsAround(middles, like);
  const smallest = groups.reduce((least, { length }) => Math.min(least, length), LEAST_FOR_THEME);
  if (smallest === LEAST_FOR_THEME) return groups;
  const dissolved = groups.findIndex(({ length }) => length === smallest);
  return largeGroups(
    middles.filter((_, at) => at !== dissolved),
    like,
  );
}

/** Each middle with the questions that are most like it, the nearest first. */
function groupsAround(middles: readonly number[], like: Likenesses): number[][] {
  const nearness = (at: number, middle: number): number =>
    at === middle ? Infinity : (like[at]?.get(middle) ?? 0);
  const groups = new Map(middles.map((middle): [number, number[]] => [middle, []]));
  for (const at of like.keys()) {
    const [nearest] = [...middles].sort((one, other) => nearness(at, other) - nearness(at, one));
    if (nearest !== undefined && nearness(at, nearest) > 0) groups.get(nearest)?.push(at);
  }
  return [...groups].map(([middle, members]) =>
    members.sort((one, other) => nearness(other, middle) - nearness(one, middle)),
  );
}

function themeOf(members: readonly SentQuestion[]): Theme {
  const weeks = members.map(({ week }) => week).sort();
  return {
    count: members.length,
    questions: [...new Set(members.map(({ text }) => text))].slice(0, SHOWN),
    lastWeek: weeks.at(-1) ?? '',
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

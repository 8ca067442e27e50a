import { PART_LIMIT } from '../campaign/campaign';

/** A part and who gets a row in it. */
export interface Filled<T> {
  readonly partId: string;
  /** The part has no rows yet. */
  readonly isNew: boolean;
  readonly some: readonly T[];
}

/**
 * Spreads a team's people over its parts: those that have room are filled first, so that a joiner a week does not
 * make a part a week.
 * @param index place of the team among those of the request
 * @param sizes rows of each part so far
 */
export function placesFor<T>(
  index: number,
  people: readonly T[],
  sizes: ReadonlyMap<string, number>,
): Filled<T>[] {
  const places: Filled<T>[] = [];
  let placed = 0;
  for (let number = 0; placed < people.length; number++) {
    const partId = `${index}-${number}`;
    const size = sizes.get(partId);
    // A part may be larger than one of today: it was filled when parts held more.
    const some = people.slice(placed, placed + Math.max(0, PART_LIMIT - (size ?? 0)));
    if (some.length > 0) places.push({ partId, isNew: size === undefined, some });
    placed += some.length;
  }
  return places;
}

/** Place of the part's team among those of the request. */
export function teamIndexOf(partId: string): number {
  return Number(partId.split('-')[0]);
}

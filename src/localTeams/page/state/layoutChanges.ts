import { CHAT, type Layout, type Place, type Where } from './place';

/** Brings a person to the front: where they are already open, else beside the others. */
export function openPerson(layout: Layout, person: string, where?: Where): Layout {
  const at = layout.places.findIndex((place) => place.person === person);
  if (at >= 0) return where ? showAt({ ...layout, front: at }, at, where) : { ...layout, front: at };
  const places = [...layout.places, { person, where: where ?? CHAT }];
  return { ...layout, places, front: places.length - 1 };
}

/** Shows something else on the phone at this index. */
export function showAt(layout: Layout, index: number, where: Where): Layout {
  const places = layout.places.map((place, at) => (at === index ? { ...place, where } : place));
  return { ...layout, places };
}

/** Closes the phone at this index; the one before it comes to the front. */
export function closeAt(layout: Layout, index: number): Layout {
  const places = layout.places.filter((_, at) => at !== index);
  const front = layout.front >= index ? Math.max(0, layout.front - 1) : layout.front;
  return { ...layout, places, front };
}

/** Leaves out the people who are not in this world (an old address, another people file). */
export function onlyKnown(layout: Layout, people: ReadonlySet<string>): Layout {
  const places = layout.places.filter((place: Place) => people.has(place.person));
  return { ...layout, places, front: Math.min(layout.front, Math.max(0, places.length - 1)) };
}

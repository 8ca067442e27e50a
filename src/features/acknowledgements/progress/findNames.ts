import type { CampaignView, Part } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { teamIndexOf } from '../delivery/places';
import type { ListPlace, NameList } from './namesPage';
import { NAMES_ON_A_PAGE, sizeOf } from './namesPage';

/**
 * A search reads a part whole, at most 2,000 rows, and at most so many parts at one press: 6,000 rows in six pages of
 * storage, however large the request is. "More names" goes on from there.
 */
export const MOST_PARTS_READ = 3;
export const LONGEST_FIND = 100;

/** Somebody on a page of names, with the part that holds their row. */
export interface Named {
  readonly recipient: Recipient;
  readonly part: Part;
}

/** Whether the name holds every word that was typed, whatever their case and accents. */
export function holds(name: string, typed: string): boolean {
  const plainName = plain(name);
  return plain(typed)
    .split(/\s+/)
    .every((word) => plainName.includes(word));
}

/** The request as it stands in one team; as a whole where no such team was chosen. @param team its place among the teams */
export function inTeam(view: CampaignView, team: string): CampaignView {
  if (!/^\d+$/.test(team) || !view.campaign.teams[Number(team)]) return view;
  return { ...view, parts: view.parts.filter((part) => teamIndexOf(part.id) === Number(team)) };
}

/**
 * The next names from a place on that the search finds.
 * @param namesIn reads one part's people on the list, by name
 */
export async function findNames(
  parts: readonly Part[],
  list: NameList,
  from: ListPlace,
  typed: string,
  namesIn: (part: Part) => Promise<Recipient[]>,
): Promise<{ readonly named: readonly Named[]; readonly next: ListPlace | undefined }> {
  const named: Named[] = [];
  let [at, offset, read] = [from.part, from.offset, 0];
  for (let part = parts[at]; part; part = parts[++at], offset = 0) {
    if (sizeOf(list, part.counts) === 0) continue;
    if (read++ === MOST_PARTS_READ || named.length === NAMES_ON_A_PAGE)
      return { named, next: { part: at, offset: 0 } };
    const found = (await namesIn(part)).filter(({ name }) => holds(name, typed));
    const end = offset + NAMES_ON_A_PAGE - named.length;
    for (const recipient of found.slice(offset, end)) named.push({ recipient, part });
    if (end < found.length) return { named, next: { part: at, offset: end } };
  }
  return { named, next: undefined };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

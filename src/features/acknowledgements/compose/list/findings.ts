import type { ReadAddresses } from './addresses';
import type { Matched } from './matching';
import type { PaperPerson } from './paperPeople';
import { paperName } from './paperPeople';

/** One line of the report, with a short list below it. */
export interface Finding {
  readonly heading: string;
  readonly list: string;
  readonly hasList: boolean;
}

/** So many can be read on a phone; the rest is a number. */
const MOST_NAMED = 10;
const LONGEST_NAMED = 60;

/** What became of the addresses of a list. */
export function addressFindings({ twice, rubbish }: ReadAddresses, matched: Matched): Finding[] {
  const { people, notFound } = matched;
  const found = people.length === 1 ? '1 person' : `${people.length.toLocaleString('en-GB')} people`;
  return [
    { heading: `Found in your teams: ${found}`, list: '', hasList: false },
    ...finding('Found twice, counted once', twice),
    ...finding('Not an e-mail address', rubbish),
    ...finding('Not found in your teams', notFound),
  ];
}

/** @param people all of them, those from before too */
export function paperFindings(people: readonly PaperPerson[], unclear: readonly string[]): Finding[] {
  return [
    ...finding('To be asked on paper', people.map(paperName)),
    ...finding('A name or a place is missing: write them as "name, place"', unclear),
  ];
}

function finding(what: string, items: readonly string[]): Finding[] {
  if (items.length === 0) return [];
  const heading = `${what}: ${items.length.toLocaleString('en-GB')}`;
  return [{ heading, list: shortList(items), hasList: true }];
}

function shortList(items: readonly string[]): string {
  const named = items.slice(0, MOST_NAMED).map(short).join(', ');
  const rest = items.length - MOST_NAMED;
  return rest > 0 ? `${named} and ${rest.toLocaleString('en-GB')} more` : named;
}

function short(item: string): string {
  return item.length > LONGEST_NAMED ? `${item.slice(0, LONGEST_NAMED)}…` : item;
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where our staff, their clients and families come from, by the name of faker's locale. */
const LOCALES = [
  ...[
    'en',
    'en_AU',
    'en_GH',
    'en_IN',
    'en_NG',
    'en_ZA',
    'yo_NG',
    'pl',
    'ro',
    'ro_MD',
    'hu',
    'lv',
    'sk',
    'cs_CZ',
  ],
  ...['pt_PT', 'pt_BR', 'es', 'it', 'fr', 'de', 'nl', 'sv', 'da', 'hr', 'tr', 'sr_RS_latin', 'id_ID'],
];

/** Names in lower case and without accents. */
export interface NameLists {
  readonly all: ReadonlySet<string>;
  /** Those of them that are first names in English. */
  readonly englishFirstNames: ReadonlySet<string>;
}

/**
 * First names and surnames of many countries: 39,000 of cspell's list, which people of all origins add to, and faker's
 * for the places that our staff come from.
 */
export async function nameLists(): Promise<NameLists> {
  const { allLocales } = await import('@faker-js/faker');
  const locales: Record<string, { person?: object }> = allLocales;
  const fakers = LOCALES.flatMap((locale) => peopleIn(locales[locale]));
  return {
    all: new Set([...cspellNames(), ...fakers].flatMap(partsOf)),
    englishFirstNames: new Set(textsIn(allLocales.en.person?.first_name).flatMap(partsOf)),
  };
}

function cspellNames(): string[] {
  const folder = dirname(require.resolve('@cspell/dict-people-names'));
  const lines = readFileSync(join(folder, 'dict', 'people-names.txt'), 'utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const NAME_PARTS = ['first_name', 'last_name', 'middle_name'];

function peopleIn(locale: { person?: object } | undefined): string[] {
  return Object.entries(locale?.person ?? {}).flatMap(([part, names]) =>
    NAME_PARTS.includes(part) ? textsIn(names) : [],
  );
}

/** A locale's names are a list, or lists by sex. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** "Małgorzata-Anna" is two names, each as somebody writes it without accents. */
function partsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 1);
}

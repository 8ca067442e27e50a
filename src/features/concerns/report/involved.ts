import { z } from 'zod';

/** Whom a report concerns of those who might handle it. Left out where nobody was picked. */
export const involvedFields = {
  /** Entra object ids: whoever is named here must not learn that the case exists. */
  involved: z.array(z.string()).optional(),
  /** The reporter says that somebody who might handle it is involved, and did not find them on the list. */
  involvedUnlisted: z.boolean().optional(),
};

/** What a report says of whom it concerns. */
export interface Involved {
  readonly involved?: string[] | undefined;
  readonly involvedUnlisted?: boolean | undefined;
}

/** Choices beside the people. */
export const NOBODY = 'nobody';
export const UNLISTED = 'unlisted';
/** More people than a list offers are a mistake of whoever made the press up. */
const MOST = 100;
const LONGEST_ID = 100;

/** What a card's choice came back as: values with commas between them. Nothing chosen leaves what was chosen before. */
export function involvedIn(value: string): Involved {
  const chosen = value.split(',').map((one) => one.trim());
  const known = chosen.filter((one) => one !== '' && one.length <= LONGEST_ID).slice(0, MOST);
  if (known.length === 0) return {};
  const people = known.filter((one) => one !== NOBODY && one !== UNLISTED);
  return { involved: people, involvedUnlisted: known.includes(UNLISTED) };
}

/** The same as a card takes it. */
export function involvedValue({ involved = [], involvedUnlisted = false }: Involved): string {
  return [...involved, ...(involvedUnlisted ? [UNLISTED] : [])].join(',');
}

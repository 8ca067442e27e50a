import { createHash } from 'node:crypto';

/** Somebody without Teams, as a manager names them. */
export interface PaperPerson {
  readonly name: string;
  readonly place: string;
}

export const LONGEST_NAME = 100;

/** Reads lines of "name, place". @returns the people, and lines from which a name or a place is missing. */
export function readPaperPeople(text: string): { people: PaperPerson[]; unclear: string[] } {
  const people: PaperPerson[] = [];
  const unclear: string[] = [];
  for (const line of text.split(/[\r\n]+/).map((each) => each.trim())) {
    if (line === '') continue;
    const [name = '', ...rest] = line.split(/[,;\t]/).map(tidy);
    const place = rest.filter((part) => part !== '').join(', ');
    const fits = name !== '' && place !== '' && name.length <= LONGEST_NAME && place.length <= LONGEST_NAME;
    if (fits) people.push({ name, place });
    else unclear.push(line);
  }
  return { people, unclear };
}

/** The same person of the same request always has the same id, however often they are added. */
export function paperIdOf(draftId: string, { name, place }: PaperPerson): string {
  const who = [draftId, name.toLowerCase(), place.toLowerCase()].join('\n');
  return `paper-${createHash('sha256').update(who).digest('hex').slice(0, 24)}`;
}

/** As lists name them: two of the same name are told apart by where they work. */
export function paperName({ name, place }: PaperPerson): string {
  return `${name} (${place})`;
}

function tidy(part: string): string {
  return part.replace(/["\s]+/g, ' ').trim();
}

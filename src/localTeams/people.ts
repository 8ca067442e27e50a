import { readFileSync } from 'node:fs';
import { z } from 'zod';

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a key is small letters, digits and hyphens');
const membershipType = z.enum(['standard', 'private', 'shared']);

const person = z.strictObject({
  key,
  name: z.string().min(1),
  title: z.string().min(1),
  role: z.string().min(1),
  aadObjectId: z.guid().optional(),
  id: z.string().startsWith('29:').optional(),
  email: z.email().optional(),
  guest: z.boolean().default(false),
  installed: z.boolean().default(true),
});

const channel = z.strictObject({
  key,
  name: z.string().min(1),
  type: membershipType.default('standard'),
  members: z.array(key).optional(),
});

const team = z.strictObject({
  key,
  name: z.string().min(1),
  members: z.array(key),
  installed: z.boolean().default(true),
  channels: z.array(channel).min(1),
});

const peopleFile = z
  .strictObject({
    tenantId: z.guid(),
    bot: z.strictObject({ id: z.guid(), appId: z.guid(), name: z.string().min(1) }),
    people: z.array(person).min(1),
    teams: z.array(team),
  })
  .superRefine((file, report) => {
    for (const { path, message } of contradictions(file)) report.addIssue({ code: 'custom', path, message });
  });

/** The people file: who is there, in which teams; ids that it leaves out are made from the keys. */
export type PeopleFile = z.output<typeof peopleFile>;
/** The people file as it may be written, with its optional parts left out. */
export type PeopleFileInput = z.input<typeof peopleFile>;
/** A person of the people file; `installed` says whether they get the bot at the first start. */
export type PersonEntry = PeopleFile['people'][number];
/** A team of the people file. */
export type TeamEntry = PeopleFile['teams'][number];
/** A channel of the people file; `members` belongs to private and shared ones. */
export type ChannelEntry = TeamEntry['channels'][number];

/** The people file is wrong; the message names every place, one a line. */
export class PeopleFileError extends Error {
  override readonly name = 'PeopleFileError';
}

/** Checks a people file. Throws PeopleFileError. */
export function parsePeople(value: unknown): PeopleFile {
  const result = peopleFile.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new PeopleFileError(`The people file is wrong:\n${lines.join('\n')}`);
}

/** Reads and checks a people file. Throws PeopleFileError, also when it is not there or not JSON. */
export function readPeople(path: string): PeopleFile {
  return parsePeople(readJson(path));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PeopleFileError(`The people file cannot be read: ${reason}`);
  }
}

interface Contradiction {
  path: (string | number)[];
  message: string;
}

interface Draft {
  people: { key: string }[];
  teams: { key: string; members: string[]; channels: { key: string; members?: string[] | undefined }[] }[];
}

function contradictions(file: Draft): Contradiction[] {
  const known = new Set(file.people.map((entry) => entry.key));
  return [
    ...repeated(file.people, ['people']),
    ...repeated(file.teams, ['teams']),
    ...file.teams.flatMap((entry, at) => [
      ...unknown(entry.members, known, ['teams', at, 'members']),
      ...repeated(entry.channels, ['teams', at, 'channels']),
      ...withoutGeneral(entry.channels, ['teams', at, 'channels']),
      ...entry.channels.flatMap((inner, place) =>
        unknown(inner.members ?? [], known, ['teams', at, 'channels', place, 'members']),
      ),
    ]),
  ];
}

function repeated(entries: { key: string }[], path: (string | number)[]): Contradiction[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, at) => {
    const isNew = !seen.has(entry.key);
    seen.add(entry.key);
    if (isNew) return [];
    return [{ path: [...path, at, 'key'], message: `"${entry.key}" is there twice` }];
  });
}

function unknown(keys: string[], known: Set<string>, path: (string | number)[]): Contradiction[] {
  return keys.flatMap((name, at) =>
    known.has(name) ? [] : [{ path: [...path, at], message: `nobody has the key "${name}"` }],
  );
}

// In Teams every team has a General channel, whose id is the team's.
function withoutGeneral(channels: { key: string }[], path: (string | number)[]): Contradiction[] {
  return channels.some((entry) => entry.key === 'general')
    ? []
    : [{ path, message: 'a team has a channel with the key "general"' }];
}

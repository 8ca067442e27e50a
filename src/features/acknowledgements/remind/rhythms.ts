import { z } from 'zod';
import { spread } from '../../../storage/keys';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { PartOfDay, Pattern } from './moment';
import { partOfDaySchema } from './moment';

const ownSchema = z.object({
  personId: z.string(),
  part: partOfDaySchema,
  days: z.array(z.number().int().min(1).max(7)),
});
const teamSchema = z.object({ teamId: z.string(), part: partOfDaySchema });
const TEAMS = 'teams';

/** When people of one moment are to be reminded: their own word, else their team's, else the usual time. */
export type PatternOf = (personId: string, teamId: string | undefined) => Pattern;

/** When people and teams want to be reminded: a row only for those who said so. */
export class Rhythms {
  private readonly own: Table<z.infer<typeof ownSchema>>;
  private readonly teams: Table<z.infer<typeof teamSchema>>;

  constructor(storage: Storage) {
    this.own = storage.table('ownrhythms', ownSchema);
    this.teams = storage.table('teamrhythms', teamSchema);
  }

  async ofPerson(personId: string): Promise<Pattern | undefined> {
    return (await this.own.get(spread(personId), personId))?.value;
  }

  async setOfPerson(personId: string, part: PartOfDay, days: readonly number[]): Promise<void> {
    await this.own.put(spread(personId), personId, { personId, part, days: [...days] });
  }

  async ofTeams(): Promise<ReadonlyMap<string, PartOfDay>> {
    const found = new Map<string, PartOfDay>();
    for await (const { value } of this.teams.list({ partition: TEAMS })) found.set(value.teamId, value.part);
    return found;
  }

  async setOfTeam(teamId: string, part: PartOfDay): Promise<void> {
    await this.teams.put(TEAMS, teamId, { teamId, part });
  }

  /** All of them in one reading: far less than a reading for each person, for only who said something has a row. */
  async all(): Promise<PatternOf> {
    const own = new Map<string, Pattern>();
    for await (const { value } of this.own.list()) own.set(value.personId, value);
    const teams = await this.ofTeams();
    return (personId, teamId) => own.get(personId) ?? { part: teamId ? teams.get(teamId) : undefined };
  }
}

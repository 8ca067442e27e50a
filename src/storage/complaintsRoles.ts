import { z } from 'zod';
import type { Storage } from './storage';
import type { Table } from './table';

const actorSchema = z.object({ id: z.string(), name: z.string() });

const standingSchema = z.object({
  personId: z.string(),
  /** By which Teams finds their chat. */
  teamsId: z.string(),
  name: z.string(),
  /** `asked`: they pressed something, and the lead has not answered yet. */
  state: z.enum(['lead', 'asked', 'confirmed', 'refused', 'removed']),
  /** Who decided it: an administrator names the lead, the lead confirms handlers. Nobody while it is only asked. */
  by: actorSchema.optional(),
  /** The second administrator, where a lead took the place of another. */
  approvedBy: actorSchema.optional(),
  /** ISO time. */
  at: z.string(),
  /** The lead who was sent the question. */
  askedOf: z.string().optional(),
  /** False until the channel has been told. */
  told: z.boolean(),
});

/** How somebody stands to the reports that arrive, and who decided it. */
export type Standing = z.infer<typeof standingSchema>;
/** Who decided something. */
export type Actor = z.infer<typeof actorSchema>;

const LEAD = 'lead';
const HANDLERS = 'handlers';

/** Who leads the complaints team and whom the lead confirmed, each with who decided it. */
export class ComplaintsRoles {
  private readonly table: Table<Standing>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.table = storage.table('complaintsRoles', standingSchema);
  }

  async lead(): Promise<Standing | undefined> {
    return (await this.table.get(LEAD, LEAD))?.value;
  }

  /**
   * @param before who leads now, as far as whoever decided it knew; nobody before the first
   * @returns false when somebody else leads by now, who stays
   */
  async setLead(lead: Standing, before: string | undefined): Promise<boolean> {
    const now = await this.table.change(LEAD, LEAD, (held) => (held?.personId === before ? lead : undefined));
    return now?.personId === lead.personId;
  }

  /** What was asked or decided about somebody as a handler. */
  async handler(personId: string): Promise<Standing | undefined> {
    return (await this.table.get(HANDLERS, personId))?.value;
  }

  /** Everybody about whom something was asked or decided: a team's worth of people. */
  async handlers(): Promise<Standing[]> {
    const found: Standing[] = [];
    for await (const { value } of this.table.list({ partition: HANDLERS })) found.push(value);
    return found;
  }

  /** @param decide gives what they are now, or undefined to leave it. May run several times. */
  async change(
    personId: string,
    decide: (now: Standing | undefined) => Standing | undefined,
  ): Promise<Standing | undefined> {
    return this.table.change(HANDLERS, personId, decide);
  }

  /** Notes that the channel was told of this very decision, unless there was another one since. */
  async noteTold({ personId, state, at }: Standing): Promise<void> {
    const told = (now: Standing | undefined): Standing | undefined =>
      now && now.personId === personId && now.state === state && now.at === at
        ? { ...now, told: true }
        : undefined;
    if (state === 'lead') await this.table.change(LEAD, LEAD, told);
    else await this.table.change(HANDLERS, personId, told);
  }

  /** What somebody holds by these decisions alone; whether they still are in the team is asked of Teams. */
  async holds(personId: string): Promise<'complaintsLead' | 'handler' | undefined> {
    const [lead, handler] = await Promise.all([this.lead(), this.handler(personId)]);
    if (lead?.personId === personId) return 'complaintsLead';
    return handler?.state === 'confirmed' ? 'handler' : undefined;
  }
}

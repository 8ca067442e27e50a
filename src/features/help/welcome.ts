import { z } from 'zod';
import type { Card } from '../../cards/render';
import type { Role, Roles } from '../../storage/roles';
import { spread } from '../../storage/keys';
import type { Storage } from '../../storage/storage';
import { teamWelcomeCard, welcomeCard } from './helpCards';

export interface WelcomeDeps {
  readonly storage: Pick<Storage, 'table'>;
  readonly roles: Pick<Roles, 'of'>;
  /** Opens the one-to-one chat with the bot; empty where there is no such link. */
  readonly chatLink: string;
}

/** Somebody or some team that the bot was installed for, or removed from, and the activity that told it. */
export interface Arrival {
  /** Entra object id of the person, or the team's id. */
  readonly id: string;
  readonly activityId: string;
}

/** Sends the card where it belongs: the person's chat, or a new thread in the team's channel. */
export type SendCard = (card: Card) => void | Promise<void>;

/**
 * Greets once for each installation, whatever Teams sends again: an installation is told by conversationUpdate and
 * installationUpdate, in any order and more than once.
 */
export interface Welcome {
  /** @returns false when this installation was greeted before. */
  welcomePerson(person: Arrival, send: SendCard): Promise<boolean>;
  /** One card for the whole team; nobody is written to privately. @returns false when it was greeted before. */
  welcomeTeam(team: Arrival, send: SendCard): Promise<boolean>;
  /** The bot was removed: the next installation is a new one. */
  removed(kind: 'person' | 'team', from: Arrival): Promise<void>;
}

const rowSchema = z.object({
  /** How often the bot was removed, each removal counted once. */
  removals: z.int().nonnegative().optional(),
  /** The last activities that told of a removal. */
  removedBy: z.array(z.string()).optional(),
  /** The activity that was answered with the greeting; a turn that runs again may greet again. */
  greetedBy: z.string().optional(),
});
type Row = z.infer<typeof rowSchema>;

const REMEMBERED_REMOVALS = 5;
const COUNTER = 'removals';

export function createWelcome({ storage, roles, chatLink }: WelcomeDeps): Welcome {
  const table = storage.table('Welcomes', rowSchema);

  /** The row's key names the installation, so that of two activities about it one inserts and greets. */
  const isFirst = async (key: string, activityId: string): Promise<boolean> => {
    const partition = spread(key);
    const removals = (await table.get(partition, `${key}:${COUNTER}`))?.value.removals ?? 0;
    const row = `${key}:greeting:${removals}`;
    if (await table.insert(partition, row, { greetedBy: activityId })) return true;
    return (await table.get(partition, row))?.value.greetedBy === activityId;
  };

  return {
    welcomePerson: async ({ id, activityId }, send) => {
      if (!(await isFirst(`person:${id}`, activityId))) return false;
      const held: ReadonlySet<Role> = await roles.of(id);
      await send(welcomeCard(held));
      return true;
    },
    welcomeTeam: async ({ id, activityId }, send) => {
      if (!(await isFirst(`team:${id}`, activityId))) return false;
      await send(teamWelcomeCard(chatLink));
      return true;
    },
    removed: async (kind, { id, activityId }) => {
      const key = `${kind}:${id}`;
      const partition = spread(key);
      await table.change(partition, `${key}:${COUNTER}`, (now) => counted(now, activityId));
    },
  };
}

/** @returns undefined when this removal was counted before. */
function counted(now: Row | undefined, activityId: string): Row | undefined {
  const removedBy = now?.removedBy ?? [];
  if (removedBy.includes(activityId)) return undefined;
  return {
    removals: (now?.removals ?? 0) + 1,
    removedBy: [...removedBy, activityId].slice(-REMEMBERED_REMOVALS),
  };
}

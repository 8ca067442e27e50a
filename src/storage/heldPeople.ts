import { BotStates } from './botState';
import type { StoredDirectory } from './directory';
import type { HeldAbout } from './heldAbout';
import type { Storage } from './storage';

/** Who somebody is, where they belong, and what is remembered of their chat. */
export function heldPeople(storage: Storage, directory: StoredDirectory): readonly HeldAbout[] {
  const states = new BotStates(storage);
  return [
    {
      title: 'Who you are, for this bot',
      of: async (id) => {
        const person = await directory.person(id);
        return person ? [`name: ${person.name}`, `id: ${person.id}`, `id in Teams: ${person.teamsId}`] : [];
      },
    },
    {
      title: 'Teams that you are in, with this bot',
      of: async (id) => {
        const ids = [...(await directory.memberships(id)).keys()];
        const teams = await Promise.all(ids.map((team) => directory.team(team)));
        return teams.map((team) => team?.name ?? '').filter(Boolean);
      },
    },
    {
      title: 'What the bot remembers of your chat with it',
      of: async (id) => {
        const chat = (await directory.person(id))?.conversationId;
        const { state } = chat ? await states.load(chat, id) : { state: undefined };
        return Object.entries(state?.slices ?? {}).map(([name, held]) => `${name}: ${JSON.stringify(held)}`);
      },
    },
  ];
}

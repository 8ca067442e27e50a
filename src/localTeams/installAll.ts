import type { Core } from './core';
import { changePerson, changeTeam, firstMember } from './installs';

/** How many installations are on their way to the bot at once. */
const AT_ONCE = 10;

/** Installs the bot where the people file says so and nobody has decided yet: the teams, then the people. */
export async function installAll(core: Core): Promise<void> {
  const { state, world } = core;
  const teams = [...world.teams.values()]
    .filter((team) => team.startsInstalled && !state.hasInstallRecord('team', team.key))
    .map((team) => () => changeTeam(core, team, 'install', firstMember(core, team)));
  const people = [...world.people.values()]
    .filter((person) => person.startsInstalled && !state.hasInstallRecord('person', person.key))
    .map((person) => () => changePerson(core, person, 'install'));
  await allAtMost(AT_ONCE, [...teams, ...people]);
}

async function allAtMost(atOnce: number, tasks: (() => Promise<unknown>)[]): Promise<void> {
  const queue = tasks.values();
  const worker = async () => {
    for (const task of queue) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

import { useState } from 'preact/hooks';
import type { PersonView, WorldView } from '../../api';
import type { PersonChange } from '../client/controlApi';
import { useApp, useSession } from './SessionContext';

/** What can happen to a person: they block the bot, remove it, leave, or change teams. */
export function PersonChanges({ world }: { world: WorldView }) {
  const inFront = useApp((state) => state.layout.places[state.layout.front]?.person);
  const [chosen, setChosen] = useState<string>();
  const person = world.people.find((one) => one.key === (chosen ?? inFront)) ?? world.people[0];
  if (!person) return null;
  return (
    <section>
      <h3>What happens to a person</h3>
      <label class="field">
        Person
        <select value={person.key} onChange={(event) => setChosen(event.currentTarget.value)}>
          {world.people.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name}, {one.title}
            </option>
          ))}
        </select>
      </label>
      <Switches person={person} />
      <Memberships world={world} person={person} />
    </section>
  );
}

interface StateSwitch {
  name: string;
  isOn: (person: PersonView) => boolean;
  on: PersonChange;
  off: PersonChange;
}

const STATES: StateSwitch[] = [
  { name: 'Has blocked the bot', isOn: (person) => person.blocked, on: 'block', off: 'unblock' },
  { name: 'Has not installed the bot', isOn: (person) => !person.installed, on: 'uninstall', off: 'install' },
  { name: 'Has left the organisation', isOn: (person) => person.departed, on: 'depart', off: 'return' },
];

function Switches({ person }: { person: PersonView }) {
  const session = useSession();
  const change = (state: StateSwitch, on: boolean): void =>
    session.detached(
      session.api.changePerson(person.key, on ? state.on : state.off).then(() => session.fresh.world()),
    );
  return (
    <ul class="switches">
      {STATES.map((state) => (
        <li key={state.name}>
          <label class="switch">
            <input
              type="checkbox"
              checked={state.isOn(person)}
              onChange={(event) => change(state, event.currentTarget.checked)}
            />
            <span>
              <strong>{state.name}</strong>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Memberships({ world, person }: { world: WorldView; person: PersonView }) {
  const session = useSession();
  const change = (team: string, joins: boolean): void => {
    const { addMember, removeMember } = session.api;
    const done = joins ? addMember(team, person.key) : removeMember(team, person.key);
    session.detached(done.then(() => session.fresh.world()));
  };
  return (
    <fieldset class="switches">
      <legend>Member of</legend>
      {world.teams.map((team) => (
        <label key={team.key} class="switch">
          <input
            type="checkbox"
            checked={team.members.includes(person.key)}
            onChange={(event) => change(team.key, event.currentTarget.checked)}
          />
          <span>
            <strong>{team.name}</strong>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
